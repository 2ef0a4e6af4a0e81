import DiscussionModel
import ReadMarks
public import TextGrid

/// A discussion for somebody who has it printed line by line.
extension ReadingState {
  /// What is to be done about a line that was typed as a command.
  public func hear(_ line: String) -> Heard {
    var hearing = Hearing(shell: shell, screen: .reading, here: mode.context)
    hearing.goingOn = [.readOn]
    hearing.move = { .moveInList($0) }
    hearing.choice = .choose
    switch mode {
    case .reading: break
    case .inspection, .peek: hearing.close(twice: false)
    case .list, .news, .outline:
      let lines = overLines
      hearing.rows = (lines.count, lines.selected)
      if listsComments { hearing.choice = nil }
      hearing.close(twice: listSearch.search != nil)
    }
    return hearing.hear(line)
  }

  /// The rows of a screen with room for all of the focused entry.
  public func rowsToPrint(_ layout: inout Layout) -> Int {
    max(Self.fewestRows, sheet.rows.count(of: focus, &layout) + 4)
  }

  private static let fewestRows = 24

  /// What there is to say.
  ///
  /// - Complexity: O(length of the focused entry), and O(*n*) over flat arrays.
  public func spoken(_ layout: inout Layout) -> Spoken {
    if let over = shell.spoken(screen: .reading) { return over }
    var spoken: Spoken
    switch mode {
    case .reading: spoken = spokenEntry(&layout)
    case .inspection:
      spoken = .text("Details", inspectionLines.map(\.printed))
    case .peek(let entry, _):
      let name = page.position(of: entry).map { "comment \(page.number(at: $0))" }
      spoken = Spoken(
        subject: .text(SafeText("peek \(entry)")), lines: printed(entry, isShort: false, &layout),
        prompt: SafeText("peek at \(name ?? "the article")> "), isOver: true)
    case .list, .news, .outline:
      let lines = overLines
      spoken = .rows(
        lines.name, count: lines.count, selected: lines.selected, isNumbered: !listsComments,
        text: { [self] in text(of: $0) })
      spoken.isOver = true
    }
    return spoken
  }

  /// What there is to show instead of what is shown; nil for nothing.
  public var offer: SafeText? { renewal.offer?.text(shell.calls) }

  // MARK: The page

  private func spokenEntry(_ layout: inout Layout) -> Spoken {
    let isShort = outline.isShort(focus)
    let text =
      isShort ? [] : sheet.rows.text(of: focus, &layout).unlabelled.printed
    var state = EntryState()
    state.foldCount = outline.foldCount(from: page.firstComment)
    if let position = page.position(of: focus) {
      if page.comment(at: position).state != .deleted {
        state.isRead = marks[position].contains(.read)
      }
      if outline.isFolded(focus) { state.folded = headerWords.folded(at: position, in: page) }
    } else if outline.isFolded(focus) {
      state.folded = page.beginning(of: focus, cells: 80)
    }
    var spoken = Spoken(
      subject: .entry(focus, text: text), lines: printed(focus, isShort: isShort, &layout),
      heading: SafeText(page.discussion.title), state: state,
      prompt: SafeText("\(place), \(left)> "))
    spoken.match = finding.search?.heard(at: focus)
    return spoken
  }

  private var headerWords: HeaderWords { HeaderWords(record, shell) }

  /// An entry in words: who speaks to whom, how it stands, and the text.
  private func printed(_ entry: Int, isShort: Bool, _ layout: inout Layout) -> [SafeText] {
    let rows = sheet.rows
    let header = rows.headerWords(of: entry, isShort: isShort, &layout)
    if isShort {
      return header.dropLast() + header.suffix(1).map { $0.truncated(to: Self.shortCells) }
    }
    let text = rows.text(of: entry, &layout).printed
    let heading: SafeText? =
      if case .links(let index) = page.kind(of: entry) {
        SafeText(page.discussion.links[index].heading)
      } else {
        nil
      }
    let isWrapped = viewport.measure != nil
    let words = isWrapped ? header : [header.reduce("") { $0.isEmpty ? $1 : $0 + " " + $1 }]
    return [heading].compactMap { $0 } + words.filter { !$0.isEmpty && $0 != heading } + text
  }

  /// Where the reader is: `17 of 42`.
  private var place: String {
    switch page.kind(of: focus) {
    case .article: "article"
    case .notice: "notice"
    case .links(let index): page.discussion.links[index].heading
    case .comment(let position): "\(page.number(at: position)) of \(page.thread.count)"
    }
  }

  /// What is left, and what is left out.
  private var left: String {
    var words =
      page.thread.count == 0
      ? "no comments" : marks.unreadCount == 0 ? "all read" : "\(marks.unreadCount) unread"
    if marks.newCount > 0 { words += ", \(marks.newCount) new" }
    if let narrowing = outline.narrowing { words += ", " + narrowing.words.string }
    return words
  }

  /// Where the reader is, in some lines: the discussion, the comment's place, what is left.
  public func placeLines(_ layout: inout Layout) -> [SafeText] {
    let header = sheet.rows.headerWords(of: focus, isShort: false, &layout)
    return [SafeText(page.discussion.title)] + header + [StatusWords.place(self).heard]
  }

  /// The unread comments from the focused one on, as many as are listed at once; around the end.
  public var unreadLines: [SafeText] {
    let all = outline.unread(marks, in: 0..<page.thread.count, of: page)
    if all.isEmpty { return ["nothing is unread"] }
    let here = page.position(of: focus) ?? 0
    let ordered = all.filter { $0 >= here } + all.filter { $0 < here }
    let rows = ordered.prefix(Hearing.pageRows)
    let rest = all.count - rows.count
    return [SafeText("\(all.count) unread:")] + rows.map { named($0, "") }
      + (rest > 0 ? [SafeText("and \(rest) more")] : [])
  }

  // MARK: What is over the page

  /// Cells of what stands for a folded entry; words above its text may take more rows.
  private static let shortCells = 160
  /// Cells of a text that a line of a list has.
  private static let listCells = 100

  /// `17, ann: How it begins`.
  private func named(_ position: Int, _ more: String) -> SafeText {
    let number = page.number(at: position)
    let caller = page.caller(at: position)
    let name = caller.string == "#\(number)" ? "" : ", " + caller.string
    let beginning = page.beginning(of: position + page.firstComment, cells: Self.listCells)
    return SafeText("\(number)\(name)\(more): ")
      + SafeText(beginning.truncated(to: Self.listCells).string.filter { $0 != "▒" })
  }

  /// What the list over the page is called, how many lines it has, and which is selected.
  private var overLines: (name: SafeText, count: Int, selected: Int) {
    switch mode {
    case .reading, .inspection, .peek: return ("", 0, 0)
    case .list(let list):
      let name: SafeText =
        switch list.kind {
        case .stars: "stars"
        case .quoting: "comments that quote this"
        case .since: "new since"
        case .links: "links of this comment"
        case .allLinks: "links of this discussion"
        }
      return (name, count(of: list), list.selected)
    case .news(let news): return (news.headline.heard, news.lines.count, news.selected)
    case .outline(let selected):
      let shown = shownEntries
      return ("outline", shown.count, shown.firstIndex { $0 >= selected } ?? 0)
    }
  }

  /// Whether the lines of the list over the page are comments, which have numbers of their own.
  private var listsComments: Bool {
    switch mode {
    case .news, .outline: return true
    case .reading, .inspection, .peek: return false
    case .list(let list):
      switch list.kind {
      case .stars, .quoting: return true
      case .since, .links, .allLinks: return false
      }
    }
  }

  /// The entries that the outline lists.
  private var shownEntries: [Int] { outline.entries(in: page) }

  /// A line of the list over the page, 0-based.
  private func text(of index: Int) -> SafeText {
    switch mode {
    case .reading, .inspection, .peek: return ""
    case .list(let list): return text(of: index, in: list)
    case .news(let news):
      let line = news.lines[index]
      let first = named(line.first, "")
      return line.first == line.root
        ? first
        : SafeText("\(line.count) new in the thread of ") + page.caller(at: line.root) + ", first "
          + first
    case .outline:
      let entry = shownEntries[index]
      guard let position = page.position(of: entry) else {
        return page.beginning(of: entry, cells: Self.listCells)
      }
      var more = ", level \(page.depth(of: entry) + 1)"
      if marks.isUnread(position) { more += ", unread" }
      if outline.isFolded(entry) {
        more += ", folded"
        if page.replyCount(of: entry) > 0 {
          more += ", \(headerWords.folded(at: position, in: page).string)"
        }
      }
      return named(position, more)
    }
  }

  private func text(of index: Int, in list: ChoiceList) -> SafeText {
    switch list.kind {
    case .stars, .quoting: return named(positions(in: list)[index], "")
    case .since(let choices):
      let choice = choices[index]
      let date = choice.date.isEmpty ? "" : ", " + choice.date
      return choice.title + date + SafeText(choice.count.map { ", \($0) new" } ?? "")
    case .links(let targets):
      return targets[index] + (shell.opener.opensHere(targets[index]) ? ", opens here" : "")
    case .allLinks(let links):
      let link = links[index]
      let isHere = shell.opener.opensHere(link.address)
      return link.address + (isHere ? ", opens here" : "") + ", in: "
        + link.line.truncated(to: Self.listCells)
    }
  }
}

extension Hearing {
  /// Has what is over the screen closed for a command of the screen.
  ///
  /// - Parameter twice: whether something is looked for there, which is closed first.
  fileprivate mutating func close(twice: Bool) {
    closing = twice ? [.close, .close] : [.close]
    goingOn = closing
  }
}

extension Sequence<TextRow> {
  /// Without what is found out later: whom they quote.
  fileprivate var unlabelled: [TextRow] {
    map {
      var row = $0
      row.label = nil
      return row
    }
  }
}

extension OverlayView.Line {
  /// The line as it is printed: a name, and what it says.
  var printed: SafeText {
    if name.isEmpty || text.isEmpty { return (name + text).heard }
    return (name + ": " + text).heard
  }
}

extension Spoken {
  /// Something to be read, which is closed once it was.
  static func text(_ name: SafeText, _ lines: [SafeText]) -> Spoken {
    Spoken(
      subject: .text(name), lines: lines, prompt: name + "> ", isOver: true, closesItself: true)
  }

  /// A list whose lines are chosen by number.
  ///
  /// - Parameters:
  ///   - name: what is listed.
  ///   - count: how many lines there are.
  ///   - selected: the one from which on they are printed, 0-based.
  ///   - isNumbered: whether each begins with its number, 1-based.
  ///   - isWhole: whether one that fits is printed from its first line on, whichever is selected.
  ///   - text: what a line says.
  /// - Returns: the lines that are listed at once.
  static func rows(
    _ name: SafeText, count: Int, selected: Int, isNumbered: Bool = true, isWhole: Bool = false,
    text: (Int) -> SafeText
  ) -> Spoken {
    let start = isWhole && count <= Hearing.pageRows ? 0 : selected
    let end = min(count, start + Hearing.pageRows)
    let lines = (start..<max(start, end)).map { index in
      SafeText(isNumbered ? "\(index + 1). " : "") + text(index)
    }
    let last = lines.count > 1 ? " to \(end)" : ""
    let range = lines.count == count ? "" : ", \(selected + 1)\(last) of \(count)"
    let heading = name + SafeText(count == 0 ? ": nothing is listed" : range + ":")
    let place = count == 0 ? "" : " \(selected + 1) of \(count)"
    var spoken = Spoken(
      subject: .rows(name, count: count, selected: selected), lines: lines, heading: heading,
      prompt: name + SafeText(place + "> "))
    spoken.selectedLine = selected - start
    return spoken
  }
}

extension Shell {
  /// What is over any screen: a line that is asked for, what the palette offers, messages.
  ///
  /// - Parameter screen: the context of the screen alone.
  /// - Returns: nil if nothing is.
  func spoken(screen: Command.Context) -> Spoken? {
    if let prompt {
      let offers = prompt.text.isEmpty ? [] : offers(in: screen)
      var spoken = Spoken(subject: .question, lines: [], prompt: prompt.kind.question)
      if !offers.isEmpty {
        spoken = .rows("commands", count: offers.count, selected: prompt.selected) { index in
          switch offers[index] {
          case .command(let command): commands[command].title + ": " + commands[command].help
          case .theme(let name): SafeText("theme \(name)")
          }
        }
        spoken.prompt = prompt.kind.question
      }
      spoken.isOver = true
      return spoken
    }
    guard let text = text?.kind else { return nil }
    // Wide enough that nothing is wrapped.
    return .text(text.name, lines(of: text, over: screen, columns: size.columns).map(\.printed))
  }
}
