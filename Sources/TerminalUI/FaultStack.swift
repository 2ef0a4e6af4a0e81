import CRescue
import Platform

/// The stack on which a fault of a thread is reported.
///
/// A thread that has overflowed its own stack has no room left to report that. The first thread gets
/// another one with the session's ``TerminalSession/CrashLog``; a second thread needs one of its own.
public enum FaultStack {
  /// In bytes, as many as the first thread has.
  private static let size = 1 << 17

  /// Whether a mapped file may become shorter: what was behind its new end is zeros then, and not a fault.
  public static var catchesLostPages: Bool { rescue_catches_lost_pages() != 0 }

  /// Does work in the calling thread, which has such a stack until the work is done.
  public static func use<Result>(for work: () throws -> Result) rethrows -> Result {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    // Its members are in another order on macOS.
    var stack = stack_t()
    stack.ss_sp = memory
    stack.ss_size = .init(size)
    var before = stack_t()
    sigaltstack(&stack, &before)
    defer {
      sigaltstack(&before, nil)
      memory.deallocate()
    }
    return try work()
  }
}
