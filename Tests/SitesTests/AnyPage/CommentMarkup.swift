import SeededNumbers

/// A comment of a page that a test writes.
struct WrittenComment {
  /// The place of what it replies to; nil for the article.
  var parent: Int?
  var author: String
  /// Days from 1 January 2020.
  var day: Int
  var paragraphs: [String]

  var date: (year: Int, month: Int, day: Int) { (2020, 1 + day / 28 % 12, 1 + day % 28) }

  var iso: String { "2020-\(Self.two(date.month))-\(Self.two(date.day))" }

  var english: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(date.day) \(months[date.month - 1]) 2020"
  }

  /// Its text as HTML.
  var html: String { paragraphs.map { "<p>\($0)</p>" }.joined() }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// The ways in which pages write comments down.
enum CommentMarkup: String, CaseIterable, Sendable {
  case nestedLists, plainLists, threads, siblings, depthClasses, margins, levels, pictures
  case parentAttributes, replyLinks, quotes, definitions, headings

  /// Whether it says who replies to whom.
  var hasTree: Bool { self != .definitions && self != .headings }

  /// A whole page.
  func page(_ comments: [WrittenComment]) -> String {
    var children = [[Int]](repeating: [], count: comments.count + 1)
    for (place, comment) in comments.enumerated() {
      children[comment.parent.map { $0 + 1 } ?? 0].append(place)
    }
    let body =
      switch self {
      case .nestedLists:
        nested(comments, children, "<ol class=\"list\">", "</ol>") { place in
          "<li class=\"comment \(place % 2 == 0 ? "even" : "odd")\" id=\"comment-\(place + 900)\">"
            + "<span class=\"author\">\(comments[place].author)</span> "
            + "<time datetime=\"\(comments[place].iso)\">\(place) days ago</time>"
            + "<div class=\"text\">\(comments[place].html)</div><a href=\"#respond\">Reply</a>"
        } after: {
          "</li>"
        }
      case .plainLists:
        nested(comments, children, "<ul>", "</ul>") { place in
          "<li><b>\(comments[place].author)</b> <i>\(comments[place].english)</i>"
            + comments[place].html
        } after: {
          "</li>"
        }
      case .threads:
        nested(comments, children, "<div class=\"below\">", "</div>") { place in
          "<div class=\"branch\"><div class=\"item\"><a href=\"/user/\(place)\">\(comments[place].author)</a>"
            + " <span>\(comments[place].english)</span><div>\(comments[place].html)</div></div>"
        } after: {
          "</div>"
        }
      case .siblings:
        nested(comments, children, "<div class=\"replies\">", "</div>") { place in
          "<div class=\"message\"><strong>\(comments[place].author)</strong> <em>\(comments[place].iso)</em>"
            + comments[place].html + "</div>"
        } after: {
          ""
        }
      default: flat(comments)
      }
    return """
      <!DOCTYPE html><html><head><title>The lamp</title></head><body><nav><a href="/">Home</a>
      <a href="/about">About us</a></nav><article><h1>The lamp</h1><p>The lamp of the harbour went out in the night, and
      nobody has lit it since.</p><p>This is what people say about it.</p></article><h2>Comments (\(comments.count))</h2>
      \(body)<form><textarea></textarea><button>Send</button></form><footer><p>Written on paper</p></footer></body></html>
      """
  }

  /// Comments in one another, without recursion.
  private func nested(
    _ comments: [WrittenComment], _ children: [[Int]], _ open: String, _ close: String,
    _ before: (Int) -> String, after: () -> String
  ) -> String {
    enum Step {
      case text(String)
      case comment(Int)
    }
    var result = ""
    var steps: [Step] = [.text(close)] + children[0].reversed().map { .comment($0) } + [.text(open)]
    while let step = steps.popLast() {
      switch step {
      case .text(let text): result += text
      case .comment(let place):
        result += before(place)
        steps.append(.text(after()))
        if !children[place + 1].isEmpty {
          steps.append(.text(close))
          steps += children[place + 1].reversed().map { .comment($0) }
          steps.append(.text(open))
        }
      }
    }
    return result
  }

  private func flat(_ comments: [WrittenComment]) -> String {
    var depths: [Int] = []
    var result = ""
    for (place, comment) in comments.enumerated() {
      let depth = comment.parent.map { depths[$0] + 1 } ?? 0
      depths.append(depth)
      let head =
        "<span class=\"name\">\(comment.author)</span> <span class=\"date\">\(comment.english)</span>"
      switch self {
      case .depthClasses:
        result +=
          "<div class=\"comment depth-\(depth + 1)\">\(head)<div>\(comment.html)</div></div>"
      case .margins:
        result +=
          "<div class=\"box\" style=\"color:red; margin-left: \(depth * 15)px\">\(head)<div>\(comment.html)</div></div>"
      case .levels:
        result +=
          "<article aria-level=\"\(depth + 1)\">\(head)<section>\(comment.html)</section></article>"
      case .pictures:
        result +=
          "<tr class=\"row\"><td><table><tr><td><img src=\"s.gif\" height=\"1\" width=\"\(depth * 40)\"></td>"
          + "<td><div>\(head)</div><div class=\"said\">\(comment.html)</div></td></tr></table></td></tr>"
      case .parentAttributes:
        let parent = comment.parent.map { " data-parent-id=\"\($0 + 500)\"" } ?? ""
        result +=
          "<div class=\"c\" data-id=\"\(place + 500)\"\(parent)>\(head)<div>\(comment.html)</div></div>"
      case .replyLinks:
        let link =
          comment.parent.map { "<a href=\"#m\($0 + 70)\">in reply to \(comments[$0].author)</a>" }
          ?? ""
        result +=
          "<div class=\"c\" id=\"m\(place + 70)\">\(head) \(link)<div>\(comment.html)</div></div>"
      case .quotes:
        let quote =
          comment.parent.map {
            "<blockquote><cite>\(comments[$0].author):</cite> \(comments[$0].paragraphs.joined(separator: " "))</blockquote>"
          } ?? ""
        result +=
          "<div class=\"post\" id=\"p\(place)\">\(head)<div class=\"body\">\(quote)\(comment.html)</div></div>"
      case .definitions:
        result += "<dt>\(comment.author) wrote on \(comment.english):</dt><dd>\(comment.html)</dd>"
      case .headings:
        result +=
          "<h4>\(comment.author)</h4><p class=\"when\">\(comment.english)</p>\(comment.html)"
      case .nestedLists, .plainLists, .threads, .siblings: break
      }
    }
    switch self {
    case .pictures: return "<table>\(result)</table>"
    case .definitions: return "<dl>\(result)</dl>"
    default: return "<div id=\"all\">\(result)</div>"
    }
  }
}

extension WrittenComment {
  private static let words = """
    lamp harbour night keeper boat wind stone tower light oil wick stair gull rope tide bell storm chart anchor sail net \
    fish salt door window lantern match spark glass mirror wave rock shore mast crew rum song
    """.split(whereSeparator: \.isWhitespace)

  private static let people = [
    "Ann Lee", "bob", "Cem Öz", "dora_77", "Эмма", "Frank van Dyk", "gül", "Hans-Peter", "ines",
    "山田太郎", "J. Doe", "kim",
  ]

  /// Comments in the order of a page, each after what it replies to and within its branch.
  static func some(_ count: Int, seed: UInt64) -> [WrittenComment] {
    var numbers = SplitMix64(seed: seed)
    var result: [WrittenComment] = []
    var branch: [Int] = []
    for place in 0..<count {
      // Somewhere on the way to the last one, or below it.
      branch = Array(branch.prefix(Int.random(in: 0...branch.count, using: &numbers)))
      let paragraphs = (0..<Int.random(in: 1...3, using: &numbers)).map { part in
        let words = (0..<Int.random(in: 6...18, using: &numbers)).map { _ in
          Self.words.randomElement(using: &numbers).map(String.init) ?? ""
        }
        return words.joined(separator: " ") + " \(place) \(part)."
      }
      result.append(
        WrittenComment(
          parent: branch.last, author: people.randomElement(using: &numbers) ?? "bob", day: place,
          paragraphs: paragraphs))
      branch.append(place)
    }
    return result
  }
}
