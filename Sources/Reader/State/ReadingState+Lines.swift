import DiscussionModel
import ReadMarks
import TextGrid

/// What is over the page as lines in which one can look for something.
extension ReadingState {
  /// How much is looked at before the next frame, in units of ``Action/work(units:)``.
  private static let unitsAtOnce = 64

  /// The lines of what is over the page; nil if it has none.
  var modeLines: ListLines? {
    switch mode {
    case .reading, .peek: return nil
    case .inspection(let top):
      return ListLines(inspectionLines, at: listSearch.current ?? top)
    case .list(let list): return lines(of: list)
    case .news(let news):
      return lines(news.lines.count, at: news.selected) { [page] index in
        page.words(of: news.lines[index])
      }
    case .outline(let selected):
      return lines(page.count, at: selected) { [page, isShown = outline.isShown(in: page)] entry in
        isShown[entry] ? page.outlineWords(of: entry) : nil
      }
    }
  }

  private func lines(of list: ChoiceList) -> ListLines {
    let count = count(of: list)
    switch list.kind {
    case .stars, .quoting:
      let positions = positions(in: list)
      return lines(count, at: list.selected) { [page] index in
        SafeText("#\(page.number(at: positions[index])) ") + page.words(at: positions[index])
      }
    case .since(let choices):
      return lines(count, at: list.selected) { choices[$0].title + " " + choices[$0].date }
    case .links(let targets): return lines(count, at: list.selected) { targets[$0] }
    case .allLinks(let links):
      return lines(count, at: list.selected) { links[$0].address + " " + links[$0].line }
    }
  }

  private func lines(
    _ count: Int, at line: Int, _ text: @escaping (Int) -> SafeText?
  ) -> ListLines {
    ListLines(
      context: mode.context, count: count, place: ListPlace(line: line),
      unitsAtOnce: Self.unitsAtOnce, text: text)
  }

  /// What is over the page with a line selected, or at the top.
  func selecting(_ line: Int) -> Mode {
    switch mode {
    case .reading, .peek: return mode
    case .inspection:
      return .inspection(top: min(line, OverlayView.lastTop(inspectionLines, shell.size)))
    case .list(var list):
      list.selected = line
      return .list(list)
    case .news(var news):
      news.move(by: line - news.selected)
      return .news(news)
    case .outline: return .outline(selected: line)
    }
  }
}

extension Page {
  /// More cells of a text than a line of a list has room for.
  private static let cells = Geometry.measure

  /// Who wrote a comment, and how it begins.
  fileprivate func words(at position: Int) -> SafeText {
    caller(at: position) + " " + beginning(of: position + firstComment, cells: Self.cells)
  }

  /// What the panel of new comments says of a thread.
  fileprivate func words(of line: NewComments.Line) -> SafeText {
    let root = words(at: line.root)
    return line.first == line.root ? root : root + " " + words(at: line.first)
  }

  /// What a line of the outline says.
  fileprivate func outlineWords(of entry: Int) -> SafeText {
    if let position = position(of: entry) { return words(at: position) }
    let name: SafeText = kind(of: entry) == .notice ? "Notice " : ""
    return name + beginning(of: entry, cells: Self.cells)
  }
}
