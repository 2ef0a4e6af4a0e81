public import TextGrid

/// What was printed so far, and what is therefore new: screens are compared as they were and as they
/// are, and what has changed is said in words.
public struct Telling: Sendable {
  /// The screen that was on top, by whatever tells screens apart; nil before the first.
  private var screen: ObjectIdentifier?
  /// What was printed last of a screen itself.
  private var base: Spoken?
  /// What was printed last over it; nil if nothing is.
  private var over: Spoken.Subject?
  /// The names of the lists that were printed.
  private var listed: Set<String> = []
  /// How many messages were said.
  private var messages = 0
  private var problem: SafeText?
  private var offer: SafeText?

  public init() {}

  /// What is to be printed.
  public struct Told: Equatable, Sendable {
    public var lines: [SafeText] = []
    /// Whether the focused entry is among them, all of it.
    public var hasEntry = false
    /// How many lines of a list are.
    public var rows = 0
  }

  /// Forgets what is on top, so that it is printed again.
  public mutating func forget() {
    if case .rows(let name, _, _) = base?.subject { listed.remove(name.string) }
    (base, over) = (nil, nil)
  }

  /// What is said meanwhile, and what came.
  ///
  /// - Parameters:
  ///   - shell: that of the screen on top.
  ///   - offer: what the screen could show instead of what it shows; nil for nothing.
  /// - Returns: lines; a message that something goes on is left out.
  public mutating func news(_ shell: Shell, offer: SafeText?) -> [SafeText] {
    let (said, number) = shell.said(after: messages)
    messages = number
    var lines: [SafeText] = []
    for message in said where !message.text.string.hasSuffix("…") {
      let line = (message.isProblem ? "Error: " : "") + message.text.heard
      if !lines.contains(line) { lines.append(line) }
    }
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

  /// What is new on the screen on top.
  ///
  /// - Parameters:
  ///   - spoken: what the screen has to say.
  ///   - screen: which screen that is.
  /// - Returns: lines, without what ``news(_:offer:)`` says.
  public mutating func tell(_ spoken: Spoken, on screen: ObjectIdentifier) -> Told {
    var told = Told()
    if spoken.isOver {
      if over != spoken.subject { add(spoken, after: over, to: &told) }
      over = spoken.subject
      return told
    }
    let isSame = screen == self.screen
    (over, self.screen) = (nil, screen)
    if isSame, let base, base.subject.stays(as: spoken.subject) {
      told.lines += spoken.state.changes(since: base.state)
    } else {
      // Who begins below the article hears what this is.
      if !isSame, case .entry(1..., _) = spoken.subject { told.lines.append(spoken.heading) }
      add(spoken, after: isSame ? base?.subject : nil, to: &told)
    }
    base = spoken
    return told
  }

  /// Prints what it is about.
  private mutating func add(
    _ spoken: Spoken, after before: Spoken.Subject?, to told: inout Told
  ) {
    switch spoken.subject {
    case .entry:
      told.lines += spoken.lines
      told.hasEntry = true
    case .text, .question: told.lines += spoken.lines
    case .rows(let name, let count, let selected):
      var lines = spoken.lines
      if case .rows(name, count, let old) = before {
        // A step is one line.
        if abs(selected - old) == 1 { lines = Array(lines.prefix(1)) }
      } else {
        // Who comes back knows the list.
        let isKnown = before == nil && !listed.insert(name.string).inserted && count > 0
        if isKnown { lines = Array(lines.prefix(1)) }
        told.lines.append(isKnown ? name + ":" : spoken.heading)
      }
      told.lines += lines
      told.rows = lines.count
    }
  }
}

extension Spoken.Subject {
  /// Whether another is the same, so that it need not be printed again: also an entry of which nothing is
  /// shown any more.
  fileprivate func stays(as other: Spoken.Subject) -> Bool {
    if case .entry(let entry, _) = self, case .entry(entry, text: []) = other { return true }
    return self == other
  }
}
