/// The table of rooms in Sources/README.md.
struct RoomTable {
  /// For each room, a folder of Sources, the modules that it may import.
  private(set) var rooms: [String: Set<String>] = [:]

  /// What every room may import: the system.
  static let system: Set = ["Swift", "Synchronization", "Platform", "FoundationEssentials"]

  /// Reads the table below the heading "What each room may import".
  ///
  /// Its cells are the room, what it is for, and its imports: `nothing`, or names and `all rooms`,
  /// separated by commas.
  init(page: String) {
    let section = page.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "## What each room may import" }.dropFirst().prefix { !$0.hasPrefix("## ") }
    let rows = section.filter { $0.hasPrefix("|") }.dropFirst(2).map(Self.cells)
    let names = Set(rows.compactMap(\.first))
    for cells in rows where cells.count == 3 {
      let imports = cells[2].split(separator: ",").map { Self.trimmed($0) }
      rooms[cells[0]] = Set(imports).subtracting(["nothing", "all rooms"])
        .union(imports.contains("all rooms") ? names : [])
    }
  }

  /// The cells of a row such as `| a | b |`.
  private static func cells(_ row: Substring) -> [String] {
    row.split(separator: "|").map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// Without the spaces and code marks around it.
  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { " `".contains($0) }
    return String(String(start.reversed().drop { " `".contains($0) }).reversed())
  }
}
