import Foundation
import RunningPrograms
import Testing

@testable import Fetching

/// What is remembered of sites that want to be left alone.
@Suite struct RememberedWaitsTests {
  /// What a site asked for before is not shortened, as within one run.
  @Test func theLongestWaitCounts() throws {
    let folder = try Folder()
    let waits = RememberedWaits(folder: folder.path)
    waits.save("a.test", seconds: 100, from: 1000)
    waits.save("a.test", seconds: 10, from: 1005)
    waits.save("b.test:81", seconds: 20, from: 1005)
    #expect(waits.seconds(from: 1010) == ["a.test": 90, "b.test:81": 15])
    #expect(waits.seconds(from: 1030) == ["a.test": 70])
    #expect(waits.seconds(from: 1100) == [:])
  }

  enum Oddity: CaseIterable {
    case pipe, folder, device, loop

    func make(at path: String) throws {
      switch self {
      case .pipe: try #require(mkfifo(path, 0o600) == 0)
      case .folder: try #require(mkdir(path, 0o700) == 0)
      case .device: try #require(symlink("/dev/null", path) == 0)
      case .loop: try #require(symlink(path, path) == 0)
      }
    }
  }

  @Test(arguments: Oddity.allCases, [true, false])
  func whatIsNotAFileIsPassedOver(oddity: Oddity, saves: Bool) throws {
    let folder = try Folder()
    try oddity.make(at: folder.path + "/waits.json")
    let waits = RememberedWaits(folder: folder.path)
    if saves { waits.save("a.test", seconds: 10, from: 1000) }
    #expect(waits.seconds(from: 1000) == [:])
  }

  /// Two programs that remember something at once lose nothing: the second one reads what the first one
  /// has written.
  @Test func waitsAreSavedOneAfterTheOther() throws {
    let folder = try Folder()
    let path = folder.path
    let waits = RememberedWaits(folder: path)
    let lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try #require(flock(lock, LOCK_EX) == 0)
    let other = Thread { waits.save("b.test", seconds: 20, from: 1000) }
    other.start()
    usleep(200_000)
    #expect(waits.seconds(from: 1000) == [:])
    try folder.write(#"{"a.test": 1030}"#, to: "waits.json")
    close(lock)
    while !other.isFinished { usleep(1000) }
    #expect(waits.seconds(from: 1000) == ["a.test": 30, "b.test": 20])
  }
}
