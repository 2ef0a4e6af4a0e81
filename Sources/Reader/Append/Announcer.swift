public import TextGrid

/// Compares screens with what was printed of them, and puts what has changed into words.
public struct Announcer: Sendable {
  /// The screen that was on top; nil before the first.
  private var screen: ObjectIdentifier?
  /// What was printed last of a screen itself.
  private var base: Spoken?
  /// What was printed last that is over it; nil if nothing is.
  private var over: Spoken.Subject?
  /// The names of the lists that were printed.
  private var listed: Set<String> = []
  /// The match that was printed last.
  private var match: SafeText?
  /// Whether anything was said since the last command began.
  private var hasSaid = false
  /// How many messages were printed.
  private var messages = 0
  private var problem: SafeText?
  private var offer: SafeText?

  public init() {}

  /// What is to be printed.
  public struct Announcement: Equatable, Sendable {
    public var lines: [SafeText] = []
    /// Whether the focused entry is among them, all of it.
    public var hasEntry = false
    /// How many lines of a list are.
    public var rows = 0
  }

  /// Notes that a command begins, about which nothing was said yet.
  public mutating func begin() { hasSaid = false }

  /// Forgets what was printed of the screen on top, so that it is printed again.
  public mutating func forget() {
    if case .rows(let name, _, _) = base?.subject { listed.remove(name.string) }
    (base, over) = (nil, nil)
  }

  /// The messages since the last call, and changes of what marks and offers are about.
  ///
  /// - Parameters:
  ///   - shell: the shell of the screen on top.
  ///   - offer: a newer state that the screen could show; nil if there is none.
  /// - Returns: lines, without messages about progress.
  public mutating func news(_ shell: Shell, offer: SafeText?) -> [SafeText] {
    let (said, number) = shell.said(after: messages)
    messages = number
    var lines: [SafeText] = []
    for message in said where message.isProblem || !message.text.string.hasSuffix("…") {
      let line = (message.isProblem ? "Error: " : "") + message.text.heard
      if !lines.contains(line) { lines.append(line) }
    }
    if !lines.isEmpty { hasSaid = true }
    if shell.problem != problem {
      problem = shell.problem
      lines.append(problem.map { "Error: " + $0.heard } ?? "marks are being saved again")
    }
    if offer != self.offer {
      self.offer = offer
      if let offer { lines.append(offer.heard) }
    }
    return lines
  }

  /// What has changed on the screen on top since the last call.
  ///
  /// - Parameters:
  ///   - spoken: the screen as it is.
  ///   - screen: which screen it is.
  /// - Returns: lines, without those of ``news(_:offer:)``.
  public mutating func announce(_ spoken: Spoken, on screen: ObjectIdentifier) -> Announcement {
    var announcement = Announcement()
    if spoken.isOver {
      if over != spoken.subject { add(spoken, after: over, to: &announcement) }
      over = spoken.subject
      return announcement
    }
    if spoken.match != match {
      match = spoken.match
      // The command may have said that it is the match where the reader is.
      if let match, !hasSaid { announcement.lines.append(match) }
    }
    let isSame = screen == self.screen
    (over, self.screen) = (nil, screen)
    if isSame, let base, base.subject.stays(as: spoken.subject) {
      announcement.lines += spoken.state.changes(since: base.state, isReported: hasSaid)
    } else {
      // A reader who begins below the article hears the title.
      if !isSame, case .entry(1..., _) = spoken.subject {
        announcement.lines.append(spoken.heading)
      }
      add(spoken, after: isSame ? base?.subject : nil, to: &announcement)
    }
    base = spoken
    return announcement
  }

  /// Adds what the screen is about.
  private mutating func add(
    _ spoken: Spoken, after before: Spoken.Subject?, to announcement: inout Announcement
  ) {
    switch spoken.subject {
    case .entry:
      announcement.lines += spoken.lines
      announcement.hasEntry = true
    case .text, .question: announcement.lines += spoken.lines
    case .rows(let name, let count, let selected):
      let fromSelected = Array(spoken.lines.dropFirst(spoken.selectedLine))
      var lines = spoken.lines
      if case .rows(name, count, let old) = before {
        // A single step prints a single line.
        lines = abs(selected - old) == 1 ? Array(fromSelected.prefix(1)) : fromSelected
      } else {
        // A reader who comes back knows a long list.
        let isKnown = before == nil && !listed.insert(name.string).inserted && lines.count < count
        if isKnown { lines = Array(fromSelected.prefix(1)) }
        announcement.lines.append(
          isKnown ? name + SafeText(", \(selected + 1) of \(count):") : spoken.heading)
      }
      announcement.lines += lines
      announcement.rows = min(lines.count, fromSelected.count)
    }
  }
}

extension Spoken.Subject {
  /// Whether another need not be printed again: the same, or the same entry after it was folded.
  fileprivate func stays(as other: Spoken.Subject) -> Bool {
    if case .entry(let entry, _) = self, case .entry(entry, text: []) = other { return true }
    return self == other
  }
}
