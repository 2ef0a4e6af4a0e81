import Reader
import SeededNumbers
import Testing

/// Titles in alphabetical order.
@Suite struct AlphabeticalKeyTests {
  /// All of them, as they are to be sorted.
  static let sorted = [
    "", "…", "😀", "€5", "10 bees", "2 bees", "٣ bees", "4 bees",
    "Ærø", "“Äpfel”", "apple", "Apple pie", "\"Apples\"", "crème", "Elm", "Émile", "ＦＵＬＬ", "Łódź",
    "Œuvre", "Øre", "¿Qué?", "resume", "résumé", "resumed", "Straße", "strast", "…Zoo", "Þór",
    "αλφα", "Άλφα", "βήτα", "ΟΔΟΣ", "οδός", "οδοςα", "игра", "йод", "кот", "שלום", "سلام", "किताब",
    "कीमत",
    "한국", "カメラ", "きのこ", "ぎん", "中文",
  ]

  @Test func titlesAreInAlphabeticalOrder() {
    var numbers = SplitMix64(seed: 49)
    for _ in 0..<20 {
      let shuffled = Self.sorted.shuffled(using: &numbers)
      let again = shuffled.sorted { AlphabeticalKey($0) < AlphabeticalKey($1) }
      #expect(again == Self.sorted)
    }
  }

  /// What stands beside what, be there words between them that differ in a letter.
  @Test(arguments: [
    ("Äpfel", "apfel"), ("“Quoted”", "quoted"), ("«x»", "X"), ("'Tis", "tis"),
    ("re-read", "Reread"),
    ("Émile", "E\u{301}mile"), ("ﬁn", "fin"), ("カ", "か"), ("３", "3"), ("❤\u{FE0F} x", "x"),
    ("[a] b", "A: B"), ("ОКНО", "окно"), ("ё", "е"), ("مُ", "م"),
  ])
  func lettersAreCompared(one: String, other: String) {
    #expect(AlphabeticalKey(one) < AlphabeticalKey(other + "a"))
    #expect(AlphabeticalKey(other) < AlphabeticalKey(one + "a"))
  }

  /// Every two different texts have an order, and only one.
  @Test func theOrderIsTotal() {
    for one in Self.sorted {
      for other in Self.sorted {
        let (key, otherKey) = (AlphabeticalKey(one), AlphabeticalKey(other))
        #expect((key < otherKey) != (otherKey < key) || one == other)
      }
    }
  }
}
