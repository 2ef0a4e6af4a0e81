import Platform

/// A file of the Unicode Character Database: ranges of scalars and their values (UAX #44, section
/// 4.2).
struct PropertyFile {
  private(set) var fields: [(range: ClosedRange<Int>, value: String)] = []
  /// The first line, which names the file with its version.
  private(set) var heading = ""

  /// - Parameter path: where it is.
  /// - Throws: ``DatabaseProblem`` where it is not there.
  init(_ path: String) throws(DatabaseProblem) {
    guard let file = fopen(path, "r") else { throw .missing(path) }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 4096)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let bytes = buffer.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
      let line = String(decoding: bytes, as: UTF8.self)
      if heading.isEmpty { heading = line }
      if let field = Self.field(line) { fields.append(field) }
    }
  }

  /// The scalars with one of some values.
  func scalars(_ values: String...) -> [Bool] {
    var result = [Bool](repeating: false, count: 0x110000)
    for (range, value) in fields where values.contains(value) {
      for scalar in range { result[scalar] = true }
    }
    return result
  }

  /// Each scalar's value; `other` where the file has none.
  func values(orElse other: String) -> [String] {
    var result = [String](repeating: other, count: 0x110000)
    for (range, value) in fields { for scalar in range { result[scalar] = value } }
    return result
  }

  /// The range and the value of a line such as `0300..036F ; Mn # …`; nil for other lines.
  private static func field(_ line: String) -> (ClosedRange<Int>, String)? {
    let data = line.prefix { $0 != "#" }.split(separator: ";")
    guard data.count == 2 else { return nil }
    let bounds = data[0].filter { $0 != " " }.split(separator: ".").compactMap {
      Int($0, radix: 16)
    }
    guard let first = bounds.first, let last = bounds.last else { return nil }
    return (first...last, data[1].filter { $0 != " " })
  }
}
