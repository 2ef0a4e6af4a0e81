/// A discussion with something hostile wherever a discussion has a text.
public enum HostileDiscussion {
  /// Makes its file.
  ///
  /// All comments are at the top level: one for each text and each markup, one for each kind of
  /// bytes. Every third has a warning, so that its text is hidden at first.
  ///
  /// - Parameters:
  ///   - texts: the bodies.
  ///   - markups: how each of them is written, by the names of the format.
  /// - Returns: JSON that has to be mended, since not all of it is UTF-8.
  public static func file(
    of texts: [HostileText] = HostileCorpus.texts, markups: [String] = markups
  ) -> [UInt8] {
    var writer = Writer()
    writer.add("{\"understory\":1,\"id\":\"\(id)\",\"title\":")
    writer.string(short[0])
    for (index, name) in ["url", "author", "published", "body", "notice"].enumerated() {
      writer.member(name, short[(index + 1) % short.count])
    }
    writer.add(",\"maskCharacter\":\"*\",\"links\":[{\"heading\":")
    writer.string(short[1])
    writer.add(",\"items\":[")
    for (index, text) in short.enumerated() {
      writer.add(index == 0 ? "{\"title\":" : ",{\"title\":")
      writer.string(text)
      for name in ["url", "published", "summary"] { writer.member(name, text) }
      writer.add("}")
    }
    writer.add("]}],\"comments\":[")
    comments(texts, markups, into: &writer)
    writer.add("]")
    writer.member("PWNED\\u001b[7331m", short[0])
    // White space of JSON can move a cursor too.
    writer.add(",\"PWNED\":[1,\r\"PWNED\",\t\"\u{9B}7331m\"]}")
    return writer.bytes
  }

  public static let markups = ["plain", "html", "markdown"]

  /// How many comments it has for each markup.
  public static let commentCount = HostileCorpus.texts.count + HostileBytes.all.count

  /// Its id, as JSON.
  public static let id = #"hostile\u001b]0;PWNED-7\u0007\u202e"#

  /// What fits where a name or a title stands.
  public static let short = HostileCorpus.texts.filter { $0.text.utf8.count < 400 }

  private static func comments(
    _ texts: [HostileText], _ markups: [String], into writer: inout Writer
  ) {
    var number = 0
    for markup in markups {
      for text in texts {
        comment(number, markup: markup, body: text.json(escaping: number % 2 == 0), into: &writer)
        number += 1
      }
      for bytes in HostileBytes.all {
        comment(number, markup: markup, body: bytes.bytes, into: &writer)
        number += 1
      }
    }
  }

  private static func comment(
    _ number: Int, markup: String, body: [UInt8], into writer: inout Writer
  ) {
    writer.add(number == 0 ? "{" : ",{")
    writer.add("\"id\":\"\(number)\\u001b[7331m\",\"markup\":\"\(markup)\"")
    let names = ["author", "published", "edited", "url", "parentLabel"]
    for (index, name) in names.enumerated() {
      writer.member(name, short[(number * 7 + index) % short.count])
    }
    if number % 3 == 0 { writer.member("warning", short[(number + 5) % short.count]) }
    writer.add(",\"badges\":[")
    writer.string(short[(number * 3) % short.count])
    writer.add("],\"missingReplies\":\(number % 2),\"body\":\"")
    writer.bytes += body
    writer.add("\"}")
  }

  private struct Writer {
    var bytes: [UInt8] = []

    mutating func add(_ text: String) { bytes += Array(text.utf8) }

    mutating func string(_ text: HostileText) { bytes += [0x22] + text.json() + [0x22] }

    mutating func member(_ name: String, _ text: HostileText) {
      add(",\"\(name)\":")
      string(text)
    }
  }
}
