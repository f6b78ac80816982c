import Testing
import TongbaoPublishing

struct ContentDigestTests {
  @Test func `the digest of pieces is that of the whole`() {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let digest = ContentDigest(ofPieces: { send in
      send(Array(bytes[..<1]))
      send([])
      send(Array(bytes[1..<77_777]))
      send(Array(bytes[77_777...]))
    })
    #expect(digest == ContentDigest(of: bytes))
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(ContentDigest(ofPieces: { _ in }).hex == empty)
  }
}
