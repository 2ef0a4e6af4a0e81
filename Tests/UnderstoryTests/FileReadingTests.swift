import Foundation
import Synchronization
import Testing
import TextGrid

@testable import understory

/// The thread that reads a file.
@Suite struct FileReadingTests {
  /// An overflow of its stack can be reported: it has another one for that.
  @Test func itsFaultsHaveAStack() throws {
    let size = Atomic<Int>(0)
    let reading = try #require(
      FileReading("any") { path in
        var stack = stack_t()
        sigaltstack(nil, &stack)
        if stack.ss_sp != nil { size.store(stack.ss_size, ordering: .relaxed) }
        throw Failure(path: path, "nothing is read")
      })
    reading.start()
    var file = pollfd(fd: reading.file, events: Int16(POLLIN), revents: 0)
    try #require(poll(&file, 1, 60_000) == 1)
    #expect(size.load(ordering: .relaxed) >= 1 << 16)
    guard case .failure(let failure) = reading.take() else {
      Issue.record("expected a failure")
      return
    }
    #expect(failure.line.string == "any: nothing is read")
  }
}
