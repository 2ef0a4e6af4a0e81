/// The hash FNV-1a of Fowler, Noll and Vo (RFC 9923 section 2).
public enum FNV1a {
  /// The hash of 64 bits.
  ///
  /// - Complexity: O(length).
  public static func hash64(_ bytes: some Sequence<UInt8>) -> UInt64 {
    // Bytes that lie in a row are read in place: it is the text of every comment that is marked.
    bytes.withContiguousStorageIfAvailable(hash64) ?? hash64(Array(bytes))
  }

  private static func hash64(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  private static func hash64(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer(hash64) }
}
