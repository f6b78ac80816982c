import Foundation
import Testing

@testable import TongbaoFormats

/// Where lines may end, against the cases of the Unicode Character Database.
struct LineOpportunitiesTests {
  /// A case: a text and the offsets in UTF-16 units at which a line may end.
  struct Sample {
    let text: [UInt16]
    let offsets: [Int]

    init?(_ line: Substring) {
      var units: [UInt16] = []
      var offsets: [Int] = []
      for word in line.split(separator: " ") {
        if word == "÷" { offsets.append(units.count) }
        guard let value = UInt32(word, radix: 16) else { continue }
        guard let scalar = Unicode.Scalar(value) else { return nil }
        units += Array(String(scalar).utf16)
      }
      text = units
      self.offsets = offsets
    }
  }

  private static func samples() throws -> [Sample] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Fixtures/unicode/LineBreakTest.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.compactMap(Sample.init)
  }

  @Test func `lines end where UAX 14 lets them`() throws {
    let samples = try LineOpportunitiesTests.samples()
    #expect(samples.count > 7_000)
    var wrong: [[UInt16]] = []
    for sample in samples {
      let found = LineSegment.opportunities(in: sample.text).map { Int($0.magnitude) }
      let expected = sample.offsets.filter { end in
        end == sample.text.count || !NumberBreaks.keeps(sample.text[end - 1], sample.text[end])
      }
      if found != expected { wrong.append(sample.text) }
    }
    #expect(wrong.count < samples.count / 300)
    #expect(wrong.allSatisfy(LineOpportunitiesTests.isTailoredByICU))
  }

  /// ICU keeps a hyphen at a word's start with the word, and breaks before a point that begins a number or
  /// joins it to letters.
  private static func isTailoredByICU(_ text: [UInt16]) -> Bool {
    let withoutMarks = text.filter { $0 != 0x308 }
    return withoutMarks.first == 0x2D
      || zip(withoutMarks, withoutMarks.dropFirst())
        .contains { (0x30...0x39).contains($1) && ($0 == 0x2C || $0 == 0x2E) }
  }
}
