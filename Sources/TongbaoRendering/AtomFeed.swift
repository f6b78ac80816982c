package import TongbaoModel

/// What came out, as feed readers take it (RFC 4287).
///
/// Every value goes through `element` or `attribute`, which escape it; nothing else writes text. Days become
/// midnight UTC, for an issue has no clock time.
package struct AtomFeed: Sendable {
  /// One issue.
  package struct Entry: Sendable {
    /// What identifies it for ever.
    package var id: String
    /// Its number and title.
    package var title: String
    /// Its main page, below the public folder.
    package var path: String
    /// Its date.
    package var date: CalendarDate

    /// An entry.
    package init(id: String, title: String, path: String, date: CalendarDate) {
      self.id = id
      self.title = title
      self.path = path
      self.date = date
    }
  }

  private let id: String
  private let title: String
  private let base: String
  private let entries: [Entry]

  /// A feed; links are absolute, below `baseURL`.
  package init(id: String, title: String, baseURL: String, entries: [Entry]) {
    self.id = id
    self.title = title
    base = baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
    self.entries = entries
  }

  /// The document.
  package var bytes: [UInt8] {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<feed xmlns="http://www.w3.org/2005/Atom">"#,
      element("id", id),
      element("title", title),
      element("updated", moment(entries.map(\.date).max() ?? CalendarDate(dayNumber: 0))),
      "<author>\(element("name", title))</author>",
      link("self", to: "feed.xml"),
      link("alternate", to: "index.html"),
    ]
    for entry in entries {
      lines += [
        "<entry>",
        element("id", entry.id),
        element("title", entry.title),
        element("updated", moment(entry.date)),
        link("alternate", to: entry.path),
        "</entry>",
      ]
    }
    lines.append("</feed>")
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func moment(_ date: CalendarDate) -> String { "\(date)T00:00:00Z" }

  private func element(_ name: String, _ text: String) -> String {
    "<\(name)>\(AtomFeed.escaped(text))</\(name)>"
  }

  private func link(_ relation: String, to path: String) -> String {
    "<link rel=\"\(relation)\" href=\"\(AtomFeed.escaped(base + path))\"/>"
  }

  /// Text as XML may hold it: references for what is markup, no controls and no noncharacters.
  private static func escaped(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in Sanitised.text(text).unicodeScalars {
      scalars.append(scalar.value == 0xFFFE || scalar.value == 0xFFFF ? "·" : scalar)
    }
    return HTMLEscaping.escape(String(scalars))
  }
}
