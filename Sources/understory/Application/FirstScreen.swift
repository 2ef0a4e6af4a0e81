import Configuration
import DiscussionModel
import Platform
import Reader
import TextGrid

/// A discussion as the reader begins to show it, for somebody who has never read it.
enum FirstScreen {
  /// - Parameters:
  ///   - page: what is read.
  ///   - size: the screen's.
  ///   - settings: what the user has set.
  ///   - now: seconds since 1970.
  /// - Returns: what is read, and its layout.
  static func begin(
    _ page: Page, size: GridSize, settings: Settings, now: Int64 = WallClock.now
  ) -> (state: ReadingState, layout: Layout) {
    var layout = Layout(size: size)
    let shell = Shell(
      size: size, now: now, commands: settings.commands,
      countsAgesFromArticle: settings.countsAgesFromArticle)
    var state = ReadingState(page, shell: shell)
    for preference in settings.preferences { state.prefer(preference, layout: &layout) }
    return (state, layout)
  }

  /// Draws it.
  ///
  /// - Parameters:
  ///   - page: what is read.
  ///   - size: the screen's.
  ///   - theme: how everything looks, in colours that can all be shown.
  ///   - settings: what the user has set.
  /// - Returns: a frame of that size.
  static func frame(_ page: Page, size: GridSize, theme: Theme, settings: Settings) -> Frame {
    var (state, layout) = begin(page, size: size, settings: settings)
    let frame = ScreenView.frame(state, layout: &layout, theme: theme)
    return settings.usesASCII ? frame.inASCII(keepsText: true) : frame
  }
}

extension Settings {
  /// What the user has set that goes before what was chosen while reading.
  var preferences: [Preference] {
    let measure: Preference? =
      switch width {
      case .cells(let cells): .measure(cells)
      case .full: .measure(nil)
      case nil: nil
      }
    return [measure, hasOutline.map { .outline($0) }].compactMap { $0 }
  }
}
