import HTMLTree
import WebAddresses

extension Site {
  /// Pages of any other site, as far as they say for machines what their comments are.
  static let webPage = Site(
    formats: [.html], pages: { [.microdata] }, ids: [SiteIDForm(prefix: "page", hasHost: true)])
}

extension DiscussionFormat {
  /// A page in HTML, alone or with its parts in one file.
  public static let html = DiscussionFormat(
    "html", title: "a saved web page (HTML, MHTML)",
    commands: ["understory import PAGE.html", "understory import PAGE.mhtml"],
    isFile: { PageInput.isPage($0) }, holdsOne: true,
    reader: .files { (files, options) throws(ImportError) in
      try PageImport.discussion(of: files, options)
    })
}

extension PageShape {
  /// Comments by their microdata (schema.org: `Comment`, `UserComments`, `Answer`).
  static let microdata: PageShape = {
    var shape = PageShape(
      "a page with comments in microdata",
      signs: ["[itemtype$='/Comment'], [itemtype$='/UserComments'], [itemtype$='/Answer']"],
      comment: "[itemtype$='/Comment'], [itemtype$='/UserComments'], [itemtype$='/Answer']",
      id: ["@itemid|#", "@id|comment-", "@id|post-", "@id", "[itemprop=url]@href|#", "@data-id"],
      author: [
        "[itemprop=author] [itemprop=name]@content", "[itemprop=author] [itemprop=name]",
        "[itemprop=creator] [itemprop=name]", "[itemprop=author]@content", "[itemprop=author]",
        "[itemprop=creator]",
      ],
      text: [
        "[itemprop=text]", "[itemprop=commentText]", "[itemprop=description]",
        "[itemprop=articleBody]",
      ])
    shape.time = [
      "[itemprop=datePublished][datetime]@datetime", "[itemprop=datePublished][content]@content",
      "[itemprop=dateCreated][datetime]@datetime", "[itemprop=dateCreated][content]@content",
      "[itemprop=commentTime][datetime]@datetime", "[itemprop=commentTime][content]@content",
      "[itemprop=datePublished]", "[itemprop=dateCreated]", "[itemprop=commentTime]",
      "time@datetime",
    ]
    shape.edited = [
      "[itemprop=dateModified][datetime]@datetime", "[itemprop=dateModified][content]@content",
    ]
    shape.score = ["[itemprop=upvoteCount]@content", "[itemprop=upvoteCount]"]
    shape.url = ["[itemprop=url]@href", "[itemprop=replyToUrl]@href"]
    shape.isGeneral = true
    shape.article = .blog
    shape.article.title = ["[itemprop=headline]@content", "[itemprop=headline]"]
    shape.count = [
      "[itemprop=commentCount]@content", "[itemprop=commentCount]",
      "[itemprop=interactionCount]@content",
    ]
    return shape
  }()
}
