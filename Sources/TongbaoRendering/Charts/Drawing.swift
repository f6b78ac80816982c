import TongbaoFormats
import TongbaoModel

/// An SVG picture while it is drawn: whole numbers only, so that the bytes are the same everywhere.
///
/// A full-width character is 15 wide.
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

  /// A box of a texture that is told from the others without colour.
  mutating func box(_ texture: Texture, x: Int, y: Int, width: Int, height: Int) {
    rectangle(texture.kind, x: x, y: y, width: width, height: height)
    var strokes = ""
    if texture.isUpright {
      for place in stride(from: x + 5, to: x + width, by: 6) {
        strokes += "M\(place) \(y)v\(height)"
      }
    }
    if texture.isLevel {
      for place in stride(from: y + 5, to: y + height, by: 6) {
        strokes += "M\(x) \(place)h\(width)"
      }
    }
    if !strokes.isEmpty { parts += "<path class=\"hatch\" d=\"\(strokes)\"/>\n" }
  }

  /// Text that ends at, starts at or is centred on `x`; what is wider than `columns` is cut.
  mutating func text(_ anchor: String, x: Int, y: Int, _ text: String, columns: Int = 40) {
    let text = HTMLEscaping.escape(TextWidth.cut(Sanitised.text(text), to: columns))
    parts += "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\">\(text)</text>\n"
  }

  /// Text in as many lines as it needs, at most `count`, the middle of them at `y`.
  mutating func lines(
    _ anchor: String,
    x: Int,
    y: Int,
    _ text: String,
    columns: Int,
    count: Int
  ) {
    var lines = LineBreaker(width: columns).lines(of: Sanitised.text(text))
    if lines.count > count {
      lines[count - 1] = lines[(count - 1)...].joined()
      lines.removeSubrange(count...)
    }
    for (index, line) in lines.enumerated() {
      self.text(anchor, x: x, y: y + 8 * (2 * index - lines.count + 1), line, columns: columns)
    }
  }

  /// A figure of pictures that share a title and a description.
  static func figure(_ drawings: [Drawing], title: String, description: String) -> Markup {
    let title = HTMLEscaping.escape(Sanitised.text(title))
    let description = HTMLEscaping.escape(Sanitised.text(description))
    let many = drawings.contains { $0.width > 900 } ? " class=\"many\"" : ""
    var text = "<figure\(many) tabindex=\"0\">\n"
    for (index, drawing) in drawings.enumerated() {
      let part = drawings.count > 1 ? " \(index + 1)/\(drawings.count)" : ""
      let (id, width, height) = (drawing.id, drawing.width, drawing.height)
      // No smaller than three quarters: a picture that is wider than the screen is scrolled.
      text += """
        <svg viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
        style="min-width: \(width * 3 / 4)px" role="img" aria-labelledby="\(id)-t \(id)-d">
        <title id="\(id)-t">\(title)\(part)</title>
        <desc id="\(id)-d">\(description)</desc>
        \(drawing.parts)</svg>

        """
    }
    return Markup(text + "<figcaption>\(title)</figcaption>\n</figure>\n")
  }

  /// A figure of this picture.
  func figure(title: String, description: String) -> Markup {
    Drawing.figure([self], title: title, description: description)
  }
}

/// How a box is filled.
enum Texture: CaseIterable {
  case solid, empty, upright, dark, level, grid

  /// The class that gives the fill.
  fileprivate var kind: String {
    switch self {
    case .solid: "bar"
    case .dark: "dark"
    case .empty, .upright, .level, .grid: "empty"
    }
  }

  fileprivate var isUpright: Bool { self == .upright || self == .grid }
  fileprivate var isLevel: Bool { self == .level || self == .grid }
}

/// The stretch of numbers that a chart shows, on a length.
struct Scale {
  let low: Decimal6
  let high: Decimal6
  let length: Int

  /// The place of a value, from 0 to `length`.
  func place(of value: Decimal6) -> Int {
    let span = Int128(high.millionths) - Int128(low.millionths)
    guard span > 0 else { return 0 }
    let share = (Int128(value.millionths) - Int128(low.millionths)) * Int128(length) / span
    return Int(max(0, min(share, Int128(length))))
  }

  /// A scale with two to six marks at round numbers around the values, so that a change is seen.
  static func around(_ values: [Decimal6], length: Int) -> (scale: Scale, marks: [Decimal6]) {
    let least = Int128(values.min()?.millionths ?? 0)
    let most = Int128(values.max()?.millionths ?? 0)
    // Differences below a tenth of a point are not blown up.
    let span = max(most - least, 100_000)
    var step: Int128 = 10_000
    // 0.01, 0.05, 0.1, 0.5, …
    while span > step * 5 { step *= String(step).first == "1" ? 5 : 2 }
    let low = Scale.floor(least, to: step)
    let high = max(-Scale.floor(-most, to: step), low + step)
    let marks = (0...Int((high - low) / step))
      .compactMap { Int64(exactly: low + Int128($0) * step) }.map { Decimal6(millionths: $0) }
    let scale = Scale(low: marks.first ?? .zero, high: marks.last ?? .zero, length: length)
    return (scale, marks)
  }

  private static func floor(_ value: Int128, to step: Int128) -> Int128 {
    let rest = value % step
    return value - (rest < 0 ? rest + step : rest)
  }
}
