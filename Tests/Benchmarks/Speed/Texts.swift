import SeededNumbers

/// Paragraphs as people write them, made of a seed, a million bytes in all.
enum Texts {
  static let size = 1_000_000

  /// Printable ASCII only.
  static let ascii = paragraphs(seed: 1) { random in sentence(of: latin, &random) }

  /// Of six sentences five are ASCII but for their punctuation, the others any script.
  static let mixed = paragraphs(seed: 2) { random in
    if Int.random(in: 0..<6, using: &random) > 0 {
      return "“" + sentence(of: latin, &random).dropLast() + "…” — "
    }
    return sentence(of: scripts.randomElement(using: &random) ?? latin, &random)
  }

  /// ``mixed`` as a site's HTML.
  static let html = marked(mixed) { word, number in
    switch number % 12 {
    case 0: "<i>\(word)</i>"
    case 1: "<a href=\"https://example.org/\(number)?a=1&amp;b=2\" rel=\"nofollow\">\(word)</a>"
    case 2: "<code>\(word)</code> &#x27;&quot;"
    case 3: "\(word)<p>"
    default: String(word)
    }
  }

  /// ``mixed`` as people's Markdown.
  static let markdown = marked(mixed) { word, number in
    switch number % 12 {
    case 0: "*\(word)*"
    case 1: "[\(word)](https://example.org/\(number))"
    case 2: "`\(word)`"
    case 3: "**\(word)**\n\n> \(word)\n\n- \(word)\n- \(word)\n\n"
    default: String(word)
    }
  }

  private static let latin = """
    the of and to in is that it for was on are as with they be at one have this from or had by hot \
    word but what some we can out other were all there when up use your how said an each she which \
    do their time if will way about many then them write would like so these her long make thing see \
    him two has look more day could go come did number sound no most people my over know water than \
    call first who may down side been now find any new work part take get place made live where \
    after back little only round man year came show every good me give our under name very through \
    government camera well-known https://example.org/a/b?c=d e.g. and/or 1990-2004 (sic) $3.50 C++11
    """.split(separator: " ").map(String.init)

  private static let scripts = [
    "où été naïve cœur façon garçon déjà hélas élève là-bas", "это было давно когда мы ещё жили",
    "你好 世界 这是一个很长的句子，没有空格。 文字", "これは テスト です。か\u{3099} ガギグ 「引用」",
    "नमस्ते दुनिया क्षि हिन्दी में", "สวัสดี ที่นี่ น้ำ", "سَلام می\u{200C}خواهم العربية",
    "👩\u{200D}💻 🇫🇷 👍🏽 ❤\u{FE0F} 1\u{FE0F}\u{20E3} 🎉", "가나다 라마바 사아자 \u{1112}\u{1161}\u{11AB}글",
  ].map { $0.split(separator: " ").map(String.init) }

  private static func sentence(of words: [String], _ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 6...18, using: &random))
      .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ") + "."
  }

  /// Paragraphs of about 400 bytes.
  private static func paragraphs(
    seed: UInt64, of sentence: (inout SplitMix64) -> String
  ) -> [String] {
    var random = SplitMix64(seed: seed)
    var result: [String] = []
    var bytes = 0
    while bytes < size {
      var paragraph = ""
      while paragraph.utf8.count < 400 { paragraph += sentence(&random) + " " }
      bytes += paragraph.utf8.count
      result.append(paragraph)
    }
    return result
  }

  /// Paragraphs with markup, with about as many bytes in all.
  private static func marked(
    _ paragraphs: [String], mark: (Substring, Int) -> String
  ) -> [String] {
    var result: [String] = []
    var bytes = 0
    var number = 0
    for paragraph in paragraphs where bytes < size {
      let words = paragraph.split(separator: " ").map { word in
        number += 1
        return mark(word, number)
      }
      result.append(words.joined(separator: " "))
      bytes += result.last?.utf8.count ?? 0
    }
    return result
  }
}
