/// A piece of a text that names a place or a person, found without markup.
public struct Address: Equatable, Sendable {
  /// Its bytes, 0-based offsets in the text's UTF-8.
  public var range: Range<Int>
  public var kind: Kind

  public enum Kind: Equatable, Sendable {
    /// An address of the web, by its scheme (`http:`, `https:`, `ftp:`, `gemini:`) or by `www.`.
    case web
    /// A name after `@`, as in `@ann` or `@ann@example.org`.
    case mention
    /// A community on a host, as in `!cats@example.org`.
    case community
  }
}

extension SafeText {
  /// The addresses in it, ascending and apart.
  ///
  /// One of the web ends before white space, `<`, `>`, a quotation mark, a bracket that was not
  /// opened in it, and punctuation that ends a sentence, as in GitHub's Markdown ("Autolinks
  /// (extension)").
  ///
  /// - Complexity: O(length).
  public var addresses: [Address] {
    var text = string
    return text.withUTF8 { bytes in
      var scanner = AddressScanner(bytes: bytes)
      return scanner.addresses()
    }
  }
}

/// Finds addresses in UTF-8.
private struct AddressScanner {
  let bytes: UnsafeBufferPointer<UInt8>

  mutating func addresses() -> [Address] {
    var result: [Address] = []
    var at = 0
    var end = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: ":"):
        if let found = web(colon: at, after: end) {
          result.append(Address(range: found, kind: .web))
          (at, end) = (found.upperBound, found.upperBound)
          continue
        }
      case UInt8(ascii: "w"), UInt8(ascii: "W"):
        if let found = bareWeb(from: at) {
          result.append(Address(range: found, kind: .web))
          (at, end) = (found.upperBound, found.upperBound)
          continue
        }
      case UInt8(ascii: "@"):
        if let found = mention(from: at) {
          result.append(Address(range: found, kind: .mention))
          (at, end) = (found.upperBound, found.upperBound)
          continue
        }
      case UInt8(ascii: "!"):
        if let found = community(from: at) {
          result.append(Address(range: found, kind: .community))
          (at, end) = (found.upperBound, found.upperBound)
          continue
        }
      default: break
      }
      at += 1
    }
    return result
  }

  private static let schemes: [StaticString] = ["https", "http", "gemini", "ftp"]

  /// `scheme://rest`, where `colon` is the place of the colon.
  private func web(colon: Int, after end: Int) -> Range<Int>? {
    guard starts("://", at: colon) else { return nil }
    let scheme = Self.schemes.first { scheme in
      let start = colon - scheme.utf8CodeUnitCount
      return start >= end && starts(scheme, at: start) && !isWord(at: start - 1)
    }
    guard let scheme else { return nil }
    let start = colon - scheme.utf8CodeUnitCount
    let stop = self.stop(from: colon + 3)
    return stop > colon + 3 ? start..<stop : nil
  }

  /// `www.rest`.
  private func bareWeb(from start: Int) -> Range<Int>? {
    guard starts("www.", at: start), !isWord(at: start - 1) else { return nil }
    let stop = self.stop(from: start + 4)
    let hasDot = bytes[min(start + 4, stop)..<stop].contains(UInt8(ascii: "."))
    return hasDot ? start..<stop : nil
  }

  /// `@name`, and `@name@host` as the Fediverse writes it.
  private func mention(from start: Int) -> Range<Int>? {
    guard !isWord(at: start - 1) else { return nil }
    var stop = nameEnd(from: start + 1)
    guard stop > start + 1 else { return nil }
    if stop < bytes.count, bytes[stop] == UInt8(ascii: "@") {
      let host = nameEnd(from: stop + 1)
      if host > stop + 1 { stop = host }
    }
    return start..<stop
  }

  /// `!name@host`, where the host has a dot.
  private func community(from start: Int) -> Range<Int>? {
    guard !isWord(at: start - 1) else { return nil }
    let name = nameEnd(from: start + 1)
    guard name > start + 1, name < bytes.count, bytes[name] == UInt8(ascii: "@") else { return nil }
    let stop = nameEnd(from: name + 1)
    let host = bytes[name + 1..<max(name + 1, stop)]
    return host.contains(UInt8(ascii: ".")) ? start..<stop : nil
  }

  /// Where a name ends: letters, digits, `_`, and `-` or `.` between them.
  private func nameEnd(from start: Int) -> Int {
    var at = start
    while isWord(at: at) || at > start && isInner(at: at) && isWord(at: at + 1) { at += 1 }
    return at
  }

  private func isInner(at index: Int) -> Bool {
    index < bytes.count && (bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "."))
  }

  /// Whether there is an ASCII letter, digit or `_`.
  private func isWord(at index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    switch bytes[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      return true
    default: return false
    }
  }

  private func starts(_ text: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { text in
      text.indices.allSatisfy { bytes[index + $0] | 0x20 == text[$0] | 0x20 }
    }
  }

  /// Where an address ends whose host begins at an index.
  private func stop(from start: Int) -> Int {
    var at = start
    var round = 0
    var square = 0
    scan: while at < bytes.count {
      switch bytes[at] {
      case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        break scan
      case UInt8(ascii: "("): round += 1
      case UInt8(ascii: "["): square += 1
      case UInt8(ascii: ")"):
        if round == 0 { break scan }
        round -= 1
      case UInt8(ascii: "]"):
        if square == 0 { break scan }
        square -= 1
      case 0xC2 where isSpaceOrQuote(at: at), 0xE2 where isSpaceOrQuote(at: at),
        0xE3 where isSpaceOrQuote(at: at), 0xEF where isSpaceOrQuote(at: at):
        break scan
      default: break
      }
      at += 1
    }
    while at > start, Self.closers.contains(bytes[at - 1]) { at -= 1 }
    return at
  }

  /// Punctuation that ends a sentence rather than an address.
  private static let closers = Set(".,;:!?'*_~".utf8)

  /// NBSP and guillemets (U+00A0, AB, BB), general punctuation (U+2000 to 203F) but for hyphens and
  /// en dashes (U+2010 to 2013), CJK punctuation (U+3000 to 303F) except for the letters in it (U+3005
  /// to 3007), fullwidth punctuation (U+FF00 to FF3F), U+FFFD.
  private func isSpaceOrQuote(at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let second = bytes[index + 1]
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch bytes[index] {
    case 0xC2: return second == 0xA0 || second == 0xAB || second == 0xBB
    case 0xE3: return second == 0x80 && !(0x85...0x87 ~= third)
    case 0xEF: return second == 0xBC || second == 0xBF
    default: return second == 0x80 && !(0x90...0x93 ~= third)
    }
  }
}
