import TongbaoFormats
import TongbaoModel

/// An SVG picture while it is drawn: whole numbers only, so that the bytes are the same everywhere.
struct Drawing {
  private let id: String
  private let width: Int
  private let height: Int
  private var parts = ""

  init(id: String, width: Int, height: Int) {
    self.id = HTMLEscaping.escape(id)
    self.width = width
    self.height = height
  }

  mutating func rectangle(_ kind: String, x: Int, y: Int, width: Int, height: Int) {
    parts += "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\""
    parts += " width=\"\(max(0, width))\" height=\"\(height)\"/>\n"
  }

  mutating func line(_ kind: String, _ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) {
    parts += "<line class=\"\(kind)\" x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\"/>\n"
  }

  mutating func path(_ kind: String, through points: [(x: Int, y: Int)]) {
    let list = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    parts += "<polyline class=\"\(kind)\" points=\"\(list)\"/>\n"
  }

  mutating func dot(_ kind: String, x: Int, y: Int) {
    parts += "<circle class=\"\(kind)\" cx=\"\(x)\" cy=\"\(y)\" r=\"4\"/>\n"
  }

  /// Text that ends at, starts at or is centred on `x`; what is wider than `columns` is cut.
  mutating func text(_ anchor: String, x: Int, y: Int, _ text: String, columns: Int = 40) {
    let text = HTMLEscaping.escape(TextWidth.cut(Sanitised.text(text), to: columns))
    parts += "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(text)</text>\n"
  }

  /// The picture with its title and description.
  func markup(title: String, description: String) -> Markup {
    let title = HTMLEscaping.escape(Sanitised.text(title))
    let description = HTMLEscaping.escape(Sanitised.text(description))
    return Markup(
      """
      <svg viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-t \(id)-d">
      <title id="\(id)-t">\(title)</title>
      <desc id="\(id)-d">\(description)</desc>
      \(parts)</svg>
      <figcaption>\(title)</figcaption>

      """
    )
  }
}

extension Decimal6 {
  /// `length` × self ÷ `whole`, between 0 and `length`.
  func scaled(to length: Int, of whole: Decimal6) -> Int {
    guard whole.isPositive, isPositive else { return 0 }
    let share = Int128(length) * Int128(millionths) / Int128(whole.millionths)
    return Int(min(share, Int128(length)))
  }
}
