import Testing

@testable import HTMLTree

/// The tokenizer tests of html5lib.
@Suite(.enabled(if: ConformanceFiles.areThere, "\(ConformanceFiles.missing)"))
struct TokenizerConformanceTests {
  @Test(arguments: ConformanceFiles.names(in: "tokenizer", ending: ".test"))
  func cutsAsTheStandardDoes(file: String) throws {
    let tests = try JSONValue(ConformanceFiles.bytes("tokenizer/" + file))["tests"]?.elements ?? []
    #expect(!tests.isEmpty)
    // Swift has no text for surrogates that are not a pair.
    for test in tests where !test.isBroken { try check(test) }
  }

  private func check(_ test: JSONValue) throws {
    let isEscaped = test["doubleEscaped"]?.bool == true
    guard let input = text(test["input"], isEscaped),
      let expected = tokens(test["output"], isEscaped)
    else { return }
    let states = test["initialStates"]?.elements.compactMap(\.string) ?? ["Data state"]
    for state in states {
      let content = try #require(Self.contents[state])
      let found = Self.tokens(of: input, content, after: test["lastStartTag"]?.string ?? "")
      #expect(found == expected, "\(state): \(input)")
    }
  }

  private static let contents: [String: Tokenizer.Content] = [
    "Data state": .data, "PLAINTEXT state": .plain, "RCDATA state": .escapable,
    "RAWTEXT state": .raw, "Script data state": .script, "CDATA section state": .section,
  ]

  // MARK: What is found

  private static func tokens(
    of text: String, _ content: Tokenizer.Content, after name: String
  ) -> [String] {
    // The first byte order mark is not a part of the text.
    var text = "\u{FEFF}" + text
    return text.withUTF8 { bytes in
      CleanInput.withClean(bytes) { bytes in
        var tokenizer = Tokenizer(bytes)
        tokenizer.enter(content, endedBy: Array(name.utf8))
        var result: [String] = []
        var characters = ""
        while true {
          let token = tokenizer.next()
          switch token {
          case .text(let range): characters += string(range, tokenizer)
          case .null: characters += "\0"
          default:
            if !characters.isEmpty { result.append("text \(characters)") }
            characters = ""
            guard let other = printed(token, tokenizer) else { return result }
            result.append(other)
          }
        }
      }
    }
  }

  private static func string(_ range: Range<Int>, _ tokenizer: Tokenizer) -> String {
    String(decoding: tokenizer.store.bytes[range], as: UTF8.self)
  }

  private static func printed(_ token: Token, _ tokenizer: Tokenizer) -> String? {
    func name(_ number: Int32) -> String {
      String(decoding: tokenizer.store.names.spelling(of: number), as: UTF8.self)
    }
    switch token {
    case .startTag(let tag):
      let attributes = tokenizer.store.attributes[tag.attributes].map {
        name($0.name) + "=" + string(Int($0.lower)..<Int($0.upper), tokenizer)
      }
      return "start \(name(tag.number)) \(attributes.sorted()) \(tag.isSelfClosing)"
    case .endTag(let tag): return "end \(name(tag.number))"
    case .comment(let range): return "comment \(string(range, tokenizer))"
    case .doctype(let type):
      let parts = [type.name, type.publicID, type.systemID].map { range in
        range.map { string($0, tokenizer) } ?? "nil"
      }
      return "doctype \(parts) \(!type.isQuirky)"
    case .text, .null, .end: return nil
    }
  }

  // MARK: What is expected

  private func tokens(_ output: JSONValue?, _ isEscaped: Bool) -> [String]? {
    var result: [String] = []
    for token in output?.elements ?? [] {
      let parts = token.elements
      func part(_ index: Int) -> String? { text(parts[index], isEscaped) }
      switch parts[0].string {
      case "Character":
        guard let part = part(1) else { return nil }
        result.append("text \(part)")
      case "Comment":
        guard let part = part(1) else { return nil }
        result.append("comment \(part)")
      case "EndTag":
        guard let part = part(1) else { return nil }
        result.append("end \(part)")
      case "StartTag":
        var attributes: [String] = []
        if case .object(let members) = parts[2] {
          attributes = members.compactMap { name, value in
            text(value, isEscaped).map { unescaped(name, isEscaped) + "=" + $0 }
          }
        }
        let isSelfClosing = parts.count > 3 && parts[3].bool == true
        result.append("start \(part(1) ?? "") \(attributes.sorted()) \(isSelfClosing)")
      default:
        let names = (1...3).map { part($0) ?? "nil" }
        result.append("doctype \(names) \(parts[4].bool == true)")
      }
    }
    return result
  }

  private func unescaped(_ name: String, _ isEscaped: Bool) -> String {
    text(.string(name, isBroken: false), isEscaped) ?? name
  }

  /// A text, unescaped once more if that is asked for; nil if a surrogate stands alone in it.
  private func text(_ value: JSONValue?, _ isEscaped: Bool) -> String? {
    guard let string = value?.string else { return nil }
    guard isEscaped else { return string }
    var units: [UInt16] = []
    var rest = Array(string.utf16)[...]
    while let first = rest.popFirst() {
      if first == 0x5C, rest.first == 0x75, rest.count >= 5,
        let unit = UInt16(String(decoding: rest.dropFirst().prefix(4), as: UTF16.self), radix: 16)
      {
        units.append(unit)
        rest = rest.dropFirst(5)
      } else {
        units.append(first)
      }
    }
    return String(validating: units, as: UTF16.self)
  }
}
