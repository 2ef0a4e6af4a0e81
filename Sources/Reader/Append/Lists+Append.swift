import DiscussionModel
public import TextGrid

extension Hearing {
  /// That of a list of discussions.
  fileprivate init(
    _ shell: Shell, on screen: Command.Context, _ window: ListWindow, isPeeking: Bool
  ) {
    self.init(shell: shell, screen: screen, here: isPeeking ? .libraryPeek : screen)
    rows = (window.count, window.focus)
    if isPeeking { closing = [.close] }
  }
}

/// The library for somebody who has it printed line by line.
extension LibraryState {
  /// What is to be done about a line that was typed as a command.
  public func hear(_ line: String) -> Heard {
    Hearing(shell, on: .library, list.window, isPeeking: !peeking.isClosed).hear(line)
  }

  /// What there is to say.
  public var spoken: Spoken {
    if let over = shell.spoken(screen: .library) ?? peeking.spoken { return over }
    var spoken = Spoken.rows(
      "library", count: list.window.count, selected: list.window.focus, isWhole: true,
      text: text(of:))
    if list.window.count == 0 {
      spoken.heading = "No discussions yet. Type a link, front and a name such as hn, or help."
    }
    let left = list.left
    if left.unread > 0 {
      let place = "library \(list.window.focus + 1) of \(list.window.count)"
      let new = left.new > 0 ? ", \(left.new) new" : ""
      spoken.prompt = SafeText("\(place), \(left.unread) unread\(new)> ")
    }
    return spoken
  }

  /// Where the reader is, in some lines.
  public var placeLines: [SafeText] {
    let filter = list.filter.map { ", " + $0.words } ?? ""
    let here = list.window.count == 0 ? [] : [text(of: list.window.focus)]
    return ["Library, " + list.order.words + filter] + here
  }

  /// A line in words, 0-based.
  private func text(of line: Int) -> SafeText {
    if let source = list.source(at: line) { return source.printed(now: shell.now) }
    if let offer = list.offer(at: line) { return offer.title + " " + offer.detail }
    return list.entry(at: line)?.printed(now: shell.now) ?? ""
  }
}

/// A front page, or another list of discussions, for somebody who has it printed line by line.
extension FrontState {
  /// What is to be done about a line that was typed as a command.
  public func hear(_ line: String) -> Heard {
    var hearing = Hearing(shell, on: .front, list.window, isPeeking: !peeking.isClosed)
    if page.hasMore, list.filter == nil { hearing.goingOn = [.last, .fetchMore] }
    return hearing.hear(line)
  }

  /// What there is to say.
  public var spoken: Spoken {
    if let over = shell.spoken(screen: .front) ?? peeking.spoken { return over }
    let title: SafeText = page.title.isEmpty ? "front page" : page.title
    return .rows(
      title, count: list.window.count, selected: list.window.focus, isWhole: true, text: text(of:))
  }

  /// What there is to list instead of what is listed; nil for nothing.
  public var offer: SafeText? {
    hasOffer ? "a newer list came, " + shell.calls["front-fetch"] + " shows it" : nil
  }

  /// The links of lines that were printed, from the focused one on.
  ///
  /// - Parameter lines: how many.
  /// - Returns: their links, in order.
  public func links(printed lines: Int) -> [String] {
    (list.window.focus..<list.window.focus + lines).compactMap { list.entry(at: $0)?.link }
  }

  /// Where the reader is, in some lines.
  public var placeLines: [SafeText] {
    let filter = list.filter.map { ", " + $0.words } ?? ""
    let here = list.window.count == 0 ? [] : [text(of: list.window.focus)]
    return [page.title + ", " + list.order.words + filter] + here
  }

  private func text(of line: Int) -> SafeText {
    list.entry(at: line)?.printed(now: shell.now) ?? ""
  }
}

/// What a search of everything found, for somebody who has it printed line by line.
extension ResultsState {
  /// What is to be done about a line that was typed as a command.
  public func hear(_ line: String) -> Heard {
    var hearing = Hearing(shell: shell, screen: .results, here: .results)
    hearing.rows = (results.count, selected)
    hearing.move = { .moveInList($0) }
    hearing.choice = .choose
    return hearing.hear(line)
  }

  /// What there is to say.
  public var spoken: Spoken {
    if let over = shell.spoken(screen: .results) { return over }
    let name = query.map { "found for " + SafeText($0) } ?? "stars"
    var spoken = Spoken.rows(
      name, count: results.count, selected: selected, isWhole: true
    ) { index in
      let result = results[index]
      let place = result.number.map { "comment \($0)" } ?? "article"
      let author = result.author.map { $0.isEmpty ? "" : " by " + $0 } ?? ""
      let snippet = result.snippet.isEmpty ? "" : ": " + result.snippet
      return result.title + ", " + SafeText(place) + author + snippet
    }
    if results.isEmpty { spoken.heading = words.heard }
    return spoken
  }

  /// Where the reader is, in some lines.
  public var placeLines: [SafeText] { [words.heard] }
}

extension LibraryEntry {
  /// `A shed, HN, 84 comments, 41 unread, 3 new, 2 h`.
  fileprivate func printed(now: Int64) -> SafeText {
    var parts = [shownTitle, shownSource, SafeText(counted(comments, "comment"))]
    switch standing {
    case .muted: parts.append("muted")
    case .neverOpened: parts.append("never opened")
    case .done: parts.append("all read")
    case .news, .unread:
      parts.append(SafeText("\(unread) unread"))
      if new > 0 { parts.append(SafeText("\(new) new")) }
    }
    if visited != nil {
      parts.append(SafeText(Calendar.age(of: Moment(seconds: arrived, hasTime: true), now: now)))
    }
    return SafeText(parts.filter { !$0.isEmpty }.map(\.string).joined(separator: ", "))
  }
}

extension LibrarySource {
  /// `hn, front page, 2 discussions with new comments, 30 listed, 2 h`.
  fileprivate func printed(now: Int64) -> SafeText {
    var parts = [name, words.heard]
    if let count { parts.append(SafeText("\(count) listed")) }
    if let fetched {
      parts.append(SafeText(Calendar.age(of: Moment(seconds: fetched, hasTime: true), now: now)))
    }
    return SafeText(parts.map(\.string).joined(separator: ", "))
  }
}

extension FrontEntry {
  /// `Glazes without lead, kiln2.example, 3 new, 14 comments, 74 points, 5 h`.
  fileprivate func printed(now: Int64) -> SafeText {
    var parts = [shownTitle, source]
    switch standingLabel.string {
    case "": break
    case "here": parts.append("fetched")
    case "done": parts.append("all read")
    case "new", "muted": parts.append(standingLabel)
    case let label where label.hasPrefix("+"): parts.append(SafeText(label.dropFirst() + " new"))
    case let label: parts.append(SafeText(label + " unread"))
    }
    parts += labels
    if let comments { parts.append(SafeText(counted(comments, "comment"))) }
    if let score { parts.append(SafeText(counted(score, "point"))) }
    if let posted {
      parts.append(SafeText(Calendar.age(of: Moment(seconds: posted, hasTime: true), now: now)))
    }
    return SafeText(parts.filter { !$0.isEmpty }.map(\.string).joined(separator: ", "))
  }
}

extension ListPeek {
  /// Lines of how a discussion begins that are printed.
  private static let mostLines = 12

  /// How a discussion begins; nil if nobody asked for it.
  fileprivate var spoken: Spoken? {
    guard let shown else { return nil }
    let name = SafeText("peek " + shown.id)
    guard let page = shown.page else {
      return Spoken(subject: .text(name), lines: [], prompt: "peek> ", isOver: true)
    }
    var lines: [SafeText] = []
    for line in shown.lines {
      switch line {
      case .blank: break
      case .header(let position, let detail, _):
        lines.append(page.caller(at: position) + (detail.isEmpty ? "" : ", " + detail))
      case .text(let row, _): if !row.printed.isEmpty { lines.append(row.printed) }
      }
    }
    let rest = lines.count > Self.mostLines ? ["open it to read on" as SafeText] : []
    return .text(name + " ", Array(lines.prefix(Self.mostLines)) + rest)
  }
}
