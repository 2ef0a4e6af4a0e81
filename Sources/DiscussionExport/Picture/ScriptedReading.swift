import DiscussionModel
import ReadMarks
public import Reader
public import TextGrid

/// Reads a discussion as a script says, with the reader's own state and views.
public enum ScriptedReading {
  /// A screen of the moving picture.
  public struct Screen: Equatable, Sendable {
    /// The same screen in each theme; texts are the same in all.
    public var frames: [Frame]
    /// For how long it stands.
    public var milliseconds: Int
    /// What was pressed, as the script writes it; empty for nothing.
    public var keys: SafeText
    /// What is below it; empty for nothing.
    public var caption: SafeText
  }

  /// How many rounds of work a key can put off.
  private static let mostWork = 100_000

  /// Reads.
  ///
  /// - Parameters:
  ///   - script: the steps.
  ///   - state: how it begins, without earlier visits.
  ///   - layout: that of the state.
  ///   - themes: how everything looks; at least one.
  ///   - change: what becomes of each frame.
  /// - Returns: a screen for each scene of the script.
  /// - Throws: which line cannot be done.
  public static func screens(
    _ script: PictureScript, _ state: ReadingState, _ layout: Layout, themes: [Theme],
    change: (Frame) -> Frame = { $0 }
  ) throws(PictureScript.Problem) -> [Screen] {
    var (state, layout) = (state, layout)
    if let earlier = try script.earlierReading(of: state.page, now: state.shell.now) {
      _ = state.restore(earlier, layout: &layout)
    }
    var milliseconds = 0
    var screens: [Screen] = []
    for scene in script.scenes {
      for key in scene.keys {
        let effects = state.press(key, layout: &layout)
        if effects.contains(where: { $0.leaves }) {
          throw PictureScript.Problem(
            line: scene.line, message: "expected keys that stay in the discussion")
        }
      }
      if let due = state.shell.nextTick {
        _ = state.update(.tick(max(due, milliseconds)), layout: &layout)
      }
      var work = 0
      while state.hasPendingWork, work < mostWork {
        _ = state.update(.work(units: 16), layout: &layout)
        work += 1
      }
      let frames = themes.map { change(ScreenView.frame(state, layout: &layout, theme: $0)) }
      screens.append(
        Screen(
          frames: frames, milliseconds: scene.milliseconds, keys: scene.keyNames,
          caption: scene.caption))
      milliseconds += scene.milliseconds
      _ = state.update(.tick(milliseconds), layout: &layout)
      if scene.milliseconds >= ReadingState.standingTime {
        _ = state.update(.stood, layout: &layout)
      }
    }
    return screens
  }
}

extension PictureScript {
  /// What an earlier visit left: what was written until then was there, and read but for some.
  ///
  /// - Parameters:
  ///   - page: what is read.
  ///   - now: seconds since 1970.
  /// - Returns: nil if the script has no earlier visit.
  /// - Throws: which number is not that of a comment.
  /// - Complexity: O(*n*).
  func earlierReading(of page: Page, now: Int64) throws(Problem) -> EarlierReading? {
    guard let visit else { return nil }
    let positions = 0..<page.thread.count
    let numbers = Dictionary(positions.map { (page.number(at: $0), $0) }) { first, _ in first }
    var unread: Set<Int> = []
    for wanted in visit.unread {
      let found = numbers.filter { wanted.range ~= $0.key }.values
      guard !found.isEmpty else {
        let (first, last) = (wanted.range.lowerBound, wanted.range.upperBound)
        throw Problem(
          line: wanted.line,
          message: "expected numbers of comments, found \(first)" + (last > first ? "-\(last)" : "")
        )
      }
      unread.formUnion(found)
    }
    let end = now - visit.age
    let known = positions.filter { position in
      page.published(at: position).map { $0 <= end } ?? true
    }
    let read = known.filter { !unread.contains($0) }.map { page.comment(at: $0).id }
    return EarlierReading(
      decisions: Dictionary(read.map { ($0, .init(isRead: true, time: end)) }) { first, _ in first
      },
      knownComments: Set(known.map { page.idHash(at: $0) }),
      visits: [.init(start: end, lastActivity: end)])
  }
}

extension Effect {
  /// Whether the discussion is not on the screen any more.
  fileprivate var leaves: Bool {
    switch self {
    case .leave, .leaveForNext, .leaveForPrevious, .exit: true
    default: false
    }
  }
}
