import DiscussionModel

/// Discourse's `/t/ID.json`, one page or several.
///
/// Post 1 is the article. A comment's id and number are its post's number.
enum DiscourseImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    let pages = try Choice.parts(
      of: items.map { (topicID(of: $0, &findings), $0) }, only: options.only, of: .discourse)
    let topic = DiscourseTopic(pages, host: options.host, folder: options.folder, &findings)
    var draft = Draft(id: topic.name, title: topic.title, markup: .html)
    draft.keepsNumbers = true
    draft.label = { "post \($0)" }
    draft.discussion.url = topic.address
    draft.discussion.author = topic.author
    draft.discussion.published = topic.time?.text.text
    draft.discussion.notice = Tags.notice(topic.tags)
    var hasArticle = false
    for page in pages {
      for post in findings.objects(page[["post_stream", "posts"]]) {
        let found = DiscoursePost(post, topic, &findings)
        if found.number == 1 {
          if !hasArticle { describe(found, in: &draft) }
          hasArticle = true
        } else {
          found.add(to: &draft, topic, &findings)
        }
      }
    }
    // The first post is the article.
    let known = max(topic.stream, topic.count ?? 0)
    draft.sourceCount = topic.count == nil && topic.stream == 0 ? nil : max(0, known.sum(-1))
    return draft
  }

  private static func topicID(of page: JSONValue, _ findings: inout Findings) -> String? {
    if page["post_stream"] != nil, let id = findings.id(page["id"]) { return id }
    let first = page[["post_stream", "posts"]]?.elements.first { $0.kind == .object }
    return findings.id(first?["topic_id"])
  }

  private static func describe(_ post: DiscoursePost, in draft: inout Draft) {
    draft.discussion.author = post.author
    draft.discussion.body = post.body
    draft.discussion.published = post.time?.text.text ?? draft.discussion.published
  }
}
