import DiscussionModel

/// One post of a topic.
struct DiscoursePost {
  let value: JSONValue
  /// Its place in the topic, 1-based; nil where it does not say.
  let number: Int?
  let author: String?
  let time: SourceTime?
  let body: RawText?

  init(_ value: JSONValue, _ topic: DiscourseTopic, _ findings: inout Findings) {
    self.value = value
    number = findings.integer(value[.postNumber])
    author = findings.words(value[.username]) ?? findings.words(value[.name])
    time = findings.time(value[.createdAt])
    let cooked = findings.rawText(value[.cooked])
    if findings.integer(value[.postType]) == 3 || value[.actionCode]?.string != nil {
      body = Self.action(value, cooked, &findings)
    } else {
      let votes = Self.votes(value, &findings)
      body = cooked.map { CookedText.text($0, site: topic.site, votes: votes) }
    }
  }

  func add(to draft: inout Draft, _ topic: DiscourseTopic, _ findings: inout Findings) {
    let place = draft.comments.count
    let id =
      number.map { "\($0)" } ?? Identity.id(of: value[.id], of: value, at: place, &findings)
    let answered = findings.integer(value[.replyToPostNumber])
    var comment = Comment(id: id, parent: answered.flatMap { $0 == 1 ? nil : "\($0)" })
    comment.author = author
    comment.number = number
    comment.body = body
    let likes = findings.objects(value[.actionsSummary]).first { findings.integer($0[.id]) == 2 }
    comment.score = findings.integer(likes?[.count])
    let isDeleted =
      findings.flag(value[.userDeleted]) || (value[.deletedAt].map { $0.kind != .null } ?? false)
    if isDeleted {
      comment.state = .deleted
      comment.body = nil
    } else if findings.flag(value[.hidden]) {
      comment.state = .flagged
    }
    let badges = badges(topic, &findings)
    let version = findings.integer(value[.version]) ?? 1
    let edited = version > 1 ? findings.time(value[.updatedAt]) : nil
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
    if findings.flag(value[.admin]) {
      badges.append("admin")
    } else if findings.flag(value[.moderator]) {
      badges.append("mod")
    }
    if findings.integer(value[.postType]) == 4 { badges.append("whisper") }
    return badges
  }

  /// The votes for each choice of the post's polls.
  private static func votes(_ value: JSONValue, _ findings: inout Findings) -> [String: Int] {
    var votes: [String: Int] = [:]
    for poll in findings.objects(value[.polls]) {
      for option in findings.objects(poll[.options]) {
        guard let id = findings.id(option[.id]) else { continue }
        votes[id] = findings.integer(option[.votes])
      }
    }
    return votes
  }

  /// What somebody did to the topic, in a line.
  private static func action(
    _ value: JSONValue, _ cooked: RawText?, _ findings: inout Findings
  ) -> RawText? {
    let code = findings.words(value[.actionCode]) ?? ""
    let whom = findings.words(value[.actionCodeWho]).map { " \($0)" } ?? ""
    let words = actions[code] ?? code.split { "._".contains($0) }.joined(separator: " ")
    let text = HTMLText.escaped(words + whom)
    guard !text.isEmpty || cooked?.isEmpty == false else { return nil }
    if text.isEmpty { return cooked }
    guard let cooked, !cooked.isEmpty else { return RawText("<p><em>\(text)</em></p>") }
    return RawText("<p><em>\(text)</em></p>\(cooked.text)")
  }

  private static let actions = [
    "closed.enabled": "closed this topic", "closed.disabled": "opened this topic",
    "autoclosed.enabled": "closed this topic by itself after some time",
    "autoclosed.disabled": "opened this topic by itself after some time",
    "archived.enabled": "archived this topic", "archived.disabled": "unarchived this topic",
    "pinned.enabled": "pinned this topic", "pinned.disabled": "unpinned this topic",
    "pinned_globally.enabled": "pinned this topic everywhere",
    "pinned_globally.disabled": "unpinned this topic",
    "visible.enabled": "listed this topic", "visible.disabled": "unlisted this topic",
    "banner.enabled": "made this topic a banner", "banner.disabled": "made this topic no banner",
    "split_topic": "moved posts to another topic", "invited_user": "invited",
    "invited_group": "invited", "removed_user": "removed", "removed_group": "removed",
    "user_left": "left", "public_topic": "made this topic public",
    "open_topic": "made this message a topic", "private_topic": "made this topic a message",
    "forwarded": "forwarded this mail", "assigned": "assigned", "unassigned": "unassigned",
  ]
}
