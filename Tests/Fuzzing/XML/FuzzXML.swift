import SheetProperties

/// One run of libFuzzer: `size` bytes at `data`; 0, or -1 for an input that is not to be kept.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzXML(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  // What does not begin like XML would be read as CSV, which has a fuzzer of its own.
  guard size > 0, unsafe data?.pointee == UInt8(ascii: "<") else { return -1 }
  let input = unsafe UnsafeBufferPointer(start: data, count: size)
  unsafe SheetProperties.check(input)
  return 0
}
