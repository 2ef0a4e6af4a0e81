import DiscussionModel
import JSONText

/// Saved pages: the text of a web page as a browser gives it, and an outline of what is where in it.
///
/// An outline is a JSON file:
///
///     {"title": [1, 1], "byline": [3, 3], "body": [5, 20],
///      "comments": [{"number": 1, "parent": null, "lines": [24, 24]},
///                   {"number": 2, "parent": 1, "lines": [26, 30]}],
///      "notice": [32, 33], "links": [{"heading": "Also read", "lines": [36, 47]}]}
///
/// A range is its first and its last line, 1-based. Only the title and the comments are required, and
/// a comment's number and lines; one without a parent answers the article.
public enum SavedPageImport {
  /// Makes a discussion of a page.
  ///
  /// - Parameters:
  ///   - page: the page's text in UTF-8; what is not is replaced and counted in a warning.
  ///   - outline: the outline's JSON text; nil to go by the page's headings, which keeps every
  ///     paragraph after the article as a top-level comment.
  ///   - id: the discussion's id; nil for one made from the page's title and byline.
  /// - Returns: the discussion, whose tree is inferred.
  /// - Throws: the first thing in the outline that the page does not have, or what could not be
  ///   found in the page.
  /// - Complexity: O(length of both), and O(*n* log *n*) in the outline's ranges.
  public static func discussion(
    page: [UInt8], outline: [UInt8]?, id: String?
  ) throws(ImportError) -> ImportedDiscussion {
    let text = PageText(page)
    guard !text.isBlank else { throw ImportError(.emptyPage, in: .page) }
    let parts: PageParts
    if let outline {
      parts = try PageParts(of: text, outline: outline)
    } else {
      parts = try PageParts(of: text)
    }
    let discussion = parts.discussion(id: id)
    var warnings = parts.warnings
    if text.repairs > 0 {
      warnings.insert("the page has \(counted(text.repairs, "unreadable character"))", at: 0)
    }
    return ImportedDiscussion(discussion: discussion, warnings: warnings)
  }

  /// Makes a discussion of a page, and of its outline if that is the second file.
  ///
  /// - Throws: if the files may be something else (nobody said that they are a page), that they are unknown.
  static func discussion(
    of files: [ImportFile], isForced: Bool
  ) throws(ImportError) -> ImportedDiscussion {
    do throws(ImportError) {
      return try discussion(
        page: files[0].bytes, outline: files.count > 1 ? files[1].bytes : nil, id: nil)
    } catch {
      if case .noCommentsHeading = error.fault, !isForced {
        throw ImportError(
          .unknownFormat(nearest: nil, lacks: []), in: .input(0),
          at: TextPosition(line: 1, column: 1))
      }
      var error = error
      error.file = .input(error.file == .outline ? 1 : 0)
      throw error
    }
  }
}
