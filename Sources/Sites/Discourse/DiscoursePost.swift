import DiscussionModel

/// One post of a topic.
///
/// | field | it is |
/// | --- | --- |
/// | `cooked`, also that of a `notice` | HTML |
/// | `fancy_title` of the topic | HTML in one line |
/// | `title` of the topic, `username`, `name`, `user_title`, `action_code_who`, `tags` | plain text |
/// | `raw` of a `notice` | plain text, or Markdown that is shown as such |
struct DiscoursePost {
  let value: JSONValue
  /// Its place in the topic, 1-based; nil if it does not say.
  let number: Int?
  let author: String?
  let time: SourceTime?
  let body: RawText?

  init(_ value: JSONValue, _ topic: DiscourseTopic, _ findings: inout Findings) {
    self.value = value
    number = findings.integer(value["post_number"], in: NumberBounds.number)
    author = findings.words(value["username"]) ?? findings.words(value["name"])
    time = findings.time(value["created_at"])
    let cooked = findings.rawText(value["cooked"])
    if findings.integer(value["post_type"]) == 3 || value["action_code"]?.string != nil {
      body = Self.action(value, cooked, &findings)
    } else {
      let polls = Self.polls(value, &findings)
      let text = cooked.map { CookedText.text($0, site: topic.site, polls: polls) }
      body = Self.notice(value, &findings).map { RawText($0 + (text?.text ?? "")) } ?? text
    }
  }

  func add(to draft: inout Draft, _ topic: DiscourseTopic, _ findings: inout Findings) {
    let place = draft.comments.count
    let id =
      number.map { "\($0)" } ?? Identity.id(of: value["id"], of: value, at: place, &findings)
    let answered = findings.integer(value["reply_to_post_number"])
    var comment = Comment(id: id, parent: answered.flatMap { $0 == 1 ? nil : "\($0)" })
    comment.author = author
    comment.number = number
    comment.body = body
    let likes = findings.objects(value["actions_summary"]).first { findings.integer($0["id"]) == 2 }
    comment.score = findings.count(likes?["count"])
    let isDeleted =
      findings.flag(value["user_deleted"])
      || (value["deleted_at"].map { $0.kind != .null } ?? false)
    if isDeleted {
      comment.state = .deleted
      comment.body = nil
    } else if findings.flag(value["hidden"]) {
      comment.state = .flagged
    }
    let badges = badges(topic, &findings)
    let version = findings.integer(value["version"]) ?? 1
    let edited = version > 1 ? findings.time(value["updated_at"]) : nil
    comment.amend { details in
      details.badges = badges
      details.url = topic.address.map { "\($0)/\(id)" }
      if let edited, edited.seconds != time?.seconds { details.edited = edited.text.text }
    }
    draft.add(comment, at: time, from: value, &findings)
  }

  private func badges(_ topic: DiscourseTopic, _ findings: inout Findings) -> [String] {
    var badges: [String] = []
    if author != nil, author == topic.author { badges.append("OP") }
    if findings.flag(value["admin"]) {
      badges.append("admin")
    } else if findings.flag(value["moderator"]) {
      badges.append("mod")
    }
    if findings.integer(value["post_type"]) == 4 { badges.append("whisper") }
    let isAnswer = number != nil && topic.answers.contains(number ?? 0)
    if findings.flag(value["accepted_answer"]) || isAnswer { badges.append("answer") }
    if let title = findings.words(value["user_title"]) { badges.append(title) }
    return badges
  }

  /// The votes and voters of the post's polls, by their names.
  private static func polls(
    _ value: JSONValue, _ findings: inout Findings
  ) -> [String: DiscoursePoll] {
    var polls: [String: DiscoursePoll] = [:]
    for poll in findings.objects(value["polls"]) {
      var found = DiscoursePoll()
      for option in findings.objects(poll["options"]) {
        guard let id = findings.id(option["id"]) else { continue }
        found.votes[id] = findings.count(option["votes"])
      }
      found.voters = findings.count(poll["voters"])
      found.isClosed = poll["status"]?.says("closed") == true
      polls[findings.words(poll["name"]) ?? "poll"] = found
    }
    return polls
  }

  /// What the staff says about a post above it, in HTML.
  private static func notice(_ value: JSONValue, _ findings: inout Findings) -> String? {
    guard let notice = value["notice"], notice.kind != .null else { return nil }
    guard notice.kind == .object else {
      return findings.words(notice).map { "<p><em>\(HTMLText.escaped($0))</em></p>" }
    }
    if let cooked = findings.words(notice["cooked"]) { return "<blockquote>\(cooked)</blockquote>" }
    return findings.words(notice["raw"]).map { "<p><em>\(HTMLText.escaped($0))</em></p>" }
  }

  /// What somebody did to the topic, in a line.
  private static func action(
    _ value: JSONValue, _ cooked: RawText?, _ findings: inout Findings
  ) -> RawText? {
    let code = findings.words(value["action_code"]) ?? ""
    let whom = findings.words(value["action_code_who"]).map { " \($0)" } ?? ""
    let words = actions[code] ?? code.split { "._".contains($0) }.joined(separator: " ")
    let text = HTMLText.escaped(words + whom)
    guard !text.isEmpty || cooked?.isEmpty == false else { return nil }
    if text.isEmpty { return cooked }
    guard let cooked, !cooked.isEmpty else { return RawText("<p><em>\(text)</em></p>") }
    return RawText("<p><em>\(text)</em></p>\(cooked.text)")
  }

  private static let actions = [
    "closed.enabled": "closed this topic", "closed.disabled": "opened this topic",
    "autoclosed.enabled": "closed this topic automatically",
    "autoclosed.disabled": "opened this topic automatically",
    "archived.enabled": "archived this topic", "archived.disabled": "unarchived this topic",
    "pinned.enabled": "pinned this topic", "pinned.disabled": "unpinned this topic",
    "pinned_globally.enabled": "pinned this topic everywhere",
    "pinned_globally.disabled": "unpinned this topic",
    "visible.enabled": "listed this topic", "visible.disabled": "unlisted this topic",
    "banner.enabled": "made this topic a banner",
    "banner.disabled": "removed this topic as a banner",
    "split_topic": "moved posts to another topic", "invited_user": "invited",
    "invited_group": "invited", "removed_user": "removed", "removed_group": "removed",
    "user_left": "left", "public_topic": "made this topic public",
    "open_topic": "made this message a topic", "private_topic": "made this topic a message",
    "forwarded": "forwarded this mail", "assigned": "assigned", "unassigned": "unassigned",
  ]
}
