import DiscussionModel
import HTMLTree
import WebAddresses

/// Pages that were saved become a discussion: by the shape of their site, or else by what is written for machines in them.
enum PageImport {
  /// Makes a discussion of one page or several.
  ///
  /// - Throws: if nothing is recognised in one of them, or if they state that they are of different discussions.
  static func discussion(
    of files: [ImportFile], _ options: ImportOptions, sites: SiteTable = .standard
  ) throws(ImportError) -> ImportedDiscussion {
    var pages: [PageFound] = []
    for (index, file) in files.enumerated() {
      guard let found = read(file.bytes, options, sites) else {
        throw ImportError(.unknownPage, in: .input(index))
      }
      if let id = found.id, let other = pages.lazy.compactMap(\.id).first, other != id {
        throw ImportError(.differentPages(other, id), in: .input(index))
      }
      pages.append(found)
    }
    let order = pages.indices.sorted { (pages[$0].place, $0) < (pages[$1].place, $1) }
    let sorted = order.map { pages[$0] }
    var imported = draft(of: sorted).finish(Findings())
    for (page, index) in zip(sorted, order) {
      if files.count > 1 { imported.explanation.append("\(files[index].name):") }
      imported.explanation += page.explanation
    }
    return imported
  }

  /// What is in a file; nil if nothing is recognised.
  ///
  /// Of a page with frames the first document counts in which something is recognised; what that one does not say of the
  /// article, the page around it may.
  private static func read(
    _ bytes: [UInt8], _ options: ImportOptions, _ sites: SiteTable
  ) -> PageFound? {
    var documents = PageInput(bytes).documents.map { document in
      WebPage(document.html.withUnsafeBufferPointer { HTMLTree(utf8: $0) }, from: document.source)
    }
    guard let outer = documents.first else { return nil }
    documents.insert(contentsOf: frames(of: outer), at: 1)
    for (place, page) in documents.enumerated() {
      guard var found = known(page, options.selections, sites) else { continue }
      if place > 0 { found.complete(from: outer) }
      return found
    }
    for (place, page) in documents.enumerated() {
      guard var found = UnknownPage.read(page) else { continue }
      if place > 0 { found.complete(from: outer) }
      return found
    }
    return nil
  }

  /// Frames whose documents are in an attribute, as programs that save all of a page in one file write them.
  private static func frames(of page: WebPage) -> [WebPage] {
    page.search.indices(matching: "iframe[srcdoc]").prefix(mostFrames).compactMap { index in
      page.tree.attribute(named: "srcdoc", of: index).map { html in
        WebPage(HTMLTree(html), from: page.addresses.first?.page)
      }
    }
  }

  private static let mostFrames = 20

  /// What is in a page of a known shape, or in what it says for machines: of those what has more comments.
  private static func known(
    _ page: WebPage, _ selections: [PageSelection], _ sites: SiteTable
  ) -> PageFound? {
    let shape = sites.pages.first { shape in
      shape.signs.allSatisfy { page.has($0) }
    }
    if !selections.isEmpty {
      let found = PageReader.read(page, as: (shape ?? .selected).selecting(selections))
      return found.comments.isEmpty ? nil : found
    }
    let found = shape.map { PageReader.read(page, as: $0) }
    if let found, shape?.isGeneral == false, !found.comments.isEmpty || found.body != nil {
      return found
    }
    let linked = LinkedComments.read(page)
    return (linked?.comments.count ?? 0) > (found?.comments.count ?? 0) ? linked : found
  }

  // MARK: What it becomes

  private static func draft(of pages: [PageFound]) -> Draft {
    let first = pages[0]
    var findings = Findings()
    let title = first.title ?? first.url ?? "A saved page"
    let fallback = first.url.map { PageIdentity.id(of: $0) } ?? PageIdentity.id(title, first.author)
    var draft = Draft(id: first.id ?? fallback, title: title, markup: .html)
    var article = first
    let opening = pages.firstIndex { $0.firstIsArticle && !$0.comments.isEmpty }
    if let opening {
      let post = pages[opening].comments[0]
      article.author = post.author ?? article.author
      article.time = post.time ?? article.time
      article.body = post.body
    }
    draft.discussion.url = first.url
    draft.discussion.author = article.author
    draft.discussion.published = article.time?.text.text
    draft.discussion.body = article.body.map { RawText($0) }
    draft.discussion.notice = article.notice
    draft.discussion.links = article.links
    draft.discussion.maskCharacter = article.maskCharacter
    draft.discussion.treeIsInferred = pages.contains { $0.treeIsInferred }
    let comments = pages.lazy.flatMap(\.comments)
    // Numbers by time need the time of each.
    draft.keepsNumbers =
      comments.allSatisfy { $0.number != nil } || comments.contains { $0.time == nil }
    for (index, page) in pages.enumerated() {
      add(page, opening: index == opening, author: article.author, to: &draft, &findings)
    }
    if let count = pages.compactMap(\.count).max() {
      let counted = first.countsArticle && opening != nil ? 1 : 0
      draft.sourceCount = max(0, count - counted)
    }
    return draft
  }

  private static func add(
    _ page: PageFound, opening: Bool, author: String?, to draft: inout Draft,
    _ findings: inout Findings
  ) {
    var ids: [String] = []
    ids.reserveCapacity(page.comments.count)
    for (index, comment) in page.comments.enumerated() {
      ids.append(comment.id ?? "place-\(draft.comments.count + index + 1)")
    }
    let articleID = opening ? ids.first : nil
    for (index, found) in page.comments.enumerated() where !opening || index > 0 {
      var parent = found.parentID ?? found.parent.map { ids[$0] }
      if parent == articleID || parent == ids[index] { parent = nil }
      var comment = Comment(id: ids[index], parent: parent)
      comment.author = found.author
      comment.score = found.score
      comment.state = found.state
      comment.body = found.body.map { RawText($0) }
      if draft.keepsNumbers { comment.number = found.number }
      let isOP = author != nil && found.author == author
      comment.amend { details in
        details.url = found.url
        details.edited = found.edited?.text.text
        details.badges = (isOP && !found.badges.contains("OP") ? ["OP"] : []) + found.badges
      }
      draft.add(comment, at: found.time, from: nil, &findings)
    }
    for missing in page.missing {
      draft.addMissing(missing.count, under: missing.place.map { ids[$0] })
    }
  }
}

/// Ids for discussions whose site has none of its own.
enum PageIdentity {
  /// Made of an address: the same for every copy of the page, whatever its scheme and its fragment.
  static func id(of address: String) -> String {
    guard let url = WebURL(reference: address) else { return "page:\(address)" }
    let host = url.authority.hasPrefix("www.") ? String(url.authority.dropFirst(4)) : url.authority
    var target = url.target
    while target.hasSuffix("/") { target.removeLast() }
    return "page:" + host + target
  }

  /// Made of what the page says.
  static func id(_ title: String, _ author: String?) -> String {
    let digits = String(FNV1a.hash64("\(title)\n\(author ?? "")".utf8), radix: 16)
    return "page:" + String(repeating: "0", count: 16 - digits.count) + digits
  }
}
