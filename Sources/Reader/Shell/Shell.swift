public import TextGrid

/// What all screens share: the keys and the line that are being typed, help, what was said last, the
/// theme, the screen's size, the time, and how far a fetch is.
///
/// The screen on top has it. It changes by actions, in ``update(_:)``, which says what the screen
/// must do about them.
public struct Shell: Equatable, Sendable {
  /// What was pressed and is no command yet.
  public private(set) var typed = TypedKeys()
  /// What can be done, and the keys for it.
  public let commands: [Command]
  /// Those whose keys apply in each context, in the order of all contexts.
  private let commandsInContexts: [[Command]]
  /// How messages name commands.
  public let calls: CommandCalls
  /// What the last key had to say.
  public private(set) var notice: SafeText? {
    didSet {
      if let notice, notice != oldValue {
        messages.note(notice, at: now, isProblem: isReporting)
      }
    }
  }
  /// Whether what is said says that something went wrong.
  private var isReporting = false
  /// What was said last on any screen.
  private var messages = Messages()
  /// Why marks are not being saved; nil while they are.
  public private(set) var problem: SafeText?
  /// How far fetching is, for the status line; nil if nothing is fetched.
  public private(set) var fetching: SafeText?
  public private(set) var size: GridSize
  /// Seconds since 1970.
  public private(set) var now: Int64
  /// By how many seconds local time is ahead of UTC.
  public let utcOffset: Int64
  /// Whether ages count from the article, not from now.
  public let countsAgesFromArticle: Bool
  /// Which addresses can be opened here.
  let opener: LinkOpener
  /// The themes that can be chosen.
  public let themes: [String]
  /// The theme in use.
  public private(set) var theme: String
  /// Whether clicks and the wheel are wanted.
  public private(set) var usesMouse: Bool
  /// The line that is typed; nil for none.
  private(set) var prompt: Prompt?
  /// The line that was typed last, until the next key: it may turn out to be wrong.
  private var lastTyped: Prompt?
  /// The text in place of the screen; nil if there is none.
  private var cover: Cover?
  /// What is looked for in that text.
  private(set) var textSearch = ListSearch()
  /// What was looked for last, on any screen.
  private(set) var lastPattern: Pattern?
  /// Milliseconds of a clock that never goes back.
  private var milliseconds = 0
  /// When the line that is typed is to be looked for, by that clock; nil if it already is.
  private var searchDue: Int?

  /// A text in place of the screen, from its row `top` on, 0-based.
  private struct Cover: Equatable, Sendable {
    var text: Text
    var top = 0
  }

  /// What can be read in place of any screen.
  enum Text: Equatable, Sendable {
    case help, messages

    /// What it is, for the status line.
    var name: SafeText {
      switch self {
      case .help: "Keys"
      case .messages: "Messages"
      }
    }
  }

  /// - Parameters:
  ///   - size: the screen's.
  ///   - now: seconds since 1970.
  ///   - utcOffset: by how many seconds local time is ahead of UTC.
  ///   - commands: what can be done, and the keys for it.
  ///   - themes: the themes that can be chosen.
  ///   - theme: the one in use.
  ///   - usesMouse: whether clicks and the wheel are wanted at first.
  ///   - countsAgesFromArticle: whether ages count from the article, not from now.
  ///   - opener: which addresses can be opened here.
  ///   - areCommandsTyped: whether commands are typed as lines.
  public init(
    size: GridSize, now: Int64, utcOffset: Int64 = 0, commands: [Command] = Command.all,
    themes: [String] = [], theme: String = "", usesMouse: Bool = true,
    countsAgesFromArticle: Bool = false, opener: LinkOpener = LinkOpener(),
    areCommandsTyped: Bool = false
  ) {
    calls = CommandCalls(commands, areTyped: areCommandsTyped)
    self.opener = opener
    self.countsAgesFromArticle = countsAgesFromArticle
    self.size = size
    self.now = now
    self.utcOffset = utcOffset
    self.commands = commands
    commandsInContexts = Command.Context.allCases.map { context in
      commands.filter { $0.context == context }
    }
    self.themes = themes
    self.theme = theme
    self.usesMouse = usesMouse
  }

  /// The text in place of the screen, and its row at the top, 0-based; nil if there is none.
  var text: (kind: Text, top: Int)? { cover.map { ($0.text, $0.top) } }

  /// Whether no line is typed, and no text is in place of the screen.
  var isBare: Bool { prompt == nil && cover == nil }

  /// Whether keys type a line.
  public var isTyping: Bool { prompt != nil }

  /// Whether the line that is typed was not looked for yet.
  var isSearchDue: Bool { searchDue != nil }

  /// When the time is wanted next, by the clock of ``Action/tick(_:)``; nil for never.
  public var nextTick: Int? { searchDue }

  /// Whose keys are in force.
  ///
  /// - Parameter screen: the context of the screen alone.
  /// - Returns: that of the line or text over the screen, or else the screen's.
  func context(over screen: Command.Context) -> Command.Context {
    prompt != nil ? .prompt : cover != nil ? .text : screen
  }

  /// The commands whose keys are in force.
  func commands(in context: Command.Context) -> [Command] {
    let own = Command.Context.allCases.firstIndex(of: context).map { commandsInContexts[$0] } ?? []
    return context == .news ? own + commands(in: .reading) : own
  }

  // MARK: Keys

  /// Takes a key, as a part of a command or of what is typed.
  ///
  /// - Parameters:
  ///   - key: what was pressed.
  ///   - context: whose keys are in force.
  ///   - takesCount: whether a number may stand before a command.
  /// - Returns: what it asks for; nil if more keys must follow, or nothing has it.
  mutating func press(_ key: Key, in context: Command.Context, takesCount: Bool) -> Action? {
    (notice, lastTyped) = (nil, nil)
    switch typed.take(key, for: commands(in: context), takesCount: takesCount) {
    case .beginning, .givenUp: return nil
    case .command(let command, let count): return command.action(count: count)
    case .nothing(let series):
      if isTyping, case .character(let character) = key { return .type(character) }
      notice = KeyAdvice.words(for: series, among: commands(in: context), of: commands)
      return nil
    }
  }

  /// Forgets keys that are no command yet, since something else happened.
  mutating func forgetKeys() { (typed, lastTyped) = (TypedKeys(), nil) }

  /// Whether a line was typed just now that can be typed again if it was wrong.
  public var canMend: Bool { lastTyped != nil && isBare && !calls.areTyped }

  // MARK: What is said

  /// Says something until the next key.
  mutating func say(_ text: SafeText) { notice = text }

  /// Says until the next key that something went wrong.
  mutating func report(_ text: SafeText) {
    (notice, isReporting) = (nil, true)
    notice = text
    isReporting = false
  }

  /// What was said, on whatever screen.
  public struct Said: Equatable, Sendable {
    public var text: SafeText
    /// Whether it says that something went wrong.
    public var isProblem: Bool
  }

  /// What was said after so many messages, the last one last; and how many there are by now.
  func said(after number: Int) -> (messages: [Said], number: Int) { messages.after(number) }

  /// Says nothing any more.
  mutating func clearNotice() { notice = nil }

  /// The same for another screen that comes on top: nothing is typed or said there yet.
  public func passedOn() -> Shell {
    var shell = self
    (shell.typed, shell.notice, shell.problem, shell.lastTyped) = (TypedKeys(), nil, nil, nil)
    (shell.prompt, shell.cover, shell.searchDue) = (nil, nil, nil)
    shell.textSearch = ListSearch()
    return shell
  }

  // MARK: What is over the screen

  /// Begins to type a line.
  mutating func open(_ kind: Prompt.Kind) {
    prompt = Prompt(kind)
    searchDue = nil
  }

  /// Closes the line that is typed.
  mutating func closePrompt() { (prompt, searchDue) = (nil, nil) }

  /// Shows a text in place of the screen.
  private mutating func open(_ text: Text) {
    cover = Cover(text: text)
    textSearch = ListSearch()
  }

  /// The lines of a text in place of the screen.
  ///
  /// - Parameters:
  ///   - text: which one.
  ///   - screen: the context of the screen that help is about.
  ///   - columns: cells in a row.
  /// - Returns: its rows, top to bottom.
  func lines(
    of text: Text, over screen: Command.Context, columns: Int
  ) -> [OverlayView.Line] {
    switch text {
    case .help: HelpLines.lines(of: commands, in: screen, columns: columns)
    case .messages: messages.lines(now: now, utcOffset: utcOffset, columns: columns)
    }
  }

  /// Scrolls the text in place of the screen; nothing if there is none.
  ///
  /// - Parameters:
  ///   - rows: by so many; negative is up.
  ///   - screen: the context of the screen that help is about.
  ///   - columns: cells in a row.
  mutating func scrollText(by rows: Int, over screen: Command.Context, columns: Int) {
    guard let (text, top) = text else { return }
    let last = OverlayView.lastTop(lines(of: text, over: screen, columns: columns), size)
    cover = Cover(text: text, top: max(0, min(top + rows, last)))
    if rows != 0 { textSearch.stay() }
  }

  // MARK: Finding

  /// Keeps in mind what was looked for, on whatever screen.
  mutating func remember(_ pattern: Pattern) { lastPattern = pattern }

  /// Takes a step of a search of the text in place of the screen.
  ///
  /// - Parameters:
  ///   - step: what happens.
  ///   - screen: the context of the screen that help is about.
  ///   - columns: cells in a row.
  /// - Returns: whether there is such a text; if not, the step is the screen's to take.
  mutating func searchText(
    _ step: ListSearch.Step, over screen: Command.Context, columns: Int
  ) -> Bool {
    guard let (text, top) = text else { return false }
    var search = textSearch
    let lines = lines(of: text, over: screen, columns: columns)
    let place = search.take(step, in: ListLines(lines, at: search.current ?? top), &self)
    textSearch = search
    if let place { cover?.top = min(place.line, OverlayView.lastTop(lines, size)) }
    return true
  }

  // MARK: Actions

  /// For how long nothing must be typed before what was typed is looked for, in milliseconds.
  static let typingPause = 100

  /// What an action came to.
  enum Outcome: Equatable {
    /// It is the screen's to do.
    case passed
    case done([Effect] = [])
    /// The line is another by now.
    case edited(Prompt)
    /// What is typed is to be looked for now.
    case paused(Prompt)
    /// The line was typed to its end; the screen closes it once it could take it.
    case accepted(Prompt)
    /// The line was closed.
    case closed(Prompt)
    /// The palette was to do this.
    case chosen(Action)
  }

  /// Applies an action as far as it is about what all screens share.
  ///
  /// - Parameters:
  ///   - action: what happened.
  ///   - context: whose commands the palette offers.
  /// - Returns: what the screen must do.
  mutating func update(_ action: Action, in context: Command.Context) -> Outcome {
    switch action {
    case .clock(let seconds): now = seconds
    case .tick(let time): return tick(time)
    case .resize(let size):
      self.size = size
      return .passed
    case .say(let text): notice = text
    case .report(let text): report(text)
    case .mend(let text):
      if canMend { prompt = lastTyped }
      report(text)
    case .fetching(let progress): fetching = progress
    case .saved(let problem): self.problem = problem
    case .redraw: return .done([.redraw])
    case .toggleMouse:
      usesMouse.toggle()
      let again = " · " + calls["toggle-mouse"] + (usesMouse ? " turns it off" : " turns it on")
      notice =
        usesMouse
        ? "mouse on" + again + " · Shift selects text"
        : "mouse off · " + calls["toggle-read"] + " marks read" + again
      return .done([.useMouse(usesMouse)])
    case .help: open(.help)
    case .listMessages where messages.isEmpty: notice = "no messages yet"
    case .listMessages: open(.messages)
    case .palette: open(.palette)
    case .type(let character): return edit(in: context) { $0.append(character) }
    case .paste(let text): return paste(text, in: context)
    case .erase:
      if let prompt, prompt.text.isEmpty { return close() }
      return edit(in: context) { _ = $0.popLast() }
    case .eraseWord: return edit(in: context) { $0.eraseWord() }
    case .eraseAll: return edit(in: context) { $0 = "" }
    case .accept:
      guard let prompt else { return .passed }
      lastTyped = prompt.kind.namesAPlace ? prompt : nil
      return prompt.kind == .palette ? acceptOffer(in: context) : .accepted(prompt)
    case .moveInList(let lines): return moveInOffers(by: lines, in: context)
    case .close: return close()
    default: return .passed
    }
    return .done()
  }

  private mutating func tick(_ time: Int) -> Outcome {
    milliseconds = time
    guard let searchDue, searchDue <= time else { return .done() }
    self.searchDue = nil
    return prompt.map { .paused($0) } ?? .done()
  }

  /// Changes the line.
  private mutating func edit(
    in context: Command.Context, _ change: (inout String) -> Void
  ) -> Outcome {
    guard var prompt else { return .done() }
    // Held once, a long line is not copied for each letter.
    self.prompt = nil
    change(&prompt.text)
    prompt.selected = 0
    self.prompt = prompt
    switch prompt.kind {
    // A long text may come letter by letter.
    case .search: searchDue = milliseconds + Self.typingPause
    case .filter, .everything, .since, .front, .site, .link, .file: break
    case .palette: return .done(previewTheme(in: context))
    }
    return .edited(prompt)
  }

  /// Puts pasted text into the line, if one is typed.
  private mutating func paste(_ text: String?, in context: Command.Context) -> Outcome {
    typed = TypedKeys()
    notice = PastedText.problem(with: text, isTyping: isTyping)
    guard notice == nil, let text else { return .done() }
    return edit(in: context) { $0 += PastedText.line(of: text) }
  }

  /// Closes the line, or else what is looked for in the text, or else the text.
  private mutating func close() -> Outcome {
    if let prompt {
      closePrompt()
      return prompt.kind == .palette ? .done([.useTheme(theme)]) : .closed(prompt)
    }
    guard cover != nil else { return .passed }
    if textSearch.search != nil { textSearch.end() } else { cover = nil }
    return .done()
  }

  // MARK: The palette

  /// What the palette offers for what was typed.
  ///
  /// - Parameter context: whose commands.
  /// - Returns: commands and themes; none unless the palette is open.
  func offers(in context: Command.Context) -> [Offered] {
    guard let prompt, prompt.kind == .palette else { return [] }
    return Offered.all(for: prompt.text, of: commands, in: context, themes: themes)
  }

  /// Selects another offer.
  private mutating func moveInOffers(by lines: Int, in context: Command.Context) -> Outcome {
    guard var prompt else { return .passed }
    guard prompt.kind == .palette else { return .done() }
    prompt.selected = max(0, min(prompt.selected + lines, offers(in: context).count - 1))
    self.prompt = prompt
    return .done(previewTheme(in: context))
  }

  /// Shows everything as the selected theme says; as before if none is selected.
  private func previewTheme(in context: Command.Context) -> [Effect] {
    let offers = offers(in: context)
    guard let prompt, offers.indices.contains(prompt.selected),
      case .theme(let name) = offers[prompt.selected]
    else { return [.useTheme(theme)] }
    return [.useTheme(name)]
  }

  /// Does what is selected.
  private mutating func acceptOffer(in context: Command.Context) -> Outcome {
    let offers = offers(in: context)
    let (selected, typed) = (prompt?.selected ?? 0, prompt?.text.trimmed ?? "")
    closePrompt()
    guard offers.indices.contains(selected) else {
      // As in vim, where that leads to a line.
      let key = commands.first { $0.context == context && $0.action == .last }?.keys.first
      let advice = typed.isNumber ? key.map { " · " + SafeText(typed) + Key.name(of: $0) } : nil
      notice = PromptView.nothingFound + (advice.map { $0 + " goes there" } ?? "")
      return .done()
    }
    switch offers[selected] {
    case .command(let index): return .chosen(commands[index].action)
    case .theme(let name):
      theme = name
      notice = SafeText("theme \(name) for now · theme = \"\(name)\" in config.toml keeps it")
      return .done([.useTheme(name)])
    }
  }
}
