import Testing
import TongbaoConfiguration
import TongbaoModel

struct SchemeHostileTests {
  private func read(_ text: String) -> SchemeReading {
    SchemeReader.read(Array(text.utf8), file: "scheme.yaml")
  }

  @Test func `thirty faults are thirty diagnostics`() {
    let faults: [(String, String)] = [
      ("title: 示例考核办法", "titel: 示例考核办法"),
      ("display: 2", "display: 9"), ("window: {from: 2017-01-01", "window: {from: 2017-1-1"),
      ("code: 海考评, ", ""), ("{n}号", "号"), ("id: growth, name", "id: growth, nmae"),
      ("coefficient: 1.1", "coefficient: 1e3"), ("ranked: true", "ranked: 1"),
      ("name: 海昌街道", "name: 盐官"), ("aliases: [综治办]", "aliases: 综治办"),
      ("department: zongzhi", "department: zongzi"), ("to: 2017-10-31", "to: 2017-01-31"),
      ("points: 0.5, dueDays: 15", "points: -0.5, dueDays: 15"), ("dueDays: 30", "dueDays: 1.5"),
      ("cap: 6", "cap: 1.2345678"), ("core: 4, yanguan", "cor: 4, yanguan"),
      ("steps: whole", "steps: half"), ("lossPer: {points: 1, step: 1}", "lossPer: {points: 1}"),
      ("base: 0.6", "base: 1.6"), ("satisfactory: sample", "satisfactory: best"),
      ("units: [yanguan", "units: [yangua"), ("maxRatio: 1.2", "maxRatio: 0"),
      ("scope: all, direction: lower", "scope: none, direction: lower"),
      ("span: {high: 5", "step: 2, span: {high: 5"),
      ("atLeast: 80, points: 3", "atLeast: 95, points: 3"),
      ("id: late-report", "id: innovation"), ("capGrade: 良好", "capGrade: 优"),
      ("effect: {zero: true}", "effect: {}"), ("quota: 0.3", "quota: 3.3"),
      ("threshold: 0.95", "threshold: 95"),
    ]
    var text = SampleSchemes.full
    for (original, change) in faults {
      let spoilt = text.replacing(original, with: change, maxReplacements: 1)
      #expect(spoilt != text, "\(original) is not there")
      text = spoilt
    }
    let reading = read(text)
    #expect(faults.count == 30)
    #expect(reading.diagnostics.total == 30, "\(reading.diagnostics.places)")
    #expect(Set(reading.diagnostics.places).count == 30)
    #expect(reading.scheme == nil)
  }

  @Test func `no mutation of a good scheme traps`() {
    var random = SeededRandom(seed: 2017)
    let good = Array(SampleSchemes.full.utf8)
    let tokens = [
      "{", "}", "[", "]", ":", ",", "- ", "\n", "  ", "\"", "'", "#", "&a ", "*a", "!!int ", "? ",
      "|",
      "\t", "\0", "~", "-1", "0", "1e9", "99999999999999999999", "9999-12-31", "0001-01-01",
      "default",
      "id: ", "盐", "\u{2028}", "\u{85}", "\r", "<<: ", "---\n",
    ]
    for _ in 0..<600 {
      var bytes = good
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 9))
        case 2:
          bytes.insert(contentsOf: (tokens.randomElement(using: &random) ?? "").utf8, at: place)
        default:
          let end = min(bytes.count, place + Int.random(in: 1...60, using: &random))
          let copied = Array(bytes[place..<end])
          bytes.insert(contentsOf: copied, at: Int.random(in: 0..<bytes.count, using: &random))
        }
      }
      let reading = SchemeReader.read(bytes, file: "scheme.yaml")
      #expect((reading.scheme == nil) == (reading.diagnostics.count(of: .error) > 0))
      let log = SchemeLint.log(of: reading)
      #expect(log.total >= reading.diagnostics.total)
      for diagnostic in log.kept { #expect(diagnostic.location != nil) }
      _ = SettingsReader.read(bytes, file: "tongbao.yaml")
    }
  }

  @Test func `thousands of faults are counted and the first are shown`() {
    let units = (0..<3_000).map { "  - {id: u\($0), name: 镇\($0), category: c, aliases: [同名]}" }
    let text = SampleSchemes.least.replacing(
      "units: [{id: u, name: 镇, category: c}]",
      with: "units:\n" + units.joined(separator: "\n")
    )
    let log = read(text).diagnostics
    #expect(log.count(of: .error) == 2_999)
    #expect(log.kept.count == 300)
  }

  @Test func `a file of one line is read in time`() {
    let units = (0..<3_000).map { "{id: u\($0), name: 镇\($0), category: x}" }
    let text = SampleSchemes.least.replacing(
      "[{id: u, name: 镇, category: c}]",
      with: "[" + units.joined(separator: ", ") + "]"
    )
    #expect(read(text).diagnostics.count(of: .error) == 3_000)
  }
}
