import Sites
import DiscussionModel
import JSONText

/// A saved page with everything that an outline can name.
enum Ferry {
  static let page = """
    The Ferry Stops at Noon

    By Ann Moss, Published on Mar 8, 2019

    The last ferry ****** at noon.
    It was *** fault, said nobody.


    '*****' ***** ****, Inés said.

    Comments (4)

    Take the bridge. 中

    There is no bridge.

    There was one 👩‍💻.

    Build one!

    I rowed.

    The rest costs a penny.

    Ask the ferryman.

    More Crossings
    Ferry sinks slowly on Feb 03, 2021
    Nobody was aboard...
    Ferry found on August 9, 2021
    Bridge opens on Oct 01, 2018
    Cars at last.
    """

  static let outline = """
    {"title": [1, 1], "byline": [3, 3], "body": [5, 9],
     "comments": [
      {"number": 1, "parent": null, "lines": [13, 13]},
      {"number": 2, "parent": 1, "lines": [15, 17]},
      {"number": 3, "parent": 2, "lines": [19, 19]},
      {"number": 4, "lines": [21, 21]}],
     "notice": [23, 25],
     "links": [{"heading": "More Crossings", "lines": [28, 32]}]}
    """
}

/// Imports texts.
func imported(
  _ page: String, _ outline: String? = nil, id: String? = nil
) throws(ImportError) -> ImportedDiscussion {
  try SavedPageImport.discussion(
    page: Array(page.utf8), outline: outline.map { Array($0.utf8) }, id: id)
}

/// What is said of texts that cannot be imported: `FILE:LINE:COLUMN: message`, or without the place;
/// nil when they can.
func complaint(_ page: String, _ outline: String? = nil) -> String? {
  do throws(ImportError) {
    _ = try imported(page, outline)
    return nil
  } catch {
    let place = error.position.map { "\($0.line):\($0.column):" } ?? ""
    return "\(error.file):\(place) \(error.message)"
  }
}
