import Testing
import TongbaoPublishing

struct ContentDigestTests {
  @Test func `the digest of pieces is that of the whole`() {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var stream = DigestStream()
    stream.update(bytes[..<1])
    stream.update([])
    stream.update(bytes[1..<77_777])
    stream.update(bytes[77_777...])
    #expect(stream.finished() == ContentDigest(of: bytes))
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(DigestStream().finished().hex == empty)
  }
}
