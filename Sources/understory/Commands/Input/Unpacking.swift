import CZlib

/// What gzip has packed (RFC 1952), unpacked in memory.
///
/// As gzip does, it joins the members that follow each other and passes over what follows the last.
enum Unpacking {
  /// Why something cannot be unpacked.
  enum Problem: Error, Equatable {
    case damaged
    /// It ends within a member.
    case cut
    /// It is longer than it may be, in bytes.
    case tooLong(limit: Int)
  }

  private static let magic: [UInt8] = [0x1F, 0x8B]

  /// Whether bytes begin as RFC 1952 section 2.3.1 says.
  static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  /// What is packed in some bytes.
  ///
  /// They are gone through twice: no memory is taken for what turns out to be damaged or too long.
  ///
  /// - Parameters:
  ///   - packed: the packed file.
  ///   - limit: how many bytes there may be, given the first of them.
  /// - Returns: the unpacked bytes.
  /// - Throws: why they cannot be had.
  /// - Complexity: O(packed and unpacked bytes), O(limit) at most.
  static func bytes(
    of packed: [UInt8], limit: (_ start: ArraySlice<UInt8>) -> Int
  ) throws(Problem) -> [UInt8] {
    var count = 0
    var most: Int?
    var scratch = [UInt8](repeating: 0, count: 1 << 16)
    try unpack(packed, through: &scratch) { (piece) throws(Problem) in
      let limit = most ?? limit(piece)
      most = limit
      count += piece.count
      if count > limit { throw .tooLong(limit: limit) }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    try unpack(packed, through: &scratch) { (piece) throws(Problem) in bytes += piece }
    return bytes
  }

  /// Unpacks all members, piece by piece.
  private static func unpack(
    _ packed: [UInt8], through scratch: inout [UInt8],
    _ take: (ArraySlice<UInt8>) throws(Problem) -> Void
  ) throws(Problem) {
    var stream = z_stream()
    guard czlib_begin_gzip(&stream) == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    var offset = 0
    while true {
      let (code, read, written) = step(&stream, packed, offset, &scratch)
      offset += read
      if written > 0 { try take(scratch[..<written]) }
      switch code {
      case Z_OK: continue
      case Z_STREAM_END:
        guard packed[offset...].starts(with: magic) else { return }
        guard inflateReset(&stream) == Z_OK else { throw .damaged }
      case Z_BUF_ERROR where offset == packed.count: throw .cut
      default: throw .damaged
      }
    }
  }

  /// Unpacks as much as there is room for.
  ///
  /// - Returns: zlib's result, how many bytes were read and how many were written.
  private static func step(
    _ stream: inout z_stream, _ packed: [UInt8], _ offset: Int, _ scratch: inout [UInt8]
  ) -> (code: Int32, read: Int, written: Int) {
    // zlib counts in 32 bits.
    let (input, room) = (min(packed.count - offset, 1 << 30), scratch.count)
    let code = packed.withUnsafeBufferPointer { packed in
      scratch.withUnsafeMutableBufferPointer { scratch in
        stream.next_in = packed.baseAddress.map { UnsafeMutablePointer(mutating: $0 + offset) }
        stream.avail_in = UInt32(input)
        stream.next_out = scratch.baseAddress
        stream.avail_out = UInt32(room)
        return inflate(&stream, Z_NO_FLUSH)
      }
    }
    return (code, input - Int(stream.avail_in), room - Int(stream.avail_out))
  }
}
