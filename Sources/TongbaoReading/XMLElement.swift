import CLibXML2

/// A start tag, as long as the call that hands it in.
///
/// Names are interned: equal names of one document have equal pointers.
@safe struct XMLElement {
  /// Identity of the local name.
  let name: UnsafePointer<UInt8>
  /// Identity of the namespace; nil for none.
  let namespace: UnsafePointer<UInt8>?
  /// Prefix, nil for none.
  private let prefix: UnsafePointer<UInt8>?
  private let raw: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  /// How many attributes there are.
  let attributeCount: Int
  private let isNameMasked: Bool

  /// A start tag as libxml2 describes it: five pointers for each attribute.
  ///
  /// `isNameMasked`: the names of elements may be masked.
  init(
    _ name: UnsafePointer<UInt8>,
    _ prefix: UnsafePointer<UInt8>?,
    _ namespace: UnsafePointer<UInt8>?,
    _ count: Int32,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    isNameMasked: Bool = false
  ) {
    self.isNameMasked = isNameMasked
    unsafe self.name = name
    unsafe self.prefix = prefix
    unsafe self.namespace = namespace
    unsafe raw = attributes
    attributeCount = unsafe attributes == nil ? 0 : Int(count)
  }

  /// The local name.
  var localName: String {
    let name = unsafe String(cString: name)
    return isNameMasked ? MaskedName.original(of: name) : name
  }

  /// The name with its prefix, as it stands in the file.
  var qualifiedName: String {
    guard let prefix = unsafe prefix else { return localName }
    return unsafe String(cString: prefix) + ":" + localName
  }

  /// Identity of an attribute's local name.
  func attributeName(_ index: Int) -> UnsafePointer<UInt8>? {
    unsafe raw.flatMap { unsafe $0[index * 5] }
  }

  /// Whether an attribute says something about the XML rather than of the record (`xsi:nil`, `xml:space`).
  func isAboutXML(_ index: Int) -> Bool {
    guard let uri = unsafe raw.flatMap({ unsafe $0[index * 5 + 2] }) else { return false }
    let text = unsafe String(cString: uri)
    return text == "http://www.w3.org/2001/XMLSchema-instance"
      || text == "http://www.w3.org/XML/1998/namespace"
  }

  /// Appends an attribute's value to `bytes`.
  ///
  /// libxml2 leaves every `&` of a value as `&#38;` while it does not replace entities.
  func appendValue(of index: Int, to bytes: inout [UInt8]) {
    guard let raw = unsafe raw, let start = unsafe raw[index * 5 + 3],
      let end = unsafe raw[index * 5 + 4], unsafe end > start
    else { return }
    let view = unsafe ByteView(UnsafeRawBufferPointer(start: start, count: end - start))
    var position = 0
    while let mark = view.firstIndex(of: 0x26, from: position, to: view.count) {
      bytes.append(position..<mark + 1, of: view)
      position = min(mark + 5, view.count)
    }
    bytes.append(position..<view.count, of: view)
  }

  /// The value of the attribute with a local name, as text.
  func value(of name: String) -> String? {
    for index in 0..<attributeCount {
      guard let own = unsafe attributeName(index), unsafe String(cString: own) == name else {
        continue
      }
      var bytes: [UInt8] = []
      appendValue(of: index, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }

  /// The namespace as text.
  var namespaceName: String {
    unsafe namespace.map { unsafe String(cString: $0) } ?? ""
  }
}

extension XMLElement {
  /// The local name as a number: equal for equal names of one document.
  var identity: Int { unsafe Int(bitPattern: name) }

  /// An attribute's local name as a number.
  func attributeIdentity(_ index: Int) -> Int {
    unsafe Int(bitPattern: attributeName(index))
  }

  /// An attribute's local name.
  func attributeText(_ index: Int) -> String {
    unsafe attributeName(index).map { unsafe String(cString: $0) } ?? ""
  }
}
