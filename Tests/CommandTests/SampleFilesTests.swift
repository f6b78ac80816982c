import Testing

/// The checked-in sample files and their generator.
struct SampleFilesTests {
  @Test func `the sample files are what the generator makes`() throws {
    let transcript = try Binary.run(
      ["samples", "--out", "samples/haining-2017", "--seed", "2017", "--check"],
      program: "tongbao-bench"
    )
    #expect(transcript.status == 0, "\(transcript.output)\(transcript.errors)")
  }
}
