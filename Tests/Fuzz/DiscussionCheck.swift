import DiscussionModel
import Reader
import TextGrid

/// What holds for every file: an error lies within it; a discussion is written as it was read, has
/// a tree, and is drawn.
enum DiscussionCheck {
  @Sendable static func run(_ bytes: [UInt8]) {
    let discussion: Discussion
    do throws(DiscussionFileError) {
      (discussion, _) = try DiscussionFile.decode(bytes)
    } catch {
      hold(0...bytes.count ~= error.offset, "an error outside")
      return
    }
    let written = DiscussionFile.encode(discussion)
    guard let (again, repairs) = try? DiscussionFile.decode(written) else {
      fail("not read again")
    }
    hold(DiscussionFile.encode(again) == written, "another discussion")
    hold(repairs.characters == 0 && repairs.repeatedIDs == 0, "mended twice")
    hold(written.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A }, "a control")
    read(discussion)
  }

  /// Opens everything in it, on a small screen, and goes to its end.
  private static func read(_ discussion: Discussion) {
    let page = Page(discussion)
    hold(page.thread.count == discussion.comments.count, "comments were lost")
    let size = GridSize(columns: 30, rows: 8)
    var layout = Layout(size: size)
    var state = ReadingState(page, shell: Shell(size: size, now: 0))
    for action in [Action.openAll, .toggleHidden, .readOn, .last, .toggleRead, .foldAll, .undo] {
      _ = state.update(action, layout: &layout)
      SanitizerCheck.isSafe(ScreenView.frame(state, layout: &layout, theme: .plain))
    }
  }
}
