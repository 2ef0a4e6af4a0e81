import Reader
import Testing
import TextGrid

@testable import Configuration

/// Numbers, and what looks like one, as the value of every entry of both kinds of file.
@Suite struct ExtremeValuesTests {
  /// Literals of TOML, and the integers that they are; nil for what is not an integer.
  static let values: [(literal: String, number: Int?)] = [
    ("0", 0), ("-0", 0), ("1", 1), ("-1", -1), ("19", 19), ("20", 20), ("+72", 72), ("7_2", 72),
    ("0x48", 72), ("0o110", 72), ("0b1001000", 72), ("255", 255), ("256", 256), ("1000", 1000),
    ("1001", 1001), ("9223372036854775807", .max), ("-9223372036854775808", .min), ("72.0", nil),
    ("0.5", nil), ("1e308", nil), ("-1e308", nil), ("1e999", nil), ("nan", nil), ("inf", nil),
    ("-inf", nil), ("1979-05-27", nil), ("07:32:00", nil), ("1979-05-27T07:32:00Z", nil),
    ("\"72\"", nil), ("\"-1\"", nil), ("\"１２\"", nil), ("[72]", nil), ("{ a = 72 }", nil),
  ]

  /// Entries of the configuration, and what each expects.
  static let settings: [(entry: String, expected: String)] = [
    ("theme", "expected one of dark, light"), ("width", "expected 20 to 1000 cells, or \"full\""),
    ("auto_mark", "expected \"pass\" or \"off\""), ("mouse", "expected true or false"),
    ("ascii", "expected true or false"), ("outline", "expected true or false"),
    ("keep_visited", "expected 1 to 10000 days"), ("prefetch", "expected 0 to 50 discussions"),
    ("sources", "expected a table of names and front pages"),
    (
      "sources.search", "expected the name or the address of a front page, in quotes"
    ),
    ("keys", "expected a table of commands and their keys"),
    ("keys.search", "expected keys in quotes, such as [\"Tab\", \"gb\"]"),
    (
      "colour",
      """
      expected one of theme, author_colors, ages, width, auto_mark, mouse, ascii, outline, keep_visited, \
      prefetch, sources, keys
      """
    ),
  ]

  /// The integers that entries take.
  static let ranges = ["width": 20...1000, "keep_visited": 1...10_000, "prefetch": 0...50]

  @Test(arguments: settings)
  func everySettingTakesOrRefusesIt(entry: String, expected: String) {
    for (literal, number) in Self.values {
      // A text is keys, and a table is one of keys; an array is refused only for its integer.
      if entry == "keys.search", literal.hasPrefix("\"") { continue }
      if entry == "keys", literal.hasPrefix("{") { continue }
      // A text is a front page, and a table is one of those; both are refused otherwise.
      if entry == "sources.search", literal.hasPrefix("\"") { continue }
      if entry == "sources", literal.hasPrefix("{") { continue }
      let file = SettingsFile(
        label: "c", text: "\(entry) = \(literal)", themes: ["dark", "light"])
      let place = entry.firstIndex(of: ".").map { entry[..<$0].utf8.count + 2 } ?? 1
      if let number, let range = Self.ranges[entry], range ~= number {
        if entry == "width" { #expect(file.settings.width == .cells(number), "\(literal)") }
        if entry == "keep_visited" { #expect(file.settings.visitedDays == number, "\(literal)") }
        if entry == "prefetch" { #expect(file.settings.prefetch == number, "\(literal)") }
        #expect(file.problems == [])
      } else if Self.isRefusedByTOML(literal) {
        #expect(file.problems.count == 1 && file.problems[0].path == "", "\(literal)")
      } else {
        let messages = file.problems.map(\.message)
        #expect(messages == ["c:1:\(place): \(entry): \(expected)"], "\(literal)")
        #expect(file.settings.width == nil)
      }
    }
  }

  /// Entries of a theme after `background = "dark"`, and what each expects.
  static let themes: [(entry: String, place: String, expected: String)] = [
    ("about", "2:1", "expected text in quotes"), ("inherits", "2:1", "expected text in quotes"),
    ("palette", "2:1", "expected a table"), ("roles", "2:1", "expected a table"),
    ("roles.title.bold", "2:13", "expected true or false"),
    ("roles.title.dim", "2:13", "expected true or false"),
    ("palette.own", "2:9", color), ("roles.title", "2:7", color),
    ("roles.title.color", "2:13", color), ("roles.title.background", "2:13", color),
    ("roles.quote.mark", "2:13", color),
  ]

  private static let color =
    "expected 0 to 255, \"#rrggbb\", or the name of a palette or terminal colour"

  @Test(arguments: themes)
  func everyEntryOfAThemeTakesOrRefusesIt(entry: String, place: String, expected: String) {
    for (literal, number) in Self.values {
      // A text is one that is not known, or may be one; a table may have entries of its own.
      if literal.hasPrefix("\"") || literal.hasPrefix("{") { continue }
      let rest = entry.hasPrefix("roles") ? "" : "\n[roles]"
      let text = "background = \"dark\"\n\(entry) = \(literal)\(rest)"
      let file = ThemeFile(label: "t", text: text)
      let messages = file.problems.map(\.message)
      if expected == Self.color, let number, 0...255 ~= number {
        #expect(messages == [], "\(literal)")
        let index = Color.indexed(UInt8(number))
        let entries = file.roles.values.flatMap { [$0.foreground, $0.background] }
        let found = entries.compactMap { $0?.color(in: [:]) } + file.palette.values
        #expect(found == [index], "\(literal)")
      } else if Self.isRefusedByTOML(literal) {
        #expect(file.problems.count == 1 && file.problems[0].path == "", "\(literal)")
      } else {
        #expect(messages == ["t:\(place): \(entry): \(expected)"], "\(literal)")
      }
    }
  }

  /// Whether a literal is within TOML's grammar but beyond what its reader can hold.
  private static func isRefusedByTOML(_ literal: String) -> Bool { literal == "1e999" }

  /// An integer that does not fit 64 bits is one error, with its place.
  @Test(arguments: ["9223372036854775808", "-9223372036854775809", "99999999999999999999", "072"])
  func anIntegerOutOfBoundsIsAnErrorOfSyntax(literal: String) {
    let messages = [
      SettingsFile(label: "t", text: "width = \(literal)", themes: []).problems,
      ThemeFile(label: "t", text: "palette.a = \(literal)").problems,
    ]
    for problems in messages {
      #expect(problems.count == 1)
      #expect(problems[0].message.hasPrefix("t:1:"), "\(problems[0].message)")
    }
  }

  /// Function keys, and how many keys a command may have, one after the other.
  @Test(arguments: [
    ("F1", [Key.function(1)]), ("f12", [.function(12)]), ("F0", nil), ("F13", nil),
    ("F99999999999999999999", nil), ("F-1", nil), ("Ctrl-1", nil), ("Ctrl-99", nil),
    ("Alt-1", [.alt("1")]), ("Alt-99", nil), ("z1", ["z", "1"]), ("F+1", ["F", "+", "1"]),
    ("F01", nil), ("g F1", ["g", .function(1)]), ("g F13", nil), ("0", nil), ("9x", nil),
    (String(repeating: "z", count: 16), [Key](repeating: "z", count: 16)),
  ])
  func numbersInKeys(text: String, keys: [Key]?) {
    let file = SettingsFile(label: "c", text: "keys.search = \"\(text)\"", themes: [])
    let search = file.settings.commands.first { $0.id == "search" }?.keys
    #expect(search == keys.map { [$0] } ?? Command.all.first { $0.id == "search" }?.keys)
    let expected: [String] =
      if keys != nil {
        []
      } else if text.first?.isNumber == true {
        ["expected keys that do not begin with a digit, which is a count; found \(text)"]
      } else {
        ["expected keys such as Tab, gb, Ctrl-R, Alt-x or F1; found \(text)"]
      }
    #expect(file.problems.map(\.message) == expected.map { "c:1:6: keys.search: \($0)" })
  }

  @Test(arguments: [17, 1000])
  func aSeriesOfTooManyKeysIsRefused(count: Int) {
    let text = String(repeating: "z", count: count)
    let file = SettingsFile(label: "c", text: "keys.search = \"\(text)\"", themes: [])
    #expect(
      file.problems.map(\.message) == ["c:1:6: keys.search: expected at most 16 keys in a row"])
  }
}
