import DiscussionModel

/// Hacker News as `hacker-news.firebaseio.com/v0/item/ID.json` gives it: items, in any order.
enum FirebaseImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    var source = FirebaseItems(items, &findings)
    let stories = source.stories
    if let only = options.only {
      guard stories.contains(only) else {
        throw ImportError(.notAmong(only, stories), in: .inputs)
      }
      return source.draft(of: only, &findings)
    }
    switch stories.count {
    case 0: return source.draftWithoutStory(&findings)
    case 1: return source.draft(of: stories[0], &findings)
    default: throw ImportError(.several(stories), in: .inputs)
    }
  }

  /// What an item says as a comment.
  ///
  /// - Parameters:
  ///   - item: the item.
  ///   - id: its id.
  ///   - parent: the comment that it replies to; nil for the article.
  ///   - author: who wrote the article; nil if nobody knows.
  ///   - findings: where notes go.
  /// - Returns: the comment, without its time.
  static func comment(
    _ item: JSONValue, _ id: String, parent: String?, author: String?, _ findings: inout Findings
  ) -> Comment {
    var comment = Comment(id: id, parent: parent)
    comment.author = findings.words(item["by"])
    comment.body = findings.rawText(item["text"])
    if findings.flag(item["deleted"]) {
      comment.state = .deleted
      comment.body = nil
    } else if findings.flag(item["dead"]) {
      comment.state = .flagged
    }
    let isOP = author != nil && comment.author == author
    comment.amend { details in
      details.url = HackerNews.url(of: id)
      if isOP { details.badges = ["OP"] }
    }
    return comment
  }

  /// The ids of an item's replies, in the site's order.
  static func kids(of item: JSONValue?) -> [String] {
    var silent = Findings()
    return item?["kids"]?.elements.compactMap { silent.id($0) } ?? []
  }
}

extension Draft {
  /// Counts replies as missing whose ids are known, under a comment or for nil under the article, and keeps the ids.
  mutating func leaveOut(_ ids: [String], under parent: String?) {
    guard !ids.isEmpty else { return }
    addMissing(Set(ids).count, under: parent)
    if let parent {
      change(parent) { $0.amend { LeftOut.put(ids, into: &$0.unknownMembers) } }
    } else {
      LeftOut.put(ids, into: &discussion.unknownMembers)
    }
  }
}

/// Items by their ids.
private struct FirebaseItems {
  /// In the order of the files.
  var ids: [String] = []
  var items: [String: JSONValue] = [:]
  /// What an item answers; nil for a story.
  var parents: [String: String] = [:]
  /// For each choice that names one its poll.
  var polls: [String: String] = [:]
  /// For each item that has some in the files its replies: as its `kids` has them, then the others.
  var replies: [String: [String]] = [:]

  init(_ found: [JSONValue], _ findings: inout Findings) {
    for item in found {
      guard let id = findings.id(item["id"]) else {
        findings.add(.commentWithoutID, at: item)
        continue
      }
      if let known = items.updateValue(item, forKey: id) {
        if known.tree === item.tree { findings.add(.repeatedComment, at: item) }
      } else {
        ids.append(id)
      }
      if item["type"]?.says("pollopt") == true {
        polls[id] = findings.id(item["poll"]) ?? findings.id(item["parent"])
        continue
      }
      if let parent = findings.id(item["parent"]), parent != "0" { parents[id] = parent }
    }
    for id in ids {
      for kid in kids(of: id) where parents[kid] == nil && items[kid] != nil && kid != id {
        parents[kid] = id
      }
    }
    orderReplies()
  }

  private mutating func orderReplies() {
    var places: [String: Int] = [:]
    for id in ids {
      for (place, kid) in kids(of: id).enumerated() where parents[kid] == id {
        places[kid] = place
      }
    }
    for id in ids { if let parent = parents[id] { replies[parent, default: []].append(id) } }
    for (parent, found) in replies {
      replies[parent] = found.enumerated()
        .sorted {
          (places[$0.element] ?? .max, $0.offset) < (places[$1.element] ?? .max, $1.offset)
        }
        .map(\.element)
    }
  }

  func kids(of id: String) -> [String] { FirebaseImport.kids(of: items[id]) }

  /// Ids of stories, polls and jobs.
  var stories: [String] {
    ids.filter { id in
      guard parents[id] == nil, let type = items[id]?["type"] else { return false }
      return ["story", "job", "poll"].contains { type.says($0) }
    }
  }

  mutating func draft(of story: String, _ findings: inout Findings) -> Draft {
    let item = items[story]
    let author = findings.words(item?["by"])
    let time = findings.time(item?["time"])
    var draft = Draft(
      id: "hn:\(story)",
      title: findings.words(item?["title"]).map { HTMLText.line($0) } ?? "Hacker News \(story)",
      markup: .html)
    draft.discussion.url = HackerNews.url(of: story)
    draft.discussion.author = author
    draft.discussion.published = time?.text.text
    draft.sourceCount = findings.count(item?["descendants"])
    draft.discussion.body = HackerNews.body(
      link: findings.words(item?["url"]), text: findings.rawText(item?["text"]),
      choices: choices(of: story, &findings))
    add(below: [story], story: story, author: author, to: &draft, &findings)
    addOthers(story: story, author: author, to: &draft, &findings)
    return draft
  }

  /// The choices of a poll: as its `parts` name them, then others that name it.
  private func choices(of poll: String, _ findings: inout Findings) -> [String] {
    let known = items.filter { $0.value["type"]?.says("pollopt") == true }
    let named = Set(
      items[poll]?["parts"]?.elements.compactMap { part -> String? in
        var silent = Findings()
        return silent.id(part)
      } ?? [])
    var choices = HackerNews.choices(of: items[poll], among: known, &findings)
    for id in ids where known[id] != nil && !named.contains(id) && polls[id] == poll {
      if let item = known[id] { choices += HackerNews.choice(item, &findings) }
    }
    return choices
  }

  /// A discussion of comments alone, called after what the first of them answers.
  mutating func draftWithoutStory(_ findings: inout Findings) -> Draft {
    let first = ids.first { parents[$0].map { items[$0] == nil } ?? true }
    let story = first.flatMap { parents[$0] } ?? first ?? "unknown"
    var draft = Draft(
      id: "hn:\(story)", title: "Comments on Hacker News \(story)", markup: .html)
    draft.discussion.url = HackerNews.url(of: story)
    add(below: [story], story: story, author: nil, to: &draft, &findings)
    addOthers(story: story, author: nil, to: &draft, &findings)
    return draft
  }

  /// Adds comments that do not hang on the story, with what is below them.
  private func addOthers(
    story: String, author: String?, to draft: inout Draft, _ findings: inout Findings
  ) {
    let loose = ids.filter { id in
      guard id != story, !draft.contains(id), !isShown(id, in: story) else { return false }
      return parents[id].map { items[$0] == nil } ?? true
    }
    for id in loose {
      if items[id]?["type"]?.says("comment") != true {
        if let item = items[id] { findings.add(.unknownKind, at: item) }
        continue
      }
      add(id, story: story, author: author, to: &draft, &findings)
      add(below: [id], story: story, author: author, to: &draft, &findings)
    }
    for id in ids
    where id != story && !draft.contains(id) && items[id]?["type"]?.says("comment") == true {
      add(id, story: story, author: author, to: &draft, &findings)
    }
  }

  /// Whether an item is a choice of the poll that is the article.
  private func isShown(_ id: String, in story: String) -> Bool {
    guard items[id]?["type"]?.says("pollopt") == true else { return false }
    return polls[id].map { $0 == story } ?? true
  }

  /// Adds what is below some items, each comment before its replies, without recursing.
  private func add(
    below roots: [String], story: String, author: String?, to draft: inout Draft,
    _ findings: inout Findings
  ) {
    var waiting = roots.flatMap { replies[$0, default: []] }.reversed() as [String]
    for root in roots { countMissing(under: root, story: story, in: &draft) }
    while let id = waiting.popLast() {
      guard !draft.contains(id), let item = items[id] else { continue }
      if item["type"]?.says("pollopt") == true { continue }
      if item["type"]?.says("comment") != true { findings.add(.unknownKind, at: item) }
      add(id, story: story, author: author, to: &draft, &findings)
      countMissing(under: id, story: story, in: &draft)
      waiting += replies[id, default: []].reversed()
    }
  }

  private func countMissing(under id: String, story: String, in draft: inout Draft) {
    let missing = kids(of: id).filter { items[$0] == nil }
    draft.leaveOut(missing, under: id == story ? nil : id)
  }

  private func add(
    _ id: String, story: String, author: String?, to draft: inout Draft,
    _ findings: inout Findings
  ) {
    guard let item = items[id] else { return }
    let parent = parents[id].flatMap { $0 == story ? nil : $0 }
    let comment = FirebaseImport.comment(item, id, parent: parent, author: author, &findings)
    draft.add(comment, at: findings.time(item["time"]), from: item, &findings)
  }
}
