import Reader
import Sites
import TOMLKit
import TextGrid

/// The file in which a user sets things: TOML.
///
/// An entry that is wrong leaves its setting at the default, and is reported.
public struct SettingsFile: Sendable {
  public private(set) var settings = Settings()
  /// What is wrong in it, from top to bottom.
  public private(set) var problems: [EntryProblem] = []
  private let label: String
  private var places = KeyPlaces("")

  /// - Parameters:
  ///   - label: what messages call it.
  ///   - text: TOML; if it is not one, that is its one problem.
  ///   - themes: the names of the themes that can be chosen.
  public init(label: String, text: String, themes: [String]) {
    self.label = label
    do {
      let table = try TOMLTable(string: text)
      places = KeyPlaces(text)
      read(table, themes: themes)
      let start = TextPlace(line: 0, column: 0)
      problems.sort { ($0.place ?? start) < ($1.place ?? start) }
    } catch let error as TOMLParseError {
      let place = TextPlace(line: error.source.begin.line, column: error.source.begin.column)
      problems = [EntryProblem(file: label, place: place, path: "", text: error.description)]
    } catch {
      problems = [EntryProblem(file: label, place: nil, path: "", text: "expected TOML")]
    }
  }

  private static let names = [
    "theme", "author_colors", "ages", "width", "auto_mark", "mouse", "ascii", "outline",
    "keep_visited", "prefetch", "sources", "keys",
  ]

  private mutating func read(_ table: TOMLTable, themes: [String]) {
    for name in table.keys where !Self.names.contains(name) {
      wrong(
        name, "expected one of \(Self.names.joined(separator: ", "))",
        nearestName(to: name, among: Self.names))
    }
    readTheme(table["theme"], themes)
    readWidth(table["width"])
    if let value = table["ages"] {
      switch value.string {
      case "now": settings.countsAgesFromArticle = false
      case "article": settings.countsAgesFromArticle = true
      default: wrong("ages", "expected \"now\" or \"article\"")
      }
    }
    if let value = table["auto_mark"] {
      switch value.string {
      case "pass": settings.marksByPassing = true
      case "off": settings.marksByPassing = false
      default: wrong("auto_mark", "expected \"pass\" or \"off\"")
      }
    }
    if let value = flag(table, "author_colors") { settings.usesAuthorColors = value }
    if let value = flag(table, "mouse") { settings.usesMouse = value }
    if let value = flag(table, "ascii") { settings.usesASCII = value }
    settings.hasOutline = flag(table, "outline")
    if let days = number(table, "keep_visited", Settings.visitedDays, "days") {
      settings.visitedDays = days
    }
    if let count = number(table, "prefetch", Settings.prefetch, "discussions") {
      settings.prefetch = count
    }
    if let value = table["sources"] {
      if let sources = value.table {
        readSources(sources)
      } else {
        wrong("sources", "expected a table of names and front pages")
      }
    }
    guard let value = table["keys"] else { return }
    guard let keys = value.table else {
      wrong("keys", "expected a table of commands and their keys")
      return
    }
    readKeys(keys)
  }

  private mutating func readTheme(_ value: (any TOMLValueConvertible)?, _ themes: [String]) {
    guard let value else { return }
    guard let name = value.string, themes.contains(name) else {
      let nearest = value.string.flatMap { nearestName(to: $0, among: themes) }
      wrong("theme", "expected one of \(themes.joined(separator: ", "))", nearest)
      return
    }
    settings.theme = name
  }

  private mutating func readWidth(_ value: (any TOMLValueConvertible)?) {
    guard let value else { return }
    if let cells = value.int, Settings.widths.contains(cells) {
      settings.width = .cells(cells)
    } else if value.string == "full" {
      settings.width = .full
    } else {
      let range = "\(Settings.widths.lowerBound) to \(Settings.widths.upperBound)"
      wrong("width", "expected \(range) cells, or \"full\"")
    }
  }

  private mutating func flag(_ table: TOMLTable, _ name: String) -> Bool? {
    guard let value = table[name] else { return nil }
    if value.bool == nil { wrong(name, "expected true or false") }
    return value.bool
  }

  private mutating func number(
    _ table: TOMLTable, _ name: String, _ range: ClosedRange<Int>, _ unit: String
  ) -> Int? {
    guard let value = table[name] else { return nil }
    if let number = value.int, range.contains(number) { return number }
    wrong(name, "expected \(range.lowerBound) to \(range.upperBound) \(unit)")
    return nil
  }

  private mutating func readKeys(_ table: TOMLTable) {
    var keys = CommandKeys()
    // Of two commands that want one key the first has it.
    for name in names(in: table, "keys") {
      guard let value = table[name] else { continue }
      do throws(CommandKeys.Problem) {
        try keys.set(name, to: Self.texts(value))
      } catch {
        wrong("keys.\(name)", error.expected, error.isUnknownName ? keys.nearest(to: name) : nil)
      }
    }
    settings.commands = keys.commands
  }

  private mutating func readSources(_ table: TOMLTable) {
    for name in names(in: table, "sources") {
      do throws(SourceProblem) {
        try take(name, table[name]?.string)
      } catch {
        wrong("sources.\(name)", error.expected, error.nearest)
      }
    }
  }

  /// What is wrong with a source.
  private struct SourceProblem: Error {
    var expected: String
    var nearest: String?
  }

  private mutating func take(_ name: String, _ page: String?) throws(SourceProblem) {
    guard settings.sources.count < Settings.mostSources else {
      throw SourceProblem(expected: "expected at most \(Settings.mostSources) sources")
    }
    // What nobody can see is none.
    guard SafeText(name).string.contains(where: { !$0.isWhitespace }) else {
      throw SourceProblem(expected: "expected a name")
    }
    guard let page else {
      throw SourceProblem(expected: "expected the name or the address of a front page, in quotes")
    }
    let address: String
    do throws(SiteError) {
      address = try FrontName(page).address
      _ = try FrontVisit(url: address)
    } catch {
      throw SourceProblem(
        expected: error.message, nearest: nearestName(to: page, among: FrontName.known))
    }
    if let other = settings.sources.first(where: { $0.address == address }) {
      throw SourceProblem(
        expected: "expected another front page; this one is listed as \(other.name)")
    }
    settings.sources.append(Settings.Source(name: name, page: page, address: address))
  }

  /// The names in a table of the file, from top to bottom.
  private func names(in table: TOMLTable, _ path: String) -> [String] {
    let start = TextPlace(line: 0, column: 0)
    return table.keys.map { (name: $0, place: places["\(path).\($0)"] ?? start) }
      .sorted { $0.place < $1.place }.map(\.name)
  }

  /// A text, or an array of texts; nil for anything else.
  private static func texts(_ value: any TOMLValueConvertible) -> [String]? {
    if let text = value.string { return [text] }
    guard let array = value.array else { return nil }
    let texts = array.map { $0.string }
    return texts.contains(nil) ? nil : texts.compactMap { $0 }
  }

  /// To how many problems a name that may have been meant is looked for: it takes long.
  private static let suggestions = 100

  private mutating func wrong(
    _ path: String, _ text: String, _ nearest: @autoclosure () -> String? = nil
  ) {
    let isEarly = problems.count < Self.suggestions
    let meant = (isEarly ? nearest() : nil).map { "; did you mean \($0)?" } ?? ""
    problems.append(
      EntryProblem(file: label, place: places[path], path: path, text: text + meant))
  }
}
