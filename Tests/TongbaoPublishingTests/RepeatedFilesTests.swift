import Testing

@testable import TongbaoPublishing

struct RepeatedFilesTests {
  @Test func `files are the same by their bytes, whatever their names`() throws {
    let folder = try TemporaryFolder()
    try folder.write("单号", to: "a.csv")
    try folder.write("编号", to: "b.csv")
    try folder.write("单号", to: "c.csv")
    try folder.write("单号，", to: "d.csv")
    try folder.write("", to: "e.csv")
    try folder.write("", to: "f.csv")
    let paths = ["a", "b", "c", "a", "d", "e", "f", "missing"].map { "\(folder.path)/\($0).csv" }
    #expect(RepeatedFiles.originals(of: paths + [folder.path]) == [2: 0, 3: 0])
    #expect(RepeatedFiles.originals(of: paths, from: 3) == [3: 0])
    #expect(RepeatedFiles.originals(of: []).isEmpty)
  }
}
