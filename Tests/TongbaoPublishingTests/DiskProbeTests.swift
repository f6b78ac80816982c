import Glibc
import Testing

@testable import TongbaoPublishing

/// The file that shows whether a disk does what is asked of it.
struct DiskProbeTests {
  @Test func `a good disk writes, locks and renames, and keeps nothing`() throws {
    let folder = try TemporaryFolder()
    let probe = DiskProbe(in: folder.path)
    #expect(probe.failure == nil && probe.locks)
    #expect(try Folder(opening: folder.path, disk: Disk()).names().isEmpty)
  }

  @Test(arguments: [DiskOperation.create, .write, .sync, .rename, .lock, .open])
  func `the first call that fails is named, and nothing stays`(operation: DiskOperation) throws {
    let folder = try TemporaryFolder()
    let plan = FaultPlan(at: 1, .failure(ENOSPC), isLasting: true, concerns: { $0 == operation })
    let probe = DiskProbe(in: folder.path, disk: Disk(faults: plan))
    #expect(probe.failure?.operation == operation && probe.failure?.code == ENOSPC)
    #expect(try Folder(opening: folder.path, disk: Disk()).names().isEmpty)
  }

  @Test func `a folder that is missing, a file in its place and a dead link are told apart`() throws
  {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    #expect(unsafe symlink("nowhere", folder.path + "/link") == 0)
    #expect(unsafe symlink(".", folder.path + "/self") == 0)
    #expect(FolderFacts.of(folder.path + "/none").state == .missing)
    #expect(FolderFacts.of(folder.path + "/file").state == .other)
    #expect(FolderFacts.of(folder.path + "/link").state == .other)
    let real = FolderFacts.of(folder.path + "/self")
    #expect(real.state == .folder && real.isLink && real.isReadable && !real.owner.isEmpty)
    #expect(real.size > 0 && !real.fileSystem.isEmpty)
  }

  @Test func `the file system is that of the deepest mount, the later of two`() {
    let table = MountTable(
      text: """
        21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
        30 21 0:40 / /srv/a\\040b rw shared:5 - nfs4 host:/x rw
        31 21 0:41 / /srv/a\\040b/c rw - ext4 /dev/sdb1 rw
        32 31 0:42 / /srv/a\\040b/c rw - cifs //host/x rw
        broken
        """
    )
    #expect(table.fileSystem(of: "/srv/a b/d") == "nfs4")
    #expect(
      table.fileSystem(of: "/srv/a b/c") == "cifs" && table.fileSystem(of: "/srv/a b/cd") == "nfs4"
    )
    #expect(
      table.fileSystem(of: "/srv") == "ext4" && MountTable(text: "").fileSystem(of: "/") == ""
    )
  }

  @Test(arguments: [
    ("ext4", true), ("xfs", true), ("tmpfs", true), ("overlay", true), ("nfs4", false),
    ("cifs", false), ("smb3", false), ("fuse.sshfs", false), ("9p", false),
  ])
  func `file systems of this machine know who writes, shares do not`(kind: String, knows: Bool) {
    let table = MountTable(text: "21 1 8:1 / /nowhere rw,relatime - \(kind) /dev/sda1 rw\n")
    #expect(table.knowsWriters(at: "/nowhere/inbox") == knows)
    #expect(!table.knowsWriters(at: "/elsewhere"))
  }

  @Test func `a lock is seen while it is held`() throws {
    let office = try SmallOffice()
    let workspace = try Workspace(at: office.folder.path)
    #expect(try !workspace.isLocked())
    try workspace.prepare()
    let lock = try workspace.lock()
    #expect(try workspace.isLocked())
    withExtendedLifetime(lock) {}
  }
}
