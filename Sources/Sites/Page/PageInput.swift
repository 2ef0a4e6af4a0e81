/// The bytes of a saved page as documents of HTML in UTF-8: of a file in which all parts of a page are, the page itself and
/// then its frames.
struct PageInput {
  struct Document {
    var html: [UInt8]
    /// Where it is from, if the file says so outside of it.
    var source: String?
  }

  let documents: [Document]

  /// Frames of one page that are looked into.
  private static let mostFrames = 50

  /// Reads a file.
  ///
  /// - Complexity: O(length).
  init(_ bytes: [UInt8]) {
    guard MIMEMessage.isArchive(bytes) else {
      documents = [Document(html: Charset.utf8(page: bytes))]
      return
    }
    let message = MIMEMessage(bytes)
    documents = message.pages.prefix(Self.mostFrames).map { part in
      Document(
        html: Charset.utf8(page: part.content, contentType: part.type), source: part.location)
    }
  }

  /// Whether a file begins like a page of HTML, or like one with all its parts in one file; JSON never does.
  ///
  /// - Complexity: O(white space and comments at its start).
  static func isPage(_ bytes: [UInt8]) -> Bool {
    if MIMEMessage.isArchive(bytes) { return true }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      let start = TextEncoding.utf16(
        bytes.prefix(8192).dropFirst(2), isBigEndian: bytes.first == 0xFE)
      return beginsLikePage(start[...])
    }
    return beginsLikePage(bytes[...])
  }

  private static func beginsLikePage(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    while true {
      rest = rest.drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: "<") else { return false }
      if rest.starts(with: "<!--".utf8) {
        guard let end = end(of: "-->", in: rest.dropFirst(4)) else { return true }
        rest = rest[end...]
      } else if rest.starts(with: "<?".utf8) {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[(end + 1)...]
      } else {
        let tag = rest.dropFirst().prefix(24).prefix {
          $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }
        let name = String(decoding: tag, as: UTF8.self).lowercased()
        return name == "!doctype" || beginnings.contains(name) || name.contains("-")
      }
    }
  }

  private static func end(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let wanted = Array(text.utf8)
    var at = bytes.startIndex
    while at + wanted.count <= bytes.endIndex {
      if bytes[at] == wanted[0], bytes[at..<at + wanted.count].elementsEqual(wanted) {
        return at + wanted.count
      }
      at += 1
    }
    return nil
  }

  /// Elements with which a page, or a part of one that was saved, may begin.
  private static let beginnings: Set = [
    "a", "article", "aside", "base", "blockquote", "body", "center", "div", "dl", "form", "h1",
    "h2", "h3",
    "h4", "head", "header", "html", "iframe", "img", "li", "link", "main", "meta", "nav",
    "noscript",
    "ol", "p", "pre", "script", "section", "span", "style", "table", "tbody", "td", "template",
    "title",
    "tr", "ul",
  ]
}
