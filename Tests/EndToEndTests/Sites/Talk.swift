import Foundation
import RunningPrograms

/// What some people say below an article, to be told as each site tells it.
///
/// Ann, Bob and Cy answer one another, Dan answers the article; `continued` is the same talk later on.
struct Talk: Sendable {
  struct Remark: Sendable {
    /// 1-based, in the order of time.
    var number: Int
    /// The number of the remark that it answers; nil for the article.
    var parent: Int?
    var author: String
    var text: String

    /// What sites with ids of their own call it.
    var id: Int { number + 100 }
    var seconds: Int { Talk.seconds + number * 60 }
    var time: String { Talk.time(minute: number) }
  }

  var title = "A talk 中 \u{1B}[2J"
  var text = "It begins."
  var remarks: [Remark] = []

  /// - Parameter count: how many answers to the article there are between Cy's and Dan's.
  init(fillers count: Int = 0) {
    say("ann", "First 中 é 👩‍💻")
    say("bob", "Second \u{1B}]0;PWNED\u{7}", to: 1)
    say("cy", "Third", to: 2)
    for _ in 0..<count { say("fin", "Filler") }
    say("dan", "Last")
  }

  /// The talk with three remarks more: by Eve to Bob, by Fay to Dan, by Gus to the article.
  var continued: Talk {
    var talk = self
    talk.say("eve", "Later, to Bob", to: 2)
    talk.say("fay", "Later, to Dan", to: remarks.count)
    talk.say("gus", "Later")
    return talk
  }

  mutating func say(_ author: String, _ text: String, to parent: Int? = nil) {
    remarks.append(
      Remark(number: remarks.count + 1, parent: parent, author: author, text: text))
  }

  func replies(to number: Int?) -> [Remark] { remarks.filter { $0.parent == number } }

  /// How many remarks are below one, at any depth.
  func descendants(of number: Int) -> Int {
    replies(to: number).reduce(0) { $0 + 1 + descendants(of: $1.number) }
  }

  /// When the article was written, in seconds since 1970.
  static let seconds = 1_577_836_800

  /// So many minutes later, fewer than a day.
  static func time(minute: Int) -> String {
    let parts = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "2020-01-01T\(parts.joined(separator: ":")):00.000Z"
  }
}

extension TestServer.Answer {
  /// An answer of JSON.
  ///
  /// - Parameters:
  ///   - json: what `JSONSerialization` writes.
  ///   - headers: those beside the type.
  init(json: Any, headers: [String: String] = [:]) {
    let data = try? JSONSerialization.data(withJSONObject: json, options: .sortedKeys)
    self.init("", headers: headers)
    body = Array(data ?? Data())
  }
}
