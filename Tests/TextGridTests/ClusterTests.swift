import Testing

@testable import TextGrid

/// What is drawn, and in how many cells.
@Suite struct ClusterTests {
  /// For each text its cells, `|` between them and nothing in the second cell of a wide one.
  static let texts: [(text: String, cells: String)] = [
    ("", ""),
    ("ab", "a|b"),
    ("a\u{301}b", "a\u{301}|b"),
    ("é", "é"),
    ("中文", "中||文|"),
    ("か\u{3099}", "か\u{3099}|"),
    ("ｶﾞ", "ｶ|ﾞ"),
    ("Ａ！", "Ａ||！|"),
    ("\u{1112}\u{1161}\u{11AB}글", "\u{1112}\u{1161}\u{11AB}||글|"),
    ("\u{1161}", "◌\u{1161}"),
    ("가\u{D7B0}x", "가\u{D7B0}||x"), ("\u{1100}\u{D7C6}\u{D7FB}", "\u{1100}\u{D7C6}\u{D7FB}|"),
    ("क्षि", "क्|ष|ि"),
    ("ที่นี่", "ที่|นี่"),
    ("น้ำ", "น้|ำ"),
    ("سَلام", "سَ|ل|ا|م"),
    ("می\u{200C}خ", "م|ی\u{200C}|خ"),
    ("שׁ", "שׁ"),
    ("🇫🇷", "F|R"),
    ("🇫🇷🇩", "F|R|D"),
    ("👩\u{200D}👩\u{200D}👧", "👩||👩||👧|"),
    ("👩\u{200D}💻", "👩||💻|"),
    ("1\u{FE0F}\u{20E3}", "1"),
    ("#\u{20E3}é", "#|é"),
    ("❤\u{FE0F}", "❤"),
    ("⌚\u{FE0E}", "⌚|"),
    ("👍🏽x", "👍||x"), ("☝\u{FE0F}x", "☝|x"), ("葛\u{E0100}城", "葛||城|"),
    ("🏳\u{FE0F}\u{200D}🌈", "🏳|🌈|"),
    ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}x", "🏴||x"),
    ("☝🏽x", "☝|x"),
    ("👩🏽\u{200D}💻", "👩||💻|"),
    ("🏽", "🏽|"),
    ("中🏽", "中||🏽|"),
    ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴|"),
    ("H\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}i", "H\u{301}\u{302}\u{303}\u{304}|i"),
    (
      "👍\u{301}\u{302}\u{303}🏻\u{304}\u{305}🏿\u{306}",
      "👍\u{301}\u{302}\u{303}\u{304}|"
    ),
    ("\u{301}\u{302}\u{303}\u{304}\u{305}🏻", "◌\u{301}\u{302}\u{303}\u{304}|🏻|"),
    ("\u{301}a", "◌\u{301}|a"),
    (" \u{301}a", " \u{301}|a"),
    ("中\u{301}\u{302}", "中\u{301}\u{302}|"),
    ("─│┃▌▒●○▸▾", "─|│|┃|▌|▒|●|○|▸|▾"),
    ("·…“”‘’—§±×", "·|…|“|”|‘|’|—|§|±|×"),
    ("αжאش", "α|ж|א|ش"),
    ("\u{A0}\u{2003}\u{3000}", "\u{A0}|\u{2003}|\u{3000}|"),
    ("\u{1B}[2J", "␛|[|2|J"),
    ("\u{378}\u{E000}", "\u{FFFD}|\u{FFFD}"),
  ]

  @Test(arguments: texts)
  func isDrawnInItsCells(raw: String, cells: String) {
    let text = SafeText(raw)
    let expected = cells.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false)
    let width = raw.isEmpty ? 0 : expected.count
    #expect(text.width == width)
    var frame = Frame(size: GridSize(columns: width, rows: 1))
    #expect(frame.write(text, row: 0, column: 0) == width)
    let drawn = frame.row(0).map { Array($0.text.unicodeScalars) }
    #expect(drawn == expected.prefix(width).map { Array($0) })
  }

  /// Each cluster begins where the one before ended, in bytes of UTF-8.
  @Test(arguments: texts)
  func clustersCoverTheText(raw: String, cells: String) {
    let text = SafeText(raw)
    var end = 0
    for cluster in CellClusters(text) {
      #expect(cluster.range.lowerBound == end)
      #expect(1...2 ~= cluster.width)
      end = cluster.range.upperBound
    }
    #expect(end == text.count)
  }

  @Test(arguments: [
    ("abc", 1, 1), ("é", 0, 0), ("e\u{301}\u{302}b", 1, 5), ("e\u{301}\u{302}b", 3, 5),
    ("中\u{301}", 3, 5),
    ("👍🏽🏼\u{301}b", 4, 14), ("👍🏽🏼\u{301}b", 8, 14), ("👍🏽🏼\u{301}b", 12, 14), ("a🏽b", 1, 1),
    ("\u{301}\u{302}", 2, 4), ("🇫🇷", 4, 4), ("か\u{3099}", 3, 6), ("ab", 2, 2), ("é", 2, 2),
  ])
  func boundariesCutNoCluster(raw: String, offset: Int, boundary: Int) {
    #expect(SafeText(raw).clusterBoundary(from: offset) == boundary)
  }

  /// Save where one begins with a mark, which finds a base in the one before it.
  @Test func theWidthOfAllIsTheirSum() {
    let texts = Self.texts.filter { $0.cells.unicodeScalars.first != "◌" }
      .map { SafeText($0.text) }
    let sum = texts.reduce(0) { $0 + $1.width }
    #expect(sum > 100)
    #expect(texts.reduce("", +).width == sum)
  }
}
