/// A file of the sample workspace.
struct InboxFile: Sendable {
  /// Where it lies, from the workspace on.
  let path: String
  /// Its bytes.
  let bytes: [UInt8]

  /// A file of the inbox with a text in an encoding.
  init(_ name: String, folder: String = "inbox", _ text: String, as encoding: ByteEncoding) {
    guard let bytes = encoding.bytes(of: text) else {
      preconditionFailure("\(name) holds a character that its encoding lacks")
    }
    path = folder + "/" + name
    self.bytes = bytes
  }

  /// The same bytes under another name.
  init(copying file: InboxFile, as name: String) {
    path = "inbox/" + name
    bytes = file.bytes
  }
}
