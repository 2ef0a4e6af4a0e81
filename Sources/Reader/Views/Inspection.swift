import DiscussionModel
import ReadMarks
import TextGrid

/// All that is known of one entry: where it comes from, what became of it, what was taken from it.
enum Inspection {
  static func lines(of state: ReadingState, columns: Int) -> [OverlayView.Line] {
    let entry = state.focus
    var result: [OverlayView.Line] = []
    func add(_ name: SafeText, _ text: SafeText?) {
      guard let text, !text.isEmpty else { return }
      result += OverlayView.wrapped(name, text, columns: columns)
    }
    let page = state.page
    guard let position = page.position(of: entry) else {
      result.append(OverlayView.Line(name: "The article", isHeading: true))
      add("id", SafeText(page.discussion.id))
      add("title", SafeText(page.discussion.title))
      add("author", page.discussion.author.map { SafeText($0) })
      add("published", page.discussion.published.map { time($0, state.shell.now) })
      add("address", page.discussion.url.map { SafeText($0) })
      add("comments", SafeText(String(page.thread.count)))
      add("text", length(page.discussion.body))
      add("removed", removals(page.discussion.body))
      if let linked = page.discussion.linked {
        add("links to", SafeText(linked.url))
        add("fetched", linked.fetched.map { time($0, state.shell.now) })
        add("article text", length(linked.body))
        add("removed", removals(linked.body))
      }
      return result
    }
    let comment = page.comment(at: position)
    let number = "Comment #\(page.number(at: position))"
    result.append(OverlayView.Line(name: SafeText(number), isHeading: true))
    add("id", SafeText(comment.id))
    add("author", comment.author.map { SafeText($0) })
    add("published", comment.published.map { time($0.text, state.shell.now) })
    add("edited", comment.details?.edited.map { time($0, state.shell.now) })
    add("score", comment.score.map { SafeText(String($0)) })
    add("state", SafeText(comment.state.rawValue))
    let answers = page.thread.parent(of: position).map { page.number(at: $0) }
    let parent =
      answers.map { "replies to #\($0)" } ?? comment.details?.parentLabel
      ?? "replies to the article"
    add("depth", SafeText("level \(page.depth(of: entry) + 1), \(parent)"))
    add("replies", SafeText(String(page.replyCount(of: entry))))
    add("address", comment.details?.url.map { SafeText($0) })
    add("mark", mark(position, state))
    add("text", length(comment.body))
    add("removed", removals(comment.body))
    return result
  }

  /// `27 Jan 2017, 10:00 UTC · 9 y ago`; what cannot be read stays as it is.
  private static func time(_ text: String, _ now: Int64) -> SafeText {
    Moment(text).map { SafeText(time($0, now)) } ?? SafeText(text)
  }

  private static func time(_ moment: Moment, _ now: Int64) -> String {
    let age = Calendar.age(of: moment, now: now)
    return "\(Calendar.exact(moment)) · \(age == "now" ? age : age + " ago")"
  }

  private static func length(_ text: RawText?) -> SafeText? {
    text.map { SafeText(counted($0.text.utf8.count, "byte")) }
  }

  /// When it was read, and whether it says something else since.
  private static func mark(_ position: Int, _ state: ReadingState) -> SafeText {
    let mark = state.marks[position]
    let decision = state.record.decision(of: state.page.comment(at: position).id)
    let when = decision.map { time(Moment(seconds: $0.time, hasTime: true), state.shell.now) } ?? ""
    var parts: [String] = []
    if mark.contains(.edited) {
      let now = state.page.bodyVersion(at: position).length
      let old = decision?.body.map { "\(counted($0.length, "byte")) when " } ?? ""
      parts.append("edited: \(old)read \(when), now \(counted(now, "byte"))")
    } else if mark.contains(.read) {
      parts.append(when.isEmpty ? "read" : "read \(when)")
    } else {
      parts.append(mark.contains(.new) ? "new, unread" : "unread")
      if decision?.isRead == false { parts.append("set unread \(when)") }
    }
    if mark.contains(.starred) { parts.append("starred") }
    if mark.contains(.muted) { parts.append("muted") }
    return SafeText(parts.joined(separator: ", "))
  }

  /// `U+202E dropped 2 times`; nil if nothing was taken.
  private static func removals(_ text: RawText?) -> SafeText? {
    guard let text else { return nil }
    let found = SafeText.removals(from: text.text)
    if found.isEmpty { return nil }
    return SafeText(
      found.prefix(20).map { removal in
        let digits = String(removal.scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let verb = removal.kind == .dropped ? "dropped" : "replaced"
        return "U+\(padded) \(verb) \(counted(removal.count, "time"))"
      }.joined(separator: ", ") + (found.count > 20 ? ", …" : ""))
  }
}
