import ArgumentParser

/// A number of bytes as people write it: 500M is 500 MiB.
struct ByteSize: Equatable, ExpressibleByArgument {
  var bytes: Int

  /// What can be read at all.
  static let most = 1 << 32 - 1

  private static let units: [(letter: Character, bytes: Int)] = [
    ("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10),
  ]

  init(bytes: Int) { self.bytes = bytes }

  /// Nil for what is not a number from 1 to 4 G, with or without a unit (K, M, G, also as KiB).
  init?(argument: String) {
    var digits = argument[...]
    for ending in ["iB", "B"] where digits.hasSuffix(ending) {
      digits = digits.dropLast(ending.count)
      break
    }
    let unit = Self.units.first { digits.uppercased().hasSuffix(String($0.letter)) }
    if unit != nil { digits = digits.dropLast() }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let count = Int(digits)
    else { return nil }
    let (bytes, isTooLarge) = count.multipliedReportingOverflow(by: unit?.bytes ?? 1)
    guard !isTooLarge, 1...(Self.most + 1) ~= bytes else { return nil }
    self.bytes = min(bytes, Self.most)
  }

  /// `64 MiB`; a number that is not whole in any unit is one of bytes.
  var text: String {
    for unit in Self.units where bytes >= unit.bytes && bytes % unit.bytes == 0 {
      return "\(bytes / unit.bytes) \(unit.letter)iB"
    }
    return "\(bytes) bytes"
  }
}
