import Testing
import TongbaoModel

@testable import TongbaoPublishing

@Suite struct FileNameTests {
  @Test(arguments: [
    ("综治办-检查.csv", "综治办-检查.csv"),
    ("-rf", "rf"),
    ("...hidden.csv", "hidden.csv"),
    ("a\nb\r\u{7F}.csv", "a_b__.csv"),
    ("..\\..\\x:y?.csv", "_.._x_y_.csv"),
    ("gpj\u{202E}vsc.csv", "gpj_vsc.csv"),
    ("name. . ", "name"),
    ("...", "_"),
    ("", "_"),
  ])
  func `a name is made safe for the archive`(_ name: String, _ safe: String) {
    #expect(FileName(name).safe() == safe)
  }

  @Test func `bytes that are no UTF-8 are written as percent escapes`() {
    let name = FileName(bytes: [0xD7, 0xDB, 0x61, 0x2E, 0x63])
    #expect(name.description == "%D7%DBa.c")
  }

  @Test func `a long name is cut between characters and keeps its ending`() {
    let safe = FileName(String(repeating: "督", count: 80) + ".csv").safe(limit: 180)
    #expect(safe == String(repeating: "督", count: 58) + ".csv")
    let accents = FileName(String(repeating: "e\u{301}", count: 20)).safe(limit: 11)
    #expect(Array(accents.utf8) == Array(String(repeating: "e\u{301}", count: 3).utf8))
  }

  @Test func `any bytes make a name that a path can hold`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<4000 {
      let count = Int.random(in: 0...255, using: &random)
      let alphabet: [UInt8] = [
        0, 10, 13, 27, 32, 45, 46, 47, 58, 92, 97, 0x7F, 0xC2, 0x85, 0xE7, 0x9D, 0xA3, 0xFF,
      ]
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let safe = FileName(bytes: bytes).safe(limit: 180)
      #expect((1...180).contains(safe.utf8.count))
      #expect(!safe.utf8.contains { $0 < 0x20 || $0 == 0x2F || $0 == 0x7F || $0 == 0x5C })
      #expect(safe.utf8.first != 46 && safe.utf8.first != 45)
      #expect(try RelativePath("archive/2017/" + safe).names.count == 3)
      #expect(FileName(safe).safe() == safe)
    }
  }

  @Test(arguments: [
    "", "/etc/passwd", "a//b", "../x", "a/./b", "a/", ".hidden", "a\\b", "a\nb",
    String(repeating: "x", count: 241),
  ])
  func `a path that leads elsewhere is refused`(_ path: String) {
    #expect(throws: PublishingFailure.unsafePath(path)) { try RelativePath(path) }
  }
}
