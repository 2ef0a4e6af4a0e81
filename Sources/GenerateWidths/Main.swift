import Glibc

/// Writes the table of cell widths from the Unicode Character Database.
///
///     swift run GenerateWidths > Sources/CWidths/table.c
///
/// Reads EastAsianWidth.txt and extracted/DerivedGeneralCategory.txt of Debian's `unicode-data`
/// (or of the folder given as the one argument). Run by hand when Unicode's version changes; what it
/// writes is kept with the sources.
@main struct Main {
  static func main() {
    let folder = CommandLine.arguments.dropFirst().first ?? "/usr/share/unicode"
    guard let widths = lines(of: folder + "/EastAsianWidth.txt"),
      let categories = lines(of: folder + "/extracted/DerivedGeneralCategory.txt")
    else {
      fatalError("\(folder): expected the Unicode Character Database (Debian's unicode-data)")
    }
    var table = [Int8](repeating: 1, count: 0x110000)
    for (range, value) in widths.compactMap(field) where value == "W" || value == "F" {
      for scalar in range { table[scalar] = 2 }
    }
    for (range, value) in categories.compactMap(field) {
      switch value {
      case "Mn", "Me", "Cf": for scalar in range { table[scalar] = 0 }
      case "Cc", "Cn", "Co", "Cs", "Zl", "Zp": for scalar in range { table[scalar] = -1 }
      default: break
      }
    }
    // Vowels and final consonants of Hangul join the consonant before them (UAX #11, section 4.2).
    for scalar in [0x1160...0x11FF, 0xD7B0...0xD7FF].joined() where table[scalar] == 1 {
      table[scalar] = 0
    }
    printTable(table, version: widths.first ?? "")
  }

  /// Prints the runs of equal width, without those of width 1.
  static func printTable(_ table: [Int8], version: String) {
    print("// Written by GenerateWidths from \(version.drop { $0 == "#" || $0 == " " }).")
    print("#include \"table.h\"")
    print("\nconst struct understory_width_run understory_width_runs[] = {")
    var start = 0
    var count = 0
    while start < table.count {
      var end = start
      while end + 1 < table.count, table[end + 1] == table[start] { end += 1 }
      if table[start] != 1 {
        print("  {0x\(String(start, radix: 16)), 0x\(String(end, radix: 16)), \(table[start])},")
        count += 1
      }
      start = end + 1
    }
    print("};\nconst int understory_width_run_count = \(count);")
  }

  /// The range and the value of a line such as `0300..036F ; Mn # …`; nil for other lines.
  static func field(_ line: String) -> (ClosedRange<Int>, String)? {
    let data = line.prefix { $0 != "#" }.split(separator: ";")
    guard data.count == 2 else { return nil }
    let bounds = data[0].filter { $0 != " " }.split(separator: ".").compactMap {
      Int($0, radix: 16)
    }
    guard let first = bounds.first, let last = bounds.last else { return nil }
    return (first...last, data[1].filter { $0 != " " })
  }

  /// The lines of a text file; nil when it cannot be read.
  static func lines(of path: String) -> [String]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var result: [String] = []
    var buffer = [CChar](repeating: 0, count: 4096)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let bytes = buffer.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
      result.append(String(decoding: bytes, as: UTF8.self))
    }
    return result
  }
}
