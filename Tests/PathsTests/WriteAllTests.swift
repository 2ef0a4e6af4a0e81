import Glibc
import Paths
import Testing

@Suite struct WriteAllTests {
  @Test func allBytesAreWrittenToAFile() throws {
    let path = "/tmp/understory-written-\(getpid())"
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    unlink(path)
    try #require(file >= 0)
    defer { close(file) }
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(writeAll(bytes[10..<299_990], to: file) == 0)
    #expect(writeAll([], to: file) == 0)
    var read = [UInt8](repeating: 0, count: 300_000)
    #expect(pread(file, &read, read.count, 0) == 299_980)
    #expect(read[..<299_980].elementsEqual(bytes[10..<299_990]))
  }

  @Test func theErrorIsTheSystems() {
    #expect(writeAll([1], to: -1) == EBADF)
    let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
    defer { close(full) }
    #expect(writeAll([1], to: full) == ENOSPC)
  }
}
