import TongbaoFormats
package import TongbaoModel

// What a proof is told as.
extension Verifying {
  /// A line for each issue, and what it comes to.
  package func text(in language: Language) -> [String] {
    guard !proofs.isEmpty || !isWhole else {
      return [Bilingual("尚未发布任何通报", "Nothing has been published yet")[language]]
    }
    var table = AlignedTable(columns: Verifying.heads.map { AlignedTable.Column($0[language]) })
    for proof in proofs { table.append(row(of: proof, in: language)) }
    return table.lines() + ["", verdict[language]]
  }

  /// The proof as JSON.
  package var json: [UInt8] {
    let value: JSONValue = [
      "format": "tongbao.verification/1",
      "whole": .bool(isWhole),
      "sheets": .integer(sheets),
      "issues": .array(
        proofs.map { proof in
          [
            "folder": .string(proof.folder),
            "number": .string(proof.number),
            "files": .integer(proof.files),
            "outcome": .string(proof.outcome.rawValue),
          ]
        }
      ),
      "diagnostics": DiagnosticJSON.value(of: log),
    ]
    return value.rendered(.indented)
  }

  private static let heads = [
    Bilingual("期次", "issue"), Bilingual("结果", "outcome"), Bilingual("文件", "files"),
    Bilingual("文号", "number"),
  ]

  private func row(of proof: Proof, in language: Language) -> [String] {
    let outcome =
      switch proof.outcome {
      case .identical: Bilingual("逐字节一致", "byte for byte")
      case .figures: Bilingual("数字一致", "figures agree")
      case .different: Bilingual("不一致", "DIFFERS")
      }
    return [proof.folder, outcome[language], "\(proof.files)", proof.number]
  }

  private var verdict: Bilingual {
    let (proved, all) = (proofs.count { $0.outcome != .different }, proofs.count)
    guard isWhole else {
      return Bilingual(
        "发现不一致，见以上诊断；可重算的通报 \(proved)/\(all) 期",
        "Something differs, see the diagnostics; issues proved: \(proved) of \(all)"
      )
    }
    return Bilingual(
      "全部一致：存档 \(sheets) 份，已发布 \(all) 期",
      "All is as it was published; sheets in the archive: \(sheets), issues: \(all)"
    )
  }
}
