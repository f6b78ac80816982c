import Testing
import TongbaoModel

@testable import TongbaoIntake

struct FieldNameTests {
  @Test(arguments: SheetKind.allCases)
  func `the fields that settings list are those that sheets are read by`(kind: SheetKind) {
    let (required, other) = kind.fieldNames
    #expect(Set(required.map(\.name)) == Set(kind.requiredFields.map(\.name)))
    #expect(Set((required + other).map(\.name)) == Set(kind.headers.map(\.field.name)))
    #expect((required + other).count == kind.headers.count)
    for (field, heads) in kind.headers {
      let listed = (required + other).first { $0.name == field.name }
      #expect(listed?.chinese == heads.first)
    }
  }

  @Test func `every field is one of some kind`() {
    #expect(Set(FieldName.all(of: nil).map(\.name)) == Set(Field.allCases.map(\.name)))
  }
}
