public import TextGrid

/// How a reader calls commands, for messages that name one: by its first key on a screen, and by its name where commands
/// are typed as lines.
public struct CommandCalls: Equatable, Sendable {
  private let words: [String: SafeText]
  /// Whether commands are typed as lines.
  let areTyped: Bool
  private let foldHasKey: Bool

  /// - Parameters:
  ///   - commands: all there are, with the keys for them.
  ///   - areTyped: whether commands are typed as lines.
  init(_ commands: [Command], areTyped: Bool) {
    self.areTyped = areTyped
    foldHasKey = commands.contains { $0.id == "toggle-fold" && !$0.keys.isEmpty }
    words = Dictionary(
      commands.map { ($0.id, areTyped ? Self.line(for: $0) : Self.keys(of: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What calls the command with an id.
  public subscript(id: String) -> SafeText { words[id] ?? SafeText(id) }

  /// What calls a command, and what that does, for a list of such; on a screen only, since a name says itself what it does.
  func callAndMeaning(_ id: String, _ meaning: SafeText) -> SafeText {
    areTyped ? self[id] : self[id] + " " + meaning
  }

  /// What somebody does to give a command: `press r`.
  func giving(_ id: String) -> SafeText { (areTyped ? "type " : "press ") + self[id] }

  /// What ends a filter; a name that says so itself is not said twice.
  var endingFilter: SafeText {
    self["filter-off"] + (areTyped ? " ends the filter" : " shows all")
  }

  /// How to set a filter.
  func filter(_ line: SafeText) -> SafeText {
    guard areTyped else { return self["filter"] + " " + line }
    return "\"" + SafeText(self["filter"].string.filter { $0 != "\"" }) + " " + line + "\""
  }

  /// How to request missing comments, where they are counted: see ``Page/fetchOffer``.
  var fetchOffer: String {
    if areTyped { return ", \(self["fetch-replies"].string) fetches " }
    // A fold's key requests them too, unless it has none.
    let call = self[foldHasKey ? "toggle-fold" : "fetch-replies"]
    return " · \(call.string) fetches "
  }

  private static func line(for command: Command) -> SafeText {
    command.action == .readOn ? "an empty line" : "\"" + command.title + "\""
  }

  /// One without keys is found by its name.
  private static func keys(of command: Command) -> SafeText {
    command.keys.first.map { Key.name(of: $0) } ?? ":" + command.title
  }
}
