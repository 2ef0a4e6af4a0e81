import SeededNumbers

/// A file with one or a few small things changed, as a broken disk, a cut download, a careless editor or an
/// attacker would change it.
enum Mutation {
  /// The same change for the same file and number, in every run.
  ///
  /// - Complexity: O(*n*) in the length of the file.
  static func of(_ file: [UInt8], number: Int) -> [UInt8] {
    var generator = SplitMix64(seed: UInt64(truncatingIfNeeded: number))
    var bytes = file
    for _ in 0..<Int.random(in: 1...3, using: &generator) { change(&bytes, &generator) }
    return bytes
  }

  /// The beginning of a file, of each length in turn, so that `count` of them are spread evenly over it.
  static func truncation(of file: [UInt8], number: Int, of count: Int) -> [UInt8] {
    Array(file.prefix(file.count * number / max(1, count)))
  }

  private static func change(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    let end = min(bytes.count, place + Int.random(in: 1...24, using: &generator))
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4: bytes.insert(contentsOf: hostile.randomElement(using: &generator) ?? [], at: place)
    case 5: replaceNumber(from: place, in: &bytes, &generator)
    case 6: replaceValue(from: place, in: &bytes, &generator)
    default:
      let other = Int.random(in: 0..<bytes.count, using: &generator)
      bytes.swapAt(place, other)
    }
  }

  /// Puts an extreme number in the place of the next one.
  private static func replaceNumber(
    from place: Int, in bytes: inout [UInt8], _ generator: inout SplitMix64
  ) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let start = bytes[place...].firstIndex(where: digits.contains) else { return }
    let end = bytes[start...].firstIndex { !digits.contains($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: extremes.randomElement(using: &generator) ?? [])
  }

  /// Puts a value of another kind after the next colon.
  private static func replaceValue(
    from place: Int, in bytes: inout [UInt8], _ generator: inout SplitMix64
  ) {
    guard let colon = bytes[place...].firstIndex(of: UInt8(ascii: ":")) else { return }
    let end = bytes[colon...].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "}") }
    bytes.replaceSubrange(
      (colon + 1)..<(end ?? bytes.count), with: values.randomElement(using: &generator) ?? [])
  }

  private static let extremes = bytes(of: [
    "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e308", "-1", "0",
    "0.5", "99999999999999999999999999", "1e-400", "2147483648",
  ])

  private static let values = bytes(of: [
    "null", "true", "[]", "{}", "\"\"", "[[[[[[[[]]]]]]]]", "\"\\ud800\"", "-0", "\"\\u0000\"",
  ])

  private static let hostile = bytes(of: [
    "\u{0}", "\u{1B}[2J", "\u{202E}", "\u{FEFF}", "\"", "\\", "\\u", "{", "[", "}", "]", ",", "<",
    "&", "&#", "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "\r", "\n\n", "> ", "```\n", "|",
  ])

  private static func bytes(of texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
