public import DiscussionModel
import HTMLTree

extension Discussion {
  /// Prepares a copy to be merged into the one that is kept, if the two may be written in different ways: one was fetched
  /// in Markdown and the other was saved as a page.
  ///
  /// A text that says the same stays as it is kept, so that what was read stays read.
  ///
  /// - Parameters:
  ///   - kept: the copy that is kept; it is changed only as far as each of its texts says how it is written.
  ///   - isPage: whether this copy is a page that was saved: it leaves out times, scores and more that others have.
  /// - Complexity: O(length of the texts that differ), and O(*n*).
  public mutating func reconcile(with kept: inout Discussion, isPage: Bool) {
    let hasArticle = body != nil
    settleMarkup(with: &kept, isPage: isPage)
    if isPage {
      author = author ?? kept.author
      url = url ?? kept.url
      published = published.finer(kept.published)
      if links.isEmpty { links = kept.links }
      // A later page of a topic counts the first post, which is the article of what is kept.
      if !hasArticle, kept.body != nil, SiteTable.standard.idForm(of: id)?.countsArticle == true {
        let missing = MissingNotice.count(in: notice)
        notice = MissingNotice.put(max(0, missing - 1), into: notice)
      }
    }
    var places: [String: Int] = [:]
    for (place, comment) in kept.comments.enumerated() where places[comment.id] == nil {
      places[comment.id] = place
    }
    for index in comments.indices {
      guard let place = places[comments[index].id] else { continue }
      let before = kept.comments[place]
      if isPage { comments[index].complete(by: before) }
      guard let new = comments[index].body, let old = before.body, new != old else { continue }
      let own = comments[index].details?.markup ?? markup
      let other = before.details?.markup ?? kept.markup
      guard own != other || own == .html, Words(new.text, own).areSame(as: Words(old.text, other))
      else { continue }
      comments[index].body = old
      comments[index].state(other, within: markup)
    }
  }

  /// Makes both copies state the same way of writing; comments that are written in another one state theirs.
  private mutating func settleMarkup(with kept: inout Discussion, isPage: Bool) {
    guard kept.markup != markup else {
      if let new = body, let old = kept.body, new != old, markup == .html,
        Words(new.text, .html).areSame(as: Words(old.text, .html))
      {
        body = old
      }
      return
    }
    let staysAsKept: Bool
    if let new = body, let old = kept.body {
      staysAsKept = isPage || Words(new.text, markup).areSame(as: Words(old.text, kept.markup))
    } else {
      staysAsKept = body == nil
    }
    if staysAsKept {
      body = kept.body
      state(markup, for: kept.markup)
    } else {
      kept.state(kept.markup, for: markup)
    }
  }

  /// Has each comment that is written in the discussion's way say so, and gives the discussion another one.
  private mutating func state(_ own: Markup, for new: Markup) {
    for index in comments.indices where comments[index].body != nil {
      comments[index].state(comments[index].details?.markup ?? own, within: new)
    }
    markup = new
  }
}

extension Comment {
  /// Says how it is written, if that is not the way of its discussion.
  fileprivate mutating func state(_ markup: Markup, within whole: Markup) {
    var new = details ?? CommentDetails()
    new.markup = markup == whole ? nil : markup
    details = new == CommentDetails() ? nil : new
  }

  /// Takes what a page does not state from a copy that does.
  fileprivate mutating func complete(by other: Comment) {
    author = author ?? other.author
    published = published.map { $0.text }.finer(other.published?.text).map { RawText($0) }
    score = score ?? other.score
    amend { details in
      details.edited = details.edited ?? other.details?.edited
      details.url = details.url ?? other.details?.url
      details.warning = details.warning ?? other.details?.warning
    }
  }
}

extension String? {
  /// The time, or another one if that says more of the same.
  fileprivate func finer(_ other: String?) -> String? {
    guard let own = self else { return other }
    guard let other, let mine = Moment(own), let its = Moment(other) else { return self }
    return !mine.hasTime && its.hasTime ? other : own
  }
}

/// What a text says, however it is written.
private struct Words {
  private let text: String
  private let markup: Markup

  init(_ text: String, _ markup: Markup) {
    self.text = text
    self.markup = markup
  }

  func areSame(as other: Words) -> Bool {
    if markup == .html, other.markup == .html {
      return Self.visible(text).elementsEqual(Self.visible(other.text))
    }
    return letters == other.letters
  }

  /// The text of HTML without the white space.
  private static func visible(_ html: String) -> [UInt8] {
    let tree = HTMLTree(html, in: .element(.body))
    return tree.children(of: nil).flatMap { tree.text(below: $0).utf8 }.filter { $0 > 0x20 }
  }

  /// The letters, since numbers and signs can be markup; in Markdown without the targets of links.
  private var letters: [Unicode.Scalar] {
    var plain = text
    switch markup {
    case .html: plain = String(decoding: Self.visible(text), as: UTF8.self)
    case .markdown: plain = CharacterReference.decoded(Self.withoutTargets(text))
    case .plain: break
    }
    return plain.unicodeScalars.filter(\.properties.isAlphabetic)
  }

  private static func withoutTargets(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let isMark =
        bytes[at] == UInt8(ascii: "]") && at + 1 < bytes.count
        && bytes[at + 1] == UInt8(ascii: "(")
      let end = isMark ? bytes[at...].firstIndex { $0 == UInt8(ascii: ")") || $0 == 0x0A } : nil
      if isMark, end == nil {
        // No link after this one is complete.
        return String(decoding: result + bytes[at...], as: UTF8.self)
      }
      if end == nil { result.append(bytes[at]) }
      at = end ?? at + 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
