public import DiscussionModel
import ReadMarks

/// All of a discussion whose beginning is on the screen, and what has to be known of it before it can take the
/// beginning's place.
///
/// To find that out takes longer than anybody waits for a key, so that it is done where the file is read.
public struct WholePage: Sendable {
  public var page: Page
  /// Which entry of the beginning is which.
  let move: Migration
  /// What is read on a first visit.
  let marks: Marks
  /// Which passages quote what, before any was looked at.
  let quotes: QuoteIndex

  /// - Parameters:
  ///   - page: all of the discussion.
  ///   - beginning: what of it is on the screen.
  /// - Complexity: O(*n*).
  public init(_ page: Page, after beginning: Page) {
    self.page = page
    move = Migration(from: beginning, to: page)
    marks = Marks(of: page)
    var quotes = QuoteIndex(page: page)
    _ = quotes.work(units: 1, page: page)
    self.quotes = quotes
  }
}
