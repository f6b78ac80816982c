import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct ManifestTests {
  private let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  @Test func `names are in byte order and escaped as sha256sum escapes them`() {
    let digest = ContentDigest(of: [])
    let manifest = Manifest([("乙", digest), ("a b", digest), ("c\\d\ne\rf", digest)])
    #expect(
      String(decoding: manifest.bytes, as: UTF8.self) == """
        \(empty)  a b
        \\\(empty)  c\\\\d\\ne\\rf
        \(empty)  乙

        """
    )
  }

  @Test func `any names read back as they were written`() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let name = String(
        (0..<8)
          .map { _ in
            "\\\n\rnr a乙".unicodeScalars.randomElement(using: &random).map(String.init) ?? ""
          }
          .joined()
      )
      let bytes = Manifest([(name, ContentDigest(of: Array(name.utf8)))]).bytes
      let read = try #require(Manifest(parsing: bytes))
      #expect(read.entries.map { Array($0.name.utf8) } == [Array(name.utf8)])
      #expect(read.bytes == bytes)
    }
  }

  @Test func `a line without digest is no manifest`() {
    #expect(Manifest(parsing: Array("x  a\n".utf8)) == nil)
    #expect(Manifest(parsing: Array("\(empty) *a\n".utf8)) == nil)
  }
}
