import Testing

@testable import Configuration

@Suite struct KeyPlacesTests {
  /// A text, a key's path, and its line and column.
  static let keys: [(text: String, path: String, line: Int, column: Int)] = [
    ("a = 1", "a", 1, 1),
    ("\n  a = 1\n\tb=2", "b", 3, 2),
    ("# a = 1\r\na = 2", "a", 2, 1),
    ("[t]\na = 1", "t", 1, 2),
    ("[t]\na = 1", "t.a", 2, 1),
    ("[ t . u ]\na = 1", "t.u.a", 2, 1),
    ("[t]\na.b = 1\nc = 2", "t.a.b", 2, 3),
    ("[t]\na.b = 1\nc = 2", "t.c", 3, 1),
    ("[t]\n\"a.b\" = 1", "t.a.b", 2, 1),
    ("'é' = 1\n\"中\" = 2", "中", 2, 1),
    ("'👩\u{200D}💻' = { a = 1, b = 2 }", "👩\u{200D}💻.b", 1, 18),
    ("t = { a = { b = 1 }, c = 2 }", "t.a.b", 1, 13),
    ("t = { a = { b = 1 }, c = 2 }", "t.c", 1, 22),
    ("t = {}\nu = 1", "u", 2, 1),
    ("a = [1, [2, 3],\n  { b = 1 }]\nc = 1", "c", 3, 1),
    ("a = \"x = 1 # \\\" [t]\"\nb = 1", "b", 2, 1),
    ("a = '\\'\nb = 1", "b", 2, 1),
    ("a = \"\"\"\nb = 1\n\\\"\"\"\"\"\nb = 2", "b", 4, 1),
    ("a = '''\nb = 1\n''''\nb = 2", "b", 4, 1),
    ("[[t]]\na = 1\n[u]\na = 2", "u.a", 4, 1),
    // Where a key is not found, the table around it.
    ("[t]\na = 1", "t.b.c", 1, 2),
  ]

  @Test(arguments: keys)
  func aKeyHasAPlace(text: String, path: String, line: Int, column: Int) {
    #expect(KeyPlaces(text)[path] == TextPlace(line: line, column: column))
  }

  @Test func whatIsNotThereHasNone() {
    #expect(KeyPlaces("a = 1")["b"] == nil)
    #expect(KeyPlaces("")["a.b"] == nil && KeyPlaces("a = 1")[""] == nil)
  }

  /// What is no TOML is not read by it, but must come to an end all the same.
  @Test(arguments: [
    "[", "]", "=", "a", "a =", "a = \"", "a = \"\\", "a = '''", "a = {", "{ , }", "[[[[", "a..b",
    "\"", "\"\\", ".", "\u{1B}[2J", "}}}", ",,,", "a = [[[{{{",
  ])
  func anythingComesToAnEnd(text: String) {
    _ = KeyPlaces(text)
    _ = KeyPlaces("[t]\n" + text + "\n" + text)
  }
}
