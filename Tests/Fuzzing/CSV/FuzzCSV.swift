import SheetProperties

/// One run of libFuzzer: `size` bytes at `data`; always 0, as libFuzzer asks.
@_cdecl("LLVMFuzzerTestOneInput")
package func fuzzCSV(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let input = unsafe UnsafeBufferPointer(start: data, count: size)
  unsafe SheetProperties.check(input)
  return 0
}
