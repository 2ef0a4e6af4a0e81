import DiscussionModel
import TextGrid

/// What a moving picture shows: keys that are pressed, and for how long each screen stands.
///
/// A script is lines of text, each a step; `understory help output` lists them.
public struct PictureScript: Equatable, Sendable {
  /// What is shown, in order; the first is the screen before any key, and there is always one.
  public private(set) var scenes = [Scene()]
  /// When the discussion is read, in seconds since 1970; nil for now.
  public private(set) var time: Int64?
  /// The visit before; nil if the discussion was never read.
  private(set) var visit: Visit?
  /// The scene that is shown to those who do not want motion: an index of ``scenes``.
  public private(set) var still: Int

  /// A screen that stands for a while.
  public struct Scene: Equatable, Sendable {
    /// What is pressed before it.
    var keys: [Key] = []
    /// The same as it was written; empty without keys.
    var keyNames: SafeText = ""
    /// The line in the script, 1-based.
    var line = 0
    var milliseconds = usualMilliseconds
    /// What is below it; empty for nothing.
    var caption: SafeText = ""
  }

  /// An earlier visit.
  struct Visit: Equatable, Sendable {
    /// How long before the reading it ended, in seconds.
    var age: Int64
    /// What it left unread.
    var unread: [Numbers] = []
  }

  /// The numbers of some comments.
  struct Numbers: Equatable, Sendable {
    var range: ClosedRange<Int>
    /// The line in the script, 1-based.
    var line: Int
  }

  /// What is wrong in a script.
  public struct Problem: Error, Equatable, Sendable {
    /// 1-based.
    public let line: Int
    /// What was expected.
    public let message: String
  }

  /// For how long a screen stands unless the script says otherwise.
  private static let usualMilliseconds = 1500
  /// The shortest and the longest time, in milliseconds.
  private static let times = 100...60_000
  /// The longest caption, in characters: what a reader takes in at a glance.
  private static let longestCaption = 50
  /// How many screens there may be.
  private static let mostScenes = 500

  /// Reads a script.
  ///
  /// - Parameter text: lines.
  /// - Throws: what is wrong in the first line that is not a step.
  public init(_ text: String) throws(Problem) {
    var still: Int?
    var caption: SafeText = ""
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let words = line.split { $0 == " " || $0 == "\t" }
      guard let first = words.first, first != "#" || words.count == 1 else { continue }
      let rest = words.dropFirst().joined(separator: " ")
      let place = Place(line: index + 1, hasScenes: scenes.count > 1)
      switch first {
      case "clock": time = try place.time(rest)
      case "visited": visit = Visit(age: try place.age(rest))
      case "unread":
        guard visit != nil else { throw place.expected("a line \"visited\" before", rest) }
        for word in words.dropFirst() {
          visit?.unread.append(try place.numbers(word))
        }
      case "caption":
        guard rest.count <= Self.longestCaption else {
          throw place.expected("at most \(Self.longestCaption) characters", "\(rest.count)")
        }
        caption = SafeText(rest)
        if scenes.count == 1, scenes[0].caption.isEmpty { scenes[0].caption = caption }
      case "wait": scenes[scenes.count - 1].milliseconds = try place.wait(rest)
      case "still":
        guard still == nil, rest.isEmpty else {
          throw place.expected("\"still\" alone, and only once", String(line))
        }
        still = scenes.count - 1
      default:
        guard scenes.count < Self.mostScenes else {
          throw place.expected("at most \(Self.mostScenes) lines of keys", "more")
        }
        let names = words.joined(separator: " ")
        guard let keys = Key.series(names) else {
          throw place.expected("keys, such as Tab, zM or /word Enter", names)
        }
        scenes.append(
          Scene(keys: keys, keyNames: SafeText(names), line: index + 1, caption: caption))
      }
    }
    self.still = still ?? scenes.count - 1
  }

  /// A line of a script, and what can be read there.
  private struct Place {
    /// 1-based.
    let line: Int
    /// Whether keys come before it.
    let hasScenes: Bool

    func expected(_ what: String, _ found: String) -> Problem {
      Problem(
        line: line,
        message: "expected \(what), found \(found.isEmpty ? "nothing" : SafeText(found).string)")
    }

    /// That the screen before any key depends on something that comes too late.
    private func checkOrder() throws(Problem) {
      if hasScenes { throw Problem(line: line, message: "expected this before the first keys") }
    }

    func time(_ text: String) throws(Problem) -> Int64 {
      try checkOrder()
      guard let moment = Moment(text) else {
        throw expected("a time such as 2026-03-02T18:00Z", text)
      }
      return moment.seconds
    }

    /// A time such as `5h`, in seconds.
    func age(_ text: String) throws(Problem) -> Int64 {
      try checkOrder()
      let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400]
      guard let unit = text.last.flatMap({ units[$0] }), let count = number(text.dropLast()),
        1...10_000 ~= count
      else { throw expected("how long ago, such as 40m, 5h or 2d", text) }
      return Int64(count) * unit
    }

    /// Numbers such as `8` or `9-12`.
    func numbers(_ text: Substring) throws(Problem) -> Numbers {
      try checkOrder()
      let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { number($0) }
      guard 1...2 ~= ends.count, let first = ends[0], let last = ends[ends.count - 1],
        first <= last
      else { throw expected("numbers of comments, such as 8 or 9-12", String(text)) }
      return Numbers(range: first...last, line: line)
    }

    /// A time such as `1.5s`, in milliseconds.
    func wait(_ text: String) throws(Problem) -> Int {
      let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
      guard text.last == "s", 1...2 ~= parts.count, let seconds = number(parts[0]),
        let rest = parts.count == 1 ? 0 : number(parts[1]), parts.count == 1 || parts[1].count == 1,
        PictureScript.times ~= seconds * 1000 + rest * 100
      else { throw expected("a time from 0.1s to 60s, such as 1.5s", text) }
      return seconds * 1000 + rest * 100
    }

    /// Up to seven digits as a number.
    private func number(_ text: Substring) -> Int? {
      let isNumber = 1...7 ~= text.utf8.count && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
      return isNumber ? Int(text) : nil
    }
  }
}
