import DiscussionModel
import HTMLTree
import WebAddresses

/// How the pages of a site, or of some software, are built: what is where in them.
///
/// As far as possible it is data: values and selectors that are matched once over the whole page. What one matches
/// belongs to the innermost comment that it is in, or to the article if it is in none. Nothing is found by the
/// words of a label, which are in the language of whoever saved the page.
struct PageShape: Sendable {
  /// What such a page is, in words: `a page of Hacker News`.
  let title: String
  /// What every such page has, and no other.
  let signs: [Selector]
  /// The elements that are comments each, in the order of the page.
  var comment: Selector
  /// Elements that have a comment and the replies to it, if those are not in the comment's own element.
  var branch: Selector?
  /// Comments that are not those of this discussion, such as a copy of one that is shown elsewhere too.
  var ignored: Selector?

  /// Whether it is one of any site, which may state its comments in another way as well.
  var isGeneral = false

  // MARK: Comments

  var id: [PageValue]
  var parent = PageParent.around
  var author: [PageValue]
  var time: [PageValue] = []
  var edited: [PageValue] = []
  var text: [Selector]
  /// Elements whose content follows the text, such as pictures.
  var additions: Selector?
  /// What in a text is not the comment's, besides what is in ``PageTexts/neverText``.
  var leftOut: Selector?
  /// Elements of texts that are quotes, though not by their name.
  var quotes: Selector?
  var score: [PageValue] = []
  /// Its number in the topic, which it keeps.
  var number: [PageValue] = []
  var url: [PageValue] = []
  var badges: [PageBadge] = []
  /// What a comment has whose text is gone, or is itself.
  var deleted: Selector?
  var flagged: Selector?
  /// Texts that say that a comment was deleted.
  var deletedTexts: Set<String> = []
  /// Texts that stand for one that others reported.
  var flaggedTexts: Set<String> = []
  /// Places at which replies are missing, and how many those are; 1 if nothing says how many.
  var missing: [PageMissing] = []

  // MARK: The article

  var article = PageArticleShape()
  /// Whether the first post of the first page is the article.
  var firstIsArticle = false
  /// How many comments the site says there are.
  var count: [PageValue] = []
  /// Whether the number is the largest in its text, as in `1 to 20 of 795`; otherwise it is the first, before any quotation.
  var countIsLargest = false
  /// Whether the article counts as one of them.
  var countsArticle = false
  /// Which page of the topic it is, from 1.
  var pageNumber: [PageValue] = []
  /// Whether who replies to whom is not said, so that a copy that says it knows better.
  var treeIsInferred = false

  // MARK: What is not data

  /// Where the site is, for addresses on pages that do not say where they are from; nil if there are many sites.
  var site: String?

  /// The id of the discussion; nil if the page does not state it.
  var discussion: @Sendable (WebPage) -> String? = { _ in nil }
  /// What selectors cannot say.
  var finish: @Sendable (WebPage, inout PageFound) -> Void = { _, _ in }

  init(
    _ title: String, signs: [Selector], comment: Selector, id: [PageValue], author: [PageValue],
    text: [Selector]
  ) {
    self.title = title
    self.signs = signs
    self.comment = comment
    self.id = id
    self.author = author
    self.text = text
  }
}

/// How a page says who replies to whom.
enum PageParent: Hashable, Sendable {
  /// A comment is in what it replies to, or in its branch.
  case around
  /// A number says how deep it stands; it replies to the last comment before it that is less deep.
  case depth([PageValue])
  /// It names the id of what it replies to. If it does not, it is in it, or it replies to the article.
  case id([PageValue])
  /// A comment replies to what it quotes first, if the quote names the id of a comment that comes before it.
  case quote([PageValue])
  /// All reply to the article, or nobody says.
  case none
}

/// A word beside the author.
struct PageBadge: Hashable, Sendable {
  /// What a comment has, or is, that gets it.
  let sign: Selector
  /// Nil for the text of that element.
  let word: String?

  init(_ sign: Selector, _ word: String? = nil) {
    self.sign = sign
    self.word = word
  }
}

/// Places at which replies are missing.
struct PageMissing: Hashable, Sendable {
  let place: Selector
  /// Where in the place the number is; the text of the place itself if there is none.
  let number: PageValue?

  init(_ place: Selector, number: PageValue? = nil) {
    self.place = place
    self.number = number
  }
}

/// What of a page is its article.
struct PageArticleShape: Sendable {
  var title: [PageValue] = []
  var author: [PageValue] = []
  var time: [PageValue] = []
  var text: [Selector] = []
  /// Whether the text is the main text of the page, however that is built.
  var isMainText = false
  /// What the article is a link to.
  var link: [PageValue] = []
  var tags: Selector?
}

extension PageShape {
  /// All that is in it and was read from a text, for a check.
  var faults: [String] {
    let values =
      id + author + time + edited + score + number + url + count + article.title + article.author
      + article.time + article.link + pageNumber + missing.compactMap(\.number) + parentValues
    let selectors =
      signs + [comment]
      + [branch, ignored, leftOut, deleted, flagged, additions, quotes].compactMap { $0 } + text
      + article.text + badges.map(\.sign) + missing.map(\.place) + [article.tags].compactMap { $0 }
    return values.filter(\.isFaulty).map(\.source) + selectors.filter(\.isEmpty).map(\.source)
  }

  private var parentValues: [PageValue] {
    switch parent {
    case .depth(let values), .id(let values), .quote(let values): values
    case .around, .none: []
    }
  }
}
