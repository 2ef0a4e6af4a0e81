/// The hash FNV-1a of Fowler, Noll and Vo (RFC 9923 section 2).
public enum FNV1a {
  /// The hash of 64 bits.
  ///
  /// - Complexity: O(length).
  public static func hash64(_ bytes: some Sequence<UInt8>) -> UInt64 {
    let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325
    let prime: UInt64 = 0x100_0000_01B3
    return bytes.reduce(offsetBasis) { ($0 ^ UInt64($1)) &* prime }
  }
}
