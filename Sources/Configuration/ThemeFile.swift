import Reader
import TOMLKit
import TextGrid

/// A theme as its TOML file says it, before what it inherits is joined to it.
struct ThemeFile {
  /// What messages call it: its path, or that it is built in.
  let label: String
  /// One line on what it is.
  private(set) var about: String?
  /// Whether it says that it is made for a dark background; nil if it does not say.
  private(set) var isDark: Bool?
  /// The name of the theme that it changes.
  private(set) var inherits: String?
  private(set) var palette: [String: Color] = [:]
  private(set) var roles: [Role: RoleEntry] = [:]
  /// What is wrong in it, from top to bottom.
  private(set) var problems: [EntryProblem] = []
  private let text: String
  /// Where its entries are; nil before anybody has to know.
  private var places: KeyPlaces?

  /// - Parameters:
  ///   - label: what messages call it.
  ///   - text: TOML; if it is not one, that is its one problem.
  init(label: String, text: String) {
    self.label = label
    self.text = text
    do {
      read(try TOMLTable(string: text))
      problems.sort { ($0.place ?? Self.start) < ($1.place ?? Self.start) }
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      let place = TextPlace(line: begin.line, column: begin.column)
      problems = [EntryProblem(file: label, place: place, path: "", text: error.description)]
    } catch {
      problems = [EntryProblem(file: label, place: nil, path: "", text: "expected TOML")]
    }
  }

  private static let start = TextPlace(line: 0, column: 0)

  /// A problem with an entry of this file.
  func problem(_ path: String, _ text: String) -> EntryProblem {
    let places = places ?? KeyPlaces(self.text)
    return EntryProblem(file: label, place: places[path], path: path, text: text)
  }

  private mutating func wrong(_ path: String, _ text: String) {
    places = places ?? KeyPlaces(self.text)
    problems.append(problem(path, text))
  }

  private static let keys = ["about", "background", "inherits", "palette", "roles"]

  private mutating func read(_ table: TOMLTable) {
    for key in table.keys where !Self.keys.contains(key) {
      wrong(key, expectedOne(of: Self.keys, found: key))
    }
    about = text(table, "about")
    inherits = text(table, "inherits")
    let background = text(table, "background")
    isDark = background == "dark" ? true : background == "light" ? false : nil
    let needsBackground = background == nil && table["background"] == nil && inherits == nil
    if needsBackground || (background != nil && isDark == nil) {
      wrong("background", "expected \"dark\" or \"light\", the intended background")
    }
    for (key, value) in entries(of: table, "palette") {
      palette[key] = color(value, path: "palette.\(key)")
    }
    if table["roles"] == nil, inherits == nil { wrong("roles", "expected a table") }
    for (key, value) in entries(of: table, "roles") { readRole(key, value) }
  }

  private mutating func text(_ table: TOMLTable, _ key: String) -> String? {
    guard let value = table[key] else { return nil }
    if value.string == nil { wrong(key, "expected text in quotes") }
    return value.string
  }

  private mutating func entries(
    of table: TOMLTable, _ key: String
  ) -> [(key: String, value: any TOMLValueConvertible)] {
    guard let value = table[key] else { return [] }
    guard let entries = value.table else {
      wrong(key, "expected a table")
      return []
    }
    return entries.keys.sorted().compactMap { key in entries[key].map { (key, $0) } }
  }

  /// Reads how a role looks, and in the same table those that are below it.
  ///
  /// TOML makes of `quote.mark = "red"` a table `quote` with an entry `mark`.
  private mutating func readRole(_ key: String, _ value: any TOMLValueConvertible) {
    var waiting = [(name: key, value: value)]
    while let (name, value) = waiting.popLast() {
      let role = Role(rawValue: name)
      guard role != nil || value.table?.keys.contains(where: { isRole("\(name).\($0)") }) == true
      else {
        wrong("roles.\(name)", unknownRole(name))
        continue
      }
      var entry = RoleEntry(path: "roles.\(name)")
      guard let table = value.table else {
        entry.foreground = reference(value, path: entry.path)
        if let role { roles[role] = entry }
        continue
      }
      let below = table.keys.sorted().filter { isRole("\(name).\($0)") }
      for key in below { if let value = table[key] { waiting.append(("\(name).\(key)", value)) } }
      let own = table.keys.sorted().filter { !below.contains($0) }
      for key in own { readStyle(key, table[key], into: &entry) }
      if let role, !own.isEmpty || below.isEmpty { roles[role] = entry }
    }
  }

  private func isRole(_ name: String) -> Bool { Role(rawValue: name) != nil }

  private func unknownRole(_ name: String) -> String {
    let nearest =
      problems.count < Self.suggestions
      ? nearestName(to: name, among: Role.allCases.map(\.rawValue)) : nil
    return "unknown role" + (nearest.map { "; did you mean \($0)?" } ?? "")
  }

  private mutating func readStyle(
    _ key: String, _ value: (any TOMLValueConvertible)?, into entry: inout RoleEntry
  ) {
    let path = "\(entry.path).\(key)"
    switch key {
    case "color": entry.foreground = reference(value, path: path)
    case "background": entry.background = reference(value, path: path)
    default:
      guard let attribute = Style.Attributes.named[key] else {
        let known = ["color", "background"] + Style.Attributes.named.keys.sorted()
        if value?.bool == nil, problems.count < Self.suggestions,
          nearestName(to: key, among: known) == nil
        {
          return wrong(path, unknownRole(entry.path.dropFirst("roles.".count) + "." + key))
        }
        return wrong(path, expectedOne(of: known, found: key))
      }
      guard let isSet = value?.bool else { return wrong(path, "expected true or false") }
      if isSet { entry.attributes.insert(attribute) }
    }
  }

  /// A colour that does not come from the palette.
  private mutating func color(_ value: any TOMLValueConvertible, path: String) -> Color? {
    guard let reference = reference(value, path: path) else { return nil }
    let color = reference.color(in: [:])
    if color == nil {
      wrong(path, "expected 0 to 255, \"#rrggbb\" or the name of a terminal colour")
    }
    return color
  }

  private mutating func reference(
    _ value: (any TOMLValueConvertible)?, path: String
  ) -> RoleEntry.Reference? {
    if let number = value?.int, let index = UInt8(exactly: number) {
      return RoleEntry.Reference(path: path, value: .color(.indexed(index)))
    }
    if let text = value?.string { return RoleEntry.Reference(path: path, value: .name(text)) }
    wrong(path, RoleEntry.Reference.expected)
    return nil
  }

  /// To how many problems a name that may have been meant is looked for: it takes long.
  private static let suggestions = 100

  private func expectedOne(of known: [String], found: String) -> String {
    let nearest = problems.count < Self.suggestions ? nearestName(to: found, among: known) : nil
    return "expected one of \(known.joined(separator: ", "))"
      + (nearest.map { "; did you mean \($0)?" } ?? "")
  }
}
