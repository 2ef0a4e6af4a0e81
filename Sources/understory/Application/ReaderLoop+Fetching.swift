import DiscussionModel
import Reader
import TerminalUI
import TextGrid

/// Fetching beside the reading.
extension ReaderLoop {
  /// Begins to fetch something; what is fetched already goes on.
  mutating func fetch(_ wish: BackgroundFetch.Wish, isWanted: Bool = true) {
    if errand?.wish == wish {
      takesInWhatComes = takesInWhatComes || isWanted
      return
    }
    guard errand == nil else { return say("already fetching; Ctrl-C cancels") }
    do {
      errand = try BackgroundFetch(wish, polite: polite)
      takesInWhatComes = isWanted
      advanceErrand()
    } catch {
      say((error as? Failure)?.line ?? SafeText("\(error)"))
    }
  }

  /// Goes on with what is fetched, as far as it goes without waiting.
  mutating func advanceErrand() {
    guard errand != nil else { return }
    let now = TerminalSession.milliseconds()
    if let outcome = errand?.advance(at: now) {
      end(outcome)
    } else if let status = errand?.status(at: now) {
      _ = state.update(.fetching(status), layout: &layout)
    }
  }

  /// Gives up what is fetched.
  mutating func cancelErrand() {
    errand?.cancel()
    endErrand()
    say("cancelled; nothing changed")
  }

  /// Has nothing fetched any more; the hosts that were asked are left alone all the same.
  private mutating func endErrand() {
    if let polite = errand?.polite { self.polite = polite }
    errand = nil
    _ = state.update(.fetching(nil), layout: &layout)
  }

  private mutating func end(_ outcome: BackgroundFetch.Outcome) {
    endErrand()
    switch outcome {
    case .failed(let line): say(takesInWhatComes ? line : "not fetched: " + line)
    case .kept(let report):
      if let keeping = report.keeping {
        take(report, keeping)
      } else if takesInWhatComes {
        say("nothing new")
      }
    }
  }

  private mutating func take(_ report: Library.FetchReport, _ keeping: Library.Keeping) {
    if let file = report.file { fileNews?.noteSaved(file) }
    _ = state.update(.offer(Page(asking: report.discussion)), layout: &layout)
    guard takesInWhatComes else { return }
    let saved = state.update(.takeIn, layout: &layout)
    for case .save(let changes) in saved { keeper.save(changes) }
    let more = report.warnings.first.map { " · " + $0 } ?? ""
    say(SafeText(keeping.line) + (keeping.hasNews ? " · . next new" : "") + more)
  }
}
