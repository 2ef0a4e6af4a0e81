import Configuration
import DiscussionModel
import Glibc
import Reader
import TextGrid

/// What the reader shows of a discussion that was never read.
enum FirstScreen {
  /// Draws it.
  ///
  /// - Parameters:
  ///   - page: what is read.
  ///   - size: the screen's.
  ///   - theme: how everything looks, in colours that can all be shown.
  ///   - settings: what the user has set.
  /// - Returns: a frame of that size.
  static func frame(_ page: Page, size: GridSize, theme: Theme, settings: Settings) -> Frame {
    var layout = Layout(size: size)
    let shell = Shell(
      size: size, now: WallClock.now, commands: settings.commands,
      countsAgesFromArticle: settings.countsAgesFromArticle)
    var state = ReadingState(page, shell: shell)
    for preference in settings.preferences { state.prefer(preference, layout: &layout) }
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
