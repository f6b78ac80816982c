/// The same sequence for the same seed, everywhere.
///
/// Source: Steele, Lea and Flood, SplitMix64.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text that holds what breaks naive code: combining marks, emoji, controls, brackets, both
  /// widths.
  mutating func text(upTo length: Int) -> String {
    let samples: [Unicode.Scalar] = [
      "a", "b", "1", " ", " ", "盐", "官", "镇", "，", "。", "（", "）", "“", "”", "…", "—", "-", "/",
      "\u{301}", "\u{200D}", "\u{FE0F}", "👨", "👍", "\u{1F3FD}", "🇨", "\u{20E3}", "\t", "\n", "\r",
      "\u{3000}", "\u{1100}", "\u{1161}", "\u{11A8}", "क", "\u{94D}", "\u{93E}", "\u{202E}",
      "\u{85}",
      "\u{2028}", "\0", "\u{FEFF}", "\"", "\\", "\u{1B}", "\u{9B}", "\u{FF1D}", "🀀", "\u{E0061}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      if Int.random(in: 0..<8, using: &self) == 0 {
        if let any = Unicode.Scalar(UInt32.random(in: 0..<0x11_0000, using: &self)) {
          text.append(any)
        }
      } else {
        text.append(samples[Int.random(in: 0..<samples.count, using: &self)])
      }
    }
    return String(text)
  }
}
