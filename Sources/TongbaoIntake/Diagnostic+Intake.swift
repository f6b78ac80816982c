package import TongbaoModel

extension DiagnosticKind {
  /// Every kind of diagnostic of this stage.
  package static let intakeKinds: [DiagnosticKind] =
    headerKinds + valueKinds + recordKinds + joiningKinds
}
