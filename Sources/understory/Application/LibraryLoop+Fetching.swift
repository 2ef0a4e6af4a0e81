import DiscussionModel
import Reader
import TerminalUI
import TextGrid

/// Fetching beside the library's screen.
extension LibraryLoop {
  mutating func fetch(_ id: String) {
    guard errand == nil else { return say("already fetching; Ctrl-C cancels") }
    do {
      errand = try BackgroundFetch(.discussion(id), polite: polite)
      advanceErrand()
    } catch {
      say((error as? Failure)?.line ?? SafeText("\(error)"))
    }
  }

  /// Goes on with what is fetched, as far as it goes without waiting.
  mutating func advanceErrand() {
    guard errand != nil else { return }
    let now = TerminalSession.milliseconds()
    guard let outcome = errand?.advance(at: now) else {
      if let status = errand?.status(at: now) { _ = state.update(.fetching(status)) }
      return
    }
    if let polite = errand?.polite { self.polite = polite }
    errand = nil
    _ = state.update(.fetching(nil))
    switch outcome {
    case .failed(let line): say(line)
    case .kept(let report):
      refresh()
      say(SafeText((report.keeping?.line ?? "nothing new") + " · " + report.discussion.title))
    }
  }

  /// Gives up what is fetched.
  mutating func cancelErrand() {
    errand?.cancel()
    if let polite = errand?.polite { self.polite = polite }
    errand = nil
    _ = state.update(.fetching(nil))
    say("cancelled; nothing changed")
  }
}
