import Testing
import TongbaoFormats
import TongbaoModel

struct JSONReaderTests {
  @Test func `members keep their order and numbers their exactness`() throws {
    let value = try JSONValue(
      parsing: #" {"b": 0.1, "a": [-0.25, 12, 1.0], "c": {"d": "\u5b98\ud83d\ude00\/"}} "#
    )
    #expect(value.object?.map(\.name) == ["b", "a", "c"])
    #expect(value["b"]?.decimal == Decimal6(millionths: 100_000))
    #expect(value["a"]?.array?.map(\.decimal?.millionths) == [-250_000, 12_000_000, 1_000_000])
    #expect(value["a"]?.array?[1].integer == 12)
    #expect(value["c"]?["d"]?.string == "官😀/")
    #expect(value["z"] == nil)
  }

  @Test(arguments: [
    ("", JSONFailure(.syntax, at: 0)),
    ("[1,]", JSONFailure(.syntax, at: 3)),
    ("[1 2]", JSONFailure(.syntax, at: 3)),
    (#"{"a":1,}"#, JSONFailure(.syntax, at: 7)),
    (#"{"a" 1}"#, JSONFailure(.syntax, at: 5)),
    ("{a:1}", JSONFailure(.syntax, at: 1)),
    ("nul", JSONFailure(.syntax, at: 3)),
    ("01", JSONFailure(.syntax, at: 1)),
    ("-", JSONFailure(.syntax, at: 1)),
    ("1.", JSONFailure(.syntax, at: 2)),
    ("+1", JSONFailure(.syntax, at: 0)),
    ("\u{FEFF}1", JSONFailure(.syntax, at: 0)),
    ("1 x", JSONFailure(.trailing, at: 2)),
    ("1e3", JSONFailure(.number, at: 0)),
    ("[0.1234567]", JSONFailure(.number, at: 1)),
    ("99999999999999999999", JSONFailure(.number, at: 0)),
    ("\"a", JSONFailure(.syntax, at: 2)),
    ("\"a\nb\"", JSONFailure(.syntax, at: 2)),
    (#""\x""#, JSONFailure(.escape, at: 1)),
    (#""\ud800""#, JSONFailure(.escape, at: 1)),
    (#""\ud800\u0041""#, JSONFailure(.escape, at: 1)),
    (#""\udc00""#, JSONFailure(.escape, at: 1)),
    (#""\u00g0""#, JSONFailure(.escape, at: 1)),
    (#"{"a":1,"b":2,"a":3}"#, JSONFailure(.duplicateName("a"), at: 13)),
  ])
  func `anything but strict JSON fails at its byte`(text: String, failure: JSONFailure) {
    #expect(throws: failure) { _ = try JSONValue(parsing: text) }
  }

  @Test func `bytes that are not UTF-8 fail`() {
    #expect(throws: JSONFailure(.encoding, at: 1)) {
      _ = try JSONValue(parsing: [0x22, 0xFF, 0x22])
    }
  }

  @Test func `deep nesting fails instead of exhausting the stack`() {
    let text = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONFailure(.depth, at: JSONReader.depthLimit)) {
      _ = try JSONValue(parsing: text)
    }
  }

  @Test func `names that Unicode calls equal are two names`() throws {
    let value = try JSONValue(parsing: "{\"\u{E9}\": 1, \"e\u{301}\": 2}")
    #expect(value["e\u{301}"] == 2)
    #expect(value["\u{E9}"] == 1)
  }

  @Test func `no mutation of a good text traps`() {
    let good = Array(#"{"a": [1, -2.5, "x\u00e9\n", null], "b": {"c": true, "d": "盐官"}}"#.utf8)
    var random = SeededRandom(seed: 7)
    for _ in 0..<3_000 {
      var bytes = good
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      if let value = try? JSONValue(parsing: bytes) { #expect(!value.rendered(.oneLine).isEmpty) }
    }
  }
}
