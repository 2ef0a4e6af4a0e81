import Platform
import Synchronization

/// A file whose bytes the system reads as they are looked at, and of which few are in memory at a time.
///
/// It is a class because what is mapped must be given back once. Another program may write to the file: then other
/// bytes are found there, and zeros behind its new end if SIGBUS is caught. So nothing that was checked once may be
/// relied on.
public final class MappedFile: Sendable {
  /// How many bytes it has.
  public let count: Int

  // Nobody writes to them, and they stay until this goes.
  private nonisolated(unsafe) let start: UnsafeMutableRawPointer
  /// The part that was looked at last.
  private let lastPart = Atomic<Int>(-1)
  /// How many parts were looked at since their memory was last given back.
  private let parts = Atomic<Int>(0)

  /// The system maps 64 KiB around a byte.
  private static let partBits = 16
  /// 4 MiB at most.
  private static let mostParts = 64

  /// Nil if the system does not map it.
  ///
  /// - Parameters:
  ///   - file: an open file, which may be closed afterwards.
  ///   - count: how many bytes it has; at least one.
  public init?(_ file: Int32, count: Int) {
    let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0)
    guard let start, start != MAP_FAILED else { return nil }
    self.start = start
    self.count = count
  }

  deinit { munmap(start, count) }

  /// The byte at an offset, which must be below ``count``.
  subscript(offset: Int) -> UInt8 {
    precondition(0..<count ~= offset)
    return start.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// All of its bytes; whoever has looked at some says so with ``noteUse(at:)``.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  /// Gives memory back if much has been looked at, which is read again when it is wanted.
  ///
  /// - Parameter offset: where bytes were looked at just now.
  func noteUse(at offset: Int) {
    let part = offset >> Self.partBits
    guard lastPart.exchange(part, ordering: .relaxed) != part,
      parts.add(1, ordering: .relaxed).newValue >= Self.mostParts
    else { return }
    parts.store(0, ordering: .relaxed)
    madvise(start, count, MADV_DONTNEED)
  }
}
