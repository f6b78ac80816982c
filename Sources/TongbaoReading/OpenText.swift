/// The text since the last tag: as long as it stands in the document in one piece it is not copied.
struct OpenText: BitwiseCopyable {
  /// First byte, in the part of the document that is parsed, or in what is copied out of it.
  var start = 0
  /// One past the last byte.
  var end = 0
  /// Whether the text has been copied.
  var isExtra = false

  /// How long it is.
  var count: Int { end - start }
}
