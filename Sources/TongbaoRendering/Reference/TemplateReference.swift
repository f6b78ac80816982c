import TongbaoModel

/// The tables of the reference page for those who change templates: every name of every view, as the
/// views have them and the notes explain them.
///
/// The page around the tables is written by hand; `make golden` puts the tables between its markers.
struct TemplateReference {
  /// The templates that came with the program, in the page's language.
  let templates: Templates
  /// Language of the page.
  let language: Language

  /// `page` with every table renewed between `<!-- name -->` and `<!-- /name -->`.
  func renewed(_ page: String) -> String {
    let tables = [
      ("documents", documents), ("partials", partials), ("names", views), ("words", words),
      ("placeholders", placeholders),
    ]
    return tables.reduce(page) { page, table in
      let (begin, end) = ("<!-- \(table.0) -->\n", "<!-- /\(table.0) -->")
      guard let first = page.firstRange(of: begin), let last = page.firstRange(of: end),
        first.upperBound <= last.lowerBound
      else { return page }
      return page[..<first.upperBound] + table.1 + page[last.lowerBound...]
    }
  }

  private func table(_ heads: [Bilingual], _ rows: [[String]]) -> String {
    let head = heads.map { $0[language] }.joined(separator: " | ")
    let rule = heads.map { _ in "---" }.joined(separator: "|")
    return "| \(head) |\n|\(rule)|\n"
      + rows.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  private func code(_ text: String) -> String { "`\(text)`" }

  private func link(_ view: String) -> String {
    let title = ViewNotes.of(view)?.title[language] ?? view
    return "[\(title)](#\(view.lowercased()))"
  }
}

// Files.
extension TemplateReference {
  private var documents: String {
    table(
      [
        Bilingual("文件", "file"), Bilingual("文书", "document"), Bilingual("可用的名称", "names"),
        Bilingual("引用的片段", "partials"),
      ],
      TemplateRoot.all.map { root in
        let note = TemplateNotes.documents.first { $0.key == root.name }?.value[language] ?? ""
        return [
          code(root.name + ".mustache"), note, link(root.shape().name),
          included(by: root.name).map(code).joined(separator: " "),
        ]
      }
    )
  }

  private var partials: String {
    table(
      [
        Bilingual("文件", "file"), Bilingual("内容", "what it is"), Bilingual("用在", "used in"),
      ],
      TemplateNotes.partials.map { name, note in
        let users = templates.sources.keys.sorted().filter { included(by: $0).contains(name) }
        return [
          code(name + ".mustache"), note[language], users.map(code).joined(separator: " "),
        ]
      }
    )
  }

  /// The partials that a template names, in order.
  private func included(by name: String) -> [String] {
    let tags = TemplateTag.all(in: templates.sources[name]?.text ?? "")
    var names: [String] = []
    for tag in tags where tag.kind == .partial && !names.contains(tag.name) {
      names.append(tag.name)
    }
    return names
  }
}

// Names.
extension TemplateReference {
  private var views: String {
    let shapes = TemplateReference.shapes
    return ViewNotes.all
      .map { notes in
        "<a id=\"\(notes.view.lowercased())\"></a>\n\n### \(notes.title[language]) "
          + "(`\(notes.view)`)\n\n"
          + also(notes)
          + table(
            [Bilingual("名称", "name"), Bilingual("种类", "kind"), Bilingual("含义", "what it says")],
            notes.names.map { name, note in
              [
                code(name), shapes[notes.view]?.fields[name].map(kind) ?? "", note[language],
              ]
            }
          )
      }
      .joined(separator: "\n")
  }

  private func also(_ notes: ViewNotes) -> String {
    guard !notes.included.isEmpty else { return "" }
    let links = notes.included.map(link)
    let text = Bilingual(
      "另有\(links.joined(separator: "、"))的全部名称；重名的以下表为准。",
      "Besides, all names of: \(links.joined(separator: ", ")). Of two of the same name this table rules."
    )
    return text[language] + "\n\n"
  }

  private func kind(_ kind: FieldKind) -> String {
    switch kind {
    case .text: Bilingual("文字", "text")[language]
    case .flag: Bilingual("条件", "condition")[language]
    case .markup: Bilingual("图文，用三层花括号", "markup, three braces")[language]
    case .list(let shape): Bilingual("列表：", "list: ")[language] + link(shape().name)
    case .record(let shape): Bilingual("一组：", "record: ")[language] + link(shape().name)
    }
  }

  /// Every view that a document reaches, and every view whose names another one has, by name.
  static var shapes: [String: Shape] {
    var shapes: [String: Shape] = [:]
    func add(_ shape: Shape) {
      guard shapes[shape.name] == nil else { return }
      shapes[shape.name] = shape
      for kind in shape.fields.values {
        switch kind {
        case .list(let inner), .record(let inner): add(inner())
        default: break
        }
      }
    }
    for root in TemplateRoot.all { add(root.shape()) }
    for shape in [Letter.shape, RequirementsView.shape, IndexRevision.shape] { add(shape) }
    return shapes
  }
}

// Words.
extension TemplateReference {
  private var words: String {
    let rows = WordNotes.groups.flatMap { group, note in
      Word.allCases.filter { $0.group == group }
        .map { word in
          [
            code(word.rawValue), templates.words[word],
            word.placeholders.map { code("{\($0)}") }.joined(separator: " "), note[language],
          ]
        }
    }
    return table(
      [
        Bilingual("词条", "entry"), Bilingual("自带的用语", "text that came with the program"),
        Bilingual("可填入", "filled in"), Bilingual("用处", "what it is for"),
      ],
      rows
    )
  }

  private var placeholders: String {
    table(
      [Bilingual("花括号", "braces"), Bilingual("填入", "filled with")],
      WordNotes.placeholders.map { [code("{\($0)}"), $1[language]] }
    )
  }
}

extension Word {
  /// The first part of the entry's name.
  var group: String { String(rawValue.prefix { $0 != "." }) }
}
