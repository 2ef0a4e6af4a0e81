/// The names of elements and attributes in a document, each with a number.
///
/// Those of ``HTMLName`` have the same number everywhere; others are numbered as they come.
struct NameTable: Sendable {
  private var short: [PackedName: Int32] = [:]
  private var long: [[UInt8]: Int32] = [:]
  /// Those that are not in ``HTMLName``, in the order of their numbers.
  private(set) var added: [[UInt8]] = []

  /// The number of a name, which is in lower case.
  ///
  /// - Complexity: O(length).
  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    if let packed = PackedName(bytes) {
      if let known = KnownNames.number(of: packed) { return known }
      if let known = short[packed] { return known }
      short[packed] = next
      return add(Array(bytes))
    }
    let name = Array(bytes)
    if let known = long[name] { return known }
    long[name] = next
    return add(name)
  }

  /// The number of a name that is known by now; nil for all others.
  func knownNumber(of bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard let packed = PackedName(bytes) else { return long[Array(bytes)] }
    return KnownNames.number(of: packed) ?? short[packed]
  }

  /// How a name is written, in UTF-8.
  func spelling(of number: Int32) -> [UInt8] {
    let index = Int(number)
    if index < KnownNames.count { return KnownNames.spellings[index] }
    return added[index - KnownNames.count]
  }

  /// How many names there are.
  var count: Int { KnownNames.count + added.count }

  private var next: Int32 { Int32(count) }

  private mutating func add(_ name: [UInt8]) -> Int32 {
    defer { added.append(name) }
    return next
  }
}

/// A name of at most 16 bytes in two words, so that names are compared at once.
struct PackedName: Hashable, Sendable {
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0

  /// Nil for a longer name, and for one that contains U+0000.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 16 else { return nil }
    var shift: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      if byte == 0 { return nil }
      if index == 8 { shift = 0 }
      if index < 8 { low |= UInt64(byte) << shift } else { high |= UInt64(byte) << shift }
      shift += 8
    }
  }

  /// A place in a table of 1,024.
  var place: Int { Int(truncatingIfNeeded: ((low ^ high &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 54) }
}

/// The table of all names in ``HTMLName``.
private enum KnownNames {
  static let count = Int(HTMLName.other.rawValue)

  static let spellings: [[UInt8]] = HTMLName.spellings.withUTF8Buffer {
    $0.split(separator: UInt8(ascii: " ")).map { Array($0) }
  }

  static func number(of name: PackedName) -> Int32? {
    var place = name.place
    while places[place] >= 0 {
      if names[Int(places[place])] == name { return Int32(places[place]) }
      place = (place + 1) % places.count
    }
    return nil
  }

  private static let names: [PackedName] = spellings.compactMap { spelling in
    spelling.withUnsafeBufferPointer { PackedName($0) }
  }

  /// Where each name is in ``names``, by its hash; -1 where none is.
  private static let places: [Int16] = {
    var places = [Int16](repeating: -1, count: 1024)
    for (number, name) in names.enumerated() {
      var place = name.place
      while places[place] >= 0 { place = (place + 1) % places.count }
      places[place] = Int16(number)
    }
    return places
  }()
}
