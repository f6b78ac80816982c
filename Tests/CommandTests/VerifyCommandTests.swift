import Foundation
import Testing

/// `tongbao verify` as an auditor uses it, on the sample workspace.
struct VerifyCommandTests {
  @Test func `what was published is proved, and one altered byte is named`() async throws {
    let workspace = try SampleWorkspace("verify", copying: await SampleWorkspace.published.value)
    let whole = try workspace.tongbao("verify", "--lang", "zh")
    #expect(whole.status == 0 && whole.errors.isEmpty, "\(whole.errors)")
    #expect(whole.output.contains("2017-10/r1  逐字节一致"))
    #expect(whole.output.hasSuffix("已发布 2 期\n"))

    let page = workspace.folder.appending(path: "public/2017-11/r1/units/yanguan.txt")
    var bytes = try Data(contentsOf: page)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: page)
    let altered = try Binary.run(
      ["verify", workspace.folder.path(percentEncoded: false), "--json"],
      in: FileManager.default.temporaryDirectory
    )
    #expect(altered.status == 2)
    #expect(altered.output.contains("\"whole\": false"))
    #expect(altered.output.contains("\"file\": \"public/2017-11/r1/units/yanguan.txt\""))
    #expect(altered.output.contains("publish.changed"))
  }

  @Test func `a folder that is no workspace is refused`() throws {
    let result = try Binary.run(["verify", "/nowhere"], in: FileManager.default.temporaryDirectory)
    #expect(result.status == 65 && result.output.isEmpty)
  }
}
