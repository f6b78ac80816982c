import Mustache

/// What a template sees: the named values of one thing, declared once.
///
/// The same table answers at rendering time and tells the template scanner which names exist, so
/// that an unknown name is an error at start instead of an empty place in a circular.
protocol View: MustacheParent, Sendable {
  /// The values by the names that templates use.
  static var fields: [String: Field<Self>] { get }
}

extension View {
  /// The value called `name`; nil lets Mustache look further out.
  func child(named name: String) -> Any? {
    Self.fields[name]?.value(self)
  }

  /// The names and kinds of values, for the scanner.
  static var shape: Shape {
    Shape(name: String(describing: Self.self), fields: fields.mapValues(\.kind))
  }
}

/// A named value of a view.
struct Field<Owner>: Sendable {
  /// What templates may do with it.
  let kind: FieldKind
  /// The value in the form that swift-mustache renders.
  let value: @Sendable (Owner) -> Any

  /// A text.
  ///
  /// An empty one is absent: its section is skipped, its inverted section shown.
  static func text(_ get: @escaping @Sendable (Owner) -> String) -> Field {
    Field(kind: .text) { owner in
      let text = get(owner)
      // An absent value must not let Mustache find a namesake further out.
      return text.isEmpty ? Absent() as Any : PlainText(renderText: text)
    }
  }

  /// A count, printed as it is; zero is absent.
  ///
  static func count(_ get: @escaping @Sendable (Owner) -> Int) -> Field {
    text { get($0) == 0 ? "" : String(get($0)) }
  }

  /// A count that is printed even when it is zero.
  static func number(_ get: @escaping @Sendable (Owner) -> Int) -> Field {
    text { String(get($0)) }
  }

  /// A condition.
  static func flag(_ get: @escaping @Sendable (Owner) -> Bool) -> Field {
    Field(kind: .flag) { get($0) }
  }

  /// Markup that Swift made; templates print it with three braces.
  static func markup(_ get: @escaping @Sendable (Owner) -> Markup) -> Field {
    Field(kind: .markup) { get($0) }
  }

  /// A list of views; its section is repeated.
  static func list<Element: View>(_ get: @escaping @Sendable (Owner) -> [Element]) -> Field {
    Field(kind: .list { Element.shape }) { get($0) }
  }

  /// One view; its section is entered.
  static func record<Element: View>(_ get: @escaping @Sendable (Owner) -> Element?) -> Field {
    Field(kind: .record { Element.shape }) { get($0).map { $0 as Any } ?? Absent() }
  }

  /// The same value reached through a part of another owner.
  func lifted<Outer>(_ part: @escaping @Sendable (Outer) -> Owner) -> Field<Outer> {
    let value = self.value
    return Field<Outer>(kind: kind) { value(part($0)) }
  }
}

/// A text that a template prints and that Mustache need not examine: of a String it asks by reflection what it might be.
struct PlainText: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  var isNull: Bool { false }

  /// A text has no parts; what a section of it names stands further out.
  func child(named name: String) -> Any? { nil }
}

/// A value that is not there, in a place where a value may be.
struct Absent: MustacheCustomRenderable {
  let renderText = ""
  let isNull = true
}

/// Markup that is safe as it stands because Swift made it from escaped parts.
struct Markup: MustacheCustomRenderable, Sendable, Hashable {
  /// The markup.
  let renderText: String
  let isNull = false

  init(_ text: String) {
    renderText = text
  }
}

/// The names of a view's values.
struct Shape: Sendable {
  /// Name of the view, for messages.
  let name: String
  /// Kinds by name.
  let fields: [String: FieldKind]
}

/// What templates may do with a value.
enum FieldKind: Sendable {
  case text
  case flag
  case markup
  case list(@Sendable () -> Shape)
  case record(@Sendable () -> Shape)
}

extension Dictionary where Key == String {
  /// These fields, and those of a part of the owner that have other names.
  func including<Inner: View, Owner>(
    _ inner: Inner.Type,
    _ part: @escaping @Sendable (Owner) -> Inner
  ) -> [String: Field<Owner>] where Value == Field<Owner> {
    merging(Inner.fields.mapValues { $0.lifted(part) }) { own, _ in own }
  }
}
