import DiscussionModel
import Glibc
import Reader
import ReadingLibrary
import TerminalUI
import TextGrid

/// Reading one discussion on the whole screen: events in, frames out, effects performed.
enum ReaderLoop {
  /// Reads until the user leaves.
  ///
  /// - Parameters:
  ///   - page: what is read.
  ///   - warning: what had to be mended in it, to be said once.
  ///   - theme: how everything looks.
  /// - Returns: the exit status: 0, or 128 and the number of the signal that ended it.
  /// - Throws: ``Failure`` where there is no terminal to draw on.
  static func run(_ page: Page, warning: String?, theme: Theme) throws -> Int32 {
    var keeper = MarkKeeper(discussion: page.discussion.id, title: page.discussion.title)
    let (status, place) = try read(page, warning: warning, theme: theme, keeper: &keeper)
    if let lost = keeper.finish(at: place) { Output.error.writeLine("understory: " + lost) }
    return status
  }

  /// The session: the terminal is given back when this returns.
  private static func read(
    _ page: Page, warning: String?, theme: Theme, keeper: inout MarkKeeper
  ) throws -> (status: Int32, place: Place) {
    var session: TerminalSession
    do throws(TerminalError) {
      session = try TerminalSession(useColors: StateDirectory.variable("NO_COLOR") == nil)
    } catch {
      throw Failure(SafeText(error.message))
    }
    let saved = keeper.beginVisit(at: now)
    let size = session.size
    var layout = Layout(size: size)
    var state = ReadingState(page, size: size, now: now)
    if let saved {
      let read = saved.marks.map { ($0.comment, $0.isRead) }
      state.restore(
        read: Dictionary(read) { $1 },
        place: saved.place.map { Place(entry: $0.entry, offset: $0.offset) }, layout: &layout)
    }
    if let warning { _ = state.update(.say(SafeText(warning)), layout: &layout) }
    if let file = keeper.setAside {
      let text = "the file of marks was damaged and is now \(file)"
      _ = state.update(.say(SafeText(text)), layout: &layout)
    }
    let status = loop(&state, &layout, theme, &session, &keeper)
    return (status, state.place(&layout))
  }

  private static func loop(
    _ state: inout ReadingState, _ layout: inout Layout, _ theme: Theme,
    _ session: inout TerminalSession, _ keeper: inout MarkKeeper
  ) -> Int32 {
    var shown: Frame?
    /// When the frame on the screen was first shown, in milliseconds; nil once it has stood.
    var standingSince: Int?
    while true {
      _ = state.update(.saved(problem: keeper.problem), layout: &layout)
      let frame = ScreenView.frame(state, layout: &layout, theme: theme)
      if frame != shown {
        session.show(frame)
        shown = frame
        standingSince = state.hasUnnotedText(&layout) ? TerminalSession.milliseconds() : nil
      }
      let wait = standingSince.map {
        max(0, $0 + ReadingState.standingTime - TerminalSession.milliseconds())
      }
      let events = session.events(within: wait)
      if events.contains(.continued) { standingSince = nil }
      if let since = standingSince,
        TerminalSession.milliseconds() - since >= ReadingState.standingTime
      {
        standingSince = nil
        _ = state.update(.stood, layout: &layout)
      }
      for event in events {
        _ = state.update(.clock(now), layout: &layout)
        switch event {
        case .key(let key):
          for effect in state.press(key, layout: &layout) {
            switch effect {
            case .save(let changes): keeper.save(changes)
            case .exit: return 0
            }
          }
        case .resized(let size): _ = state.update(.resize(size), layout: &layout)
        case .ended(let signal): return 128 + signal
        case .continued: shown = nil
        }
      }
    }
  }

  /// Seconds since 1970.
  private static var now: Int64 { Int64(time(nil)) }
}
