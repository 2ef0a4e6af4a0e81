public import DiscussionModel
public import HTMLTree
public import WebAddresses

/// The main text of a page, with what the page says of it.
public struct ArticleText: Equatable, Sendable {
  public var title: String?
  /// Who wrote it, without `by`.
  public var byline: String?
  /// A date or a date and time of ISO 8601.
  public var published: String?
  /// The text as HTML, of headings, paragraphs, lists, quotes, code, tables, figures, links, emphasis; empty if there is none.
  public var body: String
  /// What stands for each character that the site hides; nil if nothing is hidden.
  public var maskCharacter: Character?
  /// What the page says about who may read the rest; nil if it does not say anything.
  public var notice: String?
  /// Lists of other pages that were in the text or beside it.
  public var links: [LinkList]

  /// Letters below which something else is tried.
  private static let enough: Int = 500

  /// Finds the text of a page.
  ///
  /// - Parameters:
  ///   - tree: the page.
  ///   - address: where it is, for its links; nil if that is not known.
  /// - Complexity: O(size of the page).
  public init(_ tree: HTMLTree, address: WebURL? = nil) {
    let survey = PageSurvey(tree)
    let facts = PageFacts(survey)
    title = facts.title
    byline = facts.byline
    published = facts.published
    var out = [Bool](repeating: false, count: tree.nodes.count)
    for index in facts.bylines { out[index] = true }
    let wall = Paywall(survey, isPaid: facts.isPaid)
    notice = wall.notice
    let related = RelatedLinks(survey, address: address)
    links = related.lists
    for index in wall.elements + related.elements { out[index] = true }
    var best = Found(letters: -1)
    for strictness in ArticleFinder.Strictness.all {
      let found = Found(survey, facts, strictness, leavingOut: out, address)
      if found.letters > best.letters { best = found }
      if best.letters >= Self.enough { break }
    }
    if best.isPlainCell, best.letters < 2 * Self.enough {
      best = Found(survey, facts, .cells, leavingOut: out, address)
    }
    body = String(decoding: best.html, as: UTF8.self)
    if best.letters < Self.enough, let text = facts.body,
      text.utf8.count > 2 * max(best.letters, Self.enough / 2)
    {
      body = Self.paragraphs(text)
    }
    if body.has("***"), MaskedWords.count(in: HTMLText.line(body)) > 0 {
      maskCharacter = MaskedWords.character
    }
  }

  /// A text without markup as paragraphs.
  private static func paragraphs(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { HTMLText.line(String($0)) }
      .filter { !$0.isEmpty }.map { "<p>\(HTMLText.escaped($0))</p>" }.joined()
  }
}

/// What is found in one attempt.
private struct Found {
  var letters: Int
  var html: [UInt8] = []
  /// Whether it is a cell of a page that is laid out by tables.
  var isPlainCell = false

  init(letters: Int) { self.letters = letters }

  init(
    _ survey: PageSurvey, _ facts: PageFacts, _ strictness: ArticleFinder.Strictness,
    leavingOut out: [Bool], _ address: WebURL?
  ) {
    let tree = survey.tree
    let finder = ArticleFinder(survey, strictness, leavingOut: out)
    var elements = finder.elements()
    isPlainCell = finder.isPlainCell(elements)
    var isOut = finder.isOut
    let head = ArticleHead(survey, facts, finder, elements, &isOut)
    if let lede = head.lede, let first = elements.first, tree.nodes[lede].end <= first {
      elements.insert(lede, at: 0)
    }
    let pruned = ArticlePruning(survey, strictness, finder, isOut, elements: elements)
    letters = elements.reduce(0) { $0 + pruned.counts[$1].letters }
    var writer = ArticleWriter(pruned, base: address)
    for element in elements { writer.write(element) }
    html = writer.html
  }
}
