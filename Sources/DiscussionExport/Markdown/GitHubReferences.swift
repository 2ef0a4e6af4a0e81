/// Where GitHub would find names, issues and commits in a text ("Autolinked references and URLs"),
/// so that it can be kept from it.
///
/// It looks for them in the text of the finished page, so no escape of Markdown's helps: `@name` and
/// `@organisation/team`, which also make an address of mail (`ann@loaf.example`); `#12` and
/// `owner/repo#12`; `GH-12`; and hashes of commits, words of 7 to 40 hexadecimal digits.
struct GitHubReferences {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The places in words that may be hashes of commits, ascending.
  private let hashPlaces: Set<Int>

  /// Digits of a hash that are too few to be one.
  private static let digits = 6

  /// - Parameter bytes: UTF-8; it must live as long as this does.
  /// - Complexity: O(length).
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var places: Set<Int> = []
    var start = 0
    while start < bytes.count {
      guard bytes[start].isWord else {
        start += 1
        continue
      }
      let end = bytes[start...].firstIndex { !$0.isWord } ?? bytes.count
      if end - start > Self.digits, bytes[start..<end].allSatisfy(\.isHexadecimal) {
        for place in stride(from: start + Self.digits, to: end, by: Self.digits) {
          places.insert(place - 1)
        }
      }
      start = end
    }
    hashPlaces = places
  }

  /// Whether what is at an index must be held apart from what follows it.
  func needsGap(after index: Int) -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : nil
    switch bytes[index] {
    // At the end, nobody knows what follows.
    case UInt8(ascii: "@"): return next.map { $0.isWord || "-.@".utf8.contains($0) } ?? true
    case UInt8(ascii: "#"): return next.map { 0x30...0x39 ~= $0 } ?? true
    case UInt8(ascii: "-"):
      return index > 0 && bytes[index - 1] | 0x20 == UInt8(ascii: "h")
        && next.map { 0x30...0x39 ~= $0 } == true
    default: return hashPlaces.contains(index)
    }
  }
}

extension UInt8 {
  /// Whether GitHub takes it for a part of a word.
  fileprivate var isWord: Bool {
    isHexadecimal || 0x47...0x5A ~= self || 0x67...0x7A ~= self || self == UInt8(ascii: "_")
  }

  fileprivate var isHexadecimal: Bool {
    0x30...0x39 ~= self || 0x41...0x46 ~= self || 0x61...0x66 ~= self
  }
}
