import Configuration
import DiscussionModel
import Reader
import TerminalUI
import TextGrid

/// Doing what the state of a discussion asks for.
extension ReaderLoop {
  /// Does what the state asks for; how the reader leaves, or nil where it stays.
  @discardableResult
  mutating func perform(
    _ effects: [Effect], _ session: inout TerminalSession
  ) -> Leaving? {
    for effect in effects {
      switch effect {
      case .save(let changes): keeper.save(changes)
      case .copy(let lines): copy(lines, &session)
      case .browse(let address):
        if let problem = programs.open(address, &session) { say("not opened: " + problem) }
      case .useTheme(let name): useTheme(name, &session)
      case .remember(let preference): keeper.save(preference)
      case .useMouse(let isWanted): session.useMouse(isWanted)
      case .lookAtFile: lookAtFile()
      case .fetch(let id): fetch(.discussion(id))
      case .fetchReplies(let comment):
        fetch(.replies(to: comment, of: state.page.discussion.id))
      case .redraw: session.forgetScreen()
      // These are the library's.
      case .open, .peek, .catchUp, .undoCatchUp, .mute, .remove, .search: break
      case .leave(let destination): return .leave(destination)
      case .exit: return .exit(0)
      }
    }
    return nil
  }

  private mutating func copy(_ lines: [SafeText], _ session: inout TerminalSession) {
    programs.copy(lines.map(\.string).joined(separator: "\n"))
    if !session.copy(lines) { say("too long for the terminal's clipboard") }
  }

  private mutating func useTheme(_ name: String, _ session: inout TerminalSession) {
    do throws(ThemeError) {
      let chosen = name == firstTheme.name ? firstTheme : try themes.theme(named: name)
      looks.theme = chosen
      theme = chosen.shown(at: session.colorDepth)
      session.setScreen(theme[.screen])
    } catch {
      say(SafeText(error.message))
    }
  }
}
