import Testing
import TongbaoModel
import TongbaoPipeline

/// The pages for users list every field, and no message sends a reader to a page that is not shipped.
struct FieldTableTests {
  @Test(arguments: [("README.md", ", "), ("README.zh.md", "、")])
  func `the pages list the kinds and their fields`(page: String, comma: String) throws {
    let lines = Set(try Repository.text(of: page).split(separator: "\n").map(String.init))
    func cell(_ fields: [FieldName]) -> String {
      fields.map { "`\($0.name)` \($0.chinese)" }.joined(separator: comma)
    }
    for kind in SheetKind.allCases {
      let (required, other) = kind.fieldNames
      let line = "| `\(kind.rawValue)` \(kind.title.chinese) | \(cell(required)) | \(cell(other)) |"
      #expect(lines.contains(line), "\(line)")
    }
  }

  @Test func `no message names a page that is not shipped`() throws {
    for kind in DiagnosticCatalogue.kinds {
      for language in Language.allCases {
        let words = [kind.message, kind.remedy, kind.reason].map { $0[language] }.joined()
        // These are installed with the templates.
        let rest = words.replacing(/templates\/README(\.zh)?\.md/, with: "")
        #expect(!rest.contains(".md"), "\(kind.code)")
      }
    }
    for path in ["samples/haining-2017/schemes/2017.yaml", "samples/haining-2017/tongbao.yaml"] {
      #expect(!(try Repository.text(of: path).contains(".md")), "\(path)")
    }
  }
}
