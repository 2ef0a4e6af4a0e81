import Platform
import Synchronization

/// A file that is mapped: the system reads its bytes when they are needed, and few of them are in memory at a time.
///
/// It is a class because a mapping must be removed exactly once. If another program writes to the file, its bytes
/// change; if the file is cut and SIGBUS is caught, the missing bytes are zeros. So do not rely on an earlier check.
public final class MappedFile: Sendable {
  /// How many bytes it has.
  public let count: Int

  // Safe to share: this program never writes to these bytes, and they stay mapped until `deinit`.
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
