import DiscussionModel
import TextGrid

/// Moving over the tree. Where a part of the page is left out, the tree is what is not.
extension ReadingState {
  /// To an entry on show, or nowhere with a word why.
  mutating func goTo(_ entry: Int?, orSay text: SafeText, _ layout: inout Layout) -> [Effect] {
    guard let entry else {
      shell.say(text)
      return []
    }
    show(entry, &layout)
    return []
  }

  /// The same, marking the comment that is left.
  mutating func leave(
    for entry: Int?, orSay text: SafeText, _ layout: inout Layout
  ) -> [Effect] {
    let effects = entry == nil ? [] : passFocus(&layout)
    return effects + goTo(entry, orSay: text, &layout)
  }

  /// To an entry, opening whatever hides it; where it is left out, all of the page is on show again.
  mutating func show(_ entry: Int, _ layout: inout Layout) {
    if folds.isLeftOut(entry) { widen(&layout) }
    focus = entry
    folds.reveal(focus, in: page)
    showFocus(&layout)
  }

  /// To the comment that this one answers, or else to the article.
  mutating func goToParent(_ layout: inout Layout) -> [Effect] {
    guard let parent = page.parent(of: focus) ?? (focus > 0 ? 0 : nil) else {
      shell.say("this is the beginning")
      return []
    }
    guard !folds.isLeftOut(parent) else {
      shell.say("the article is hidden (Esc shows all)")
      return []
    }
    repliesLeft[parent] = focus
    show(parent, &layout)
    return []
  }

  /// To the reply from which the focused entry was last come to, or else to its first.
  ///
  /// It opens the fold that hides it. All top-level comments answer the article.
  mutating func goToFirstReply(_ layout: inout Layout) -> [Effect] {
    let isArticle = focus == 0
    let end = isArticle ? page.count : page.subtreeEnd(of: focus)
    let first = folds.first(from: isArticle ? page.firstComment : focus + 1, in: page)
      .flatMap { $0 < end ? $0 : nil }
    let last = repliesLeft[focus].flatMap { folds.isLeftOut($0) ? nil : $0 }
    return goTo(first == nil ? nil : last ?? first, orSay: "no replies", &layout)
  }

  /// The next sibling, or else the next comment at a shallower level.
  var nextSibling: Int? { folds.first(from: page.subtreeEnd(of: focus), in: page) }

  /// The previous sibling, or else the parent; the entry before it for what is no reply.
  var previousSibling: Int? {
    guard let previous = folds.previous(before: focus, in: page) else { return nil }
    let depth = page.depth(of: focus)
    var entry = previous
    while page.depth(of: entry) > depth, let parent = page.parent(of: entry) { entry = parent }
    return entry
  }

  var nextThread: Int? {
    var entry = folds.first(
      from: focus < page.firstComment ? page.firstComment : page.subtreeEnd(of: focus), in: page)
    while let at = entry, page.depth(of: at) > 0 {
      entry = folds.first(from: page.subtreeEnd(of: at), in: page)
    }
    return entry
  }

  /// The root of this thread, or else the root of the one before.
  var previousThread: Int? {
    guard focus >= page.firstComment else { return nil }
    var entry: Int? = focus
    if page.depth(of: focus) == 0 { entry = folds.previous(before: focus, in: page) }
    guard var root = entry, root >= page.firstComment else { return nil }
    while let parent = page.parent(of: root) { root = parent }
    return root
  }

  /// To the comment that readers call by a number.
  ///
  /// - Complexity: O(*n*).
  mutating func goToComment(number: Int, _ layout: inout Layout) -> [Effect] {
    if let position = (0..<page.thread.count).first(where: { page.number(at: $0) == number }) {
      show(position + page.firstComment, &layout)
    } else {
      let range = page.numbers.map { " (#\($0.lowerBound) to #\($0.upperBound))" } ?? ""
      shell.say(SafeText("no comment #\(number)\(range)"))
    }
    return []
  }

  /// By so many comments by the focused one's author, around the ends; negative is up.
  ///
  /// - Complexity: O(*n*).
  mutating func goToSameAuthor(by steps: Int, _ layout: inout Layout) -> [Effect] {
    guard let position = page.position(of: focus),
      let author = page.comment(at: position).author, !author.isEmpty
    else {
      shell.say("this comment has no author")
      return []
    }
    let theirs = (0..<page.thread.count).filter {
      page.comment(at: $0).author == author && !folds.isLeftOut($0 + page.firstComment)
    }
    guard theirs.count > 1 else {
      shell.say("the only comment by " + SafeText(author))
      return []
    }
    let here = theirs.firstIndex(of: position) ?? 0
    let turn = (here + steps) % theirs.count
    let index = turn < 0 ? turn + theirs.count : turn
    show(theirs[index] + page.firstComment, &layout)
    shell.say(SafeText("\(index + 1) of \(theirs.count) by ") + SafeText(author))
    return []
  }
}

extension Page {
  /// The lowest and the highest number of a comment; nil where there is none.
  ///
  /// - Complexity: O(*n*).
  var numbers: ClosedRange<Int>? {
    let numbers = (0..<thread.count).lazy.map { number(at: $0) }
    guard let low = numbers.min(), let high = numbers.max() else { return nil }
    return low...high
  }
}
