import JSONText

extension DiscussionFile {
  /// Writes a discussion so that reading it again gives an equal one.
  ///
  /// Values of unknown members are written with escapes where they might drive a terminal, and with
  /// U+FFFD for what is not UTF-8.
  ///
  /// - Returns: JSON in UTF-8 that is safe to print, ending in a line feed.
  /// - Complexity: O(length).
  public static func encode(_ discussion: Discussion) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("understory")
    writer.integer(version)
    writer.member("id", discussion.id)
    writer.member("title", discussion.title)
    writer.member("url", discussion.url)
    writer.member("author", discussion.author)
    writer.member("published", discussion.published)
    writer.member("markup", discussion.markup.rawValue)
    writer.member("body", discussion.body?.text)
    writer.member("maskCharacter", discussion.maskCharacter.map { String($0) })
    writer.member("notice", discussion.notice)
    writer.name("comments")
    writer.beginArray()
    for comment in discussion.comments { writer.comment(comment) }
    writer.endArray()
    if !discussion.links.isEmpty {
      writer.name("links")
      writer.beginArray()
      for list in discussion.links { writer.linkList(list) }
      writer.endArray()
    }
    if discussion.treeIsInferred {
      writer.name("treeIsInferred")
      writer.bool(true)
    }
    if let origin = discussion.origin { writer.origin(origin) }
    if let linked = discussion.linked { writer.linked(linked) }
    // Somebody else's members of these names give way.
    writer.members(
      discussion.unknownMembers.filter {
        (discussion.origin == nil || $0.name != "origin")
          && (discussion.linked == nil || $0.name != "linked")
      })
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }
}

extension JSONWriter {
  /// Writes a member, or nothing for nil.
  fileprivate mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    self.name(name)
    string(value)
  }

  fileprivate mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    self.name(name)
    integer(value)
  }

  fileprivate mutating func members(_ unknown: [UnknownMember]) {
    for member in unknown {
      name(member.name)
      raw(member.value)
    }
  }

  fileprivate mutating func comment(_ comment: Comment) {
    let details = comment.details
    beginObject()
    member("id", comment.id)
    member("parent", comment.parent)
    member("author", comment.author)
    member("published", comment.published?.text)
    member("edited", details?.edited)
    member("url", details?.url)
    member("score", comment.score)
    if comment.state != .visible { member("state", comment.state.rawValue) }
    member("markup", details?.markup?.rawValue)
    if let badges = details?.badges, !badges.isEmpty {
      name("badges")
      beginArray()
      for badge in badges { string(badge) }
      endArray()
    }
    member("warning", details?.warning)
    member("missingReplies", details?.missingReplies)
    member("parentLabel", details?.parentLabel)
    member("number", comment.number)
    member("body", comment.body?.text)
    members(details?.unknownMembers ?? [])
    endObject()
  }

  fileprivate mutating func origin(_ origin: Origin) {
    name("origin")
    beginObject()
    member("link", origin.link)
    member("fetched", origin.fetched)
    if !origin.validators.isEmpty {
      name("validators")
      beginObject()
      for (url, validator) in origin.validators.sorted(by: { $0.key < $1.key }) {
        name(url)
        beginObject()
        member("etag", validator.etag)
        member("lastModified", validator.lastModified)
        endObject()
      }
      endObject()
      member("texts", origin.texts)
    }
    members(origin.unknownMembers)
    endObject()
  }

  fileprivate mutating func linked(_ article: LinkedArticle) {
    name("linked")
    beginObject()
    member("url", article.url)
    member("fetched", article.fetched)
    member("title", article.title)
    member("author", article.author)
    member("published", article.published)
    member("maskCharacter", article.maskCharacter.map { String($0) })
    member("notice", article.notice)
    member("body", article.body?.text)
    member("problem", article.problem)
    members(article.unknownMembers)
    endObject()
  }

  fileprivate mutating func linkList(_ list: LinkList) {
    beginObject()
    member("heading", list.heading)
    name("items")
    beginArray()
    for item in list.items {
      beginObject()
      member("title", item.title)
      member("url", item.url)
      member("published", item.published)
      member("summary", item.summary)
      members(item.unknownMembers)
      endObject()
    }
    endArray()
    members(list.unknownMembers)
    endObject()
  }
}
