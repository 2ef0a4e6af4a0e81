import DiscussionModel
import WebAddresses

/// Lemmy's `comment/list` of what is below one comment.
struct LemmyReplies: MissingRepliesPlan {
  let format: DiscussionFormat? = .lemmy
  let place: MissingPlace
  let firstRequests: [PageRequest]
  let stub: ImportFile
  private var pages: LemmyPages

  /// Nil if this is not the Lemmy of a discussion.
  init?(_ place: MissingPlace, _ address: WebURL, by interface: LemmyInterface) {
    guard place.site == "lemmy", place.host == address.authority, SiteID.isNumber(place.id),
      let comment = place.comment?.id, SiteID.isNumber(comment)
    else { return nil }
    self.place = place
    pages = LemmyPages(of: address, by: interface)
    firstRequests = [pages.begin(with: "parent_id=\(comment)")]
    stub = Self.stub(
      """
      {"comment": {"id": \(comment), "post_id": \(place.id), "path": "0.\(comment)",
        "deleted": true},
        "post": {"id": \(place.id)}}
      """)
  }

  var options: ImportOptions { ImportOptions(format: format, host: place.host) }

  mutating func take(_ response: PageResponse) -> Reaction {
    Reaction(next: pages.next(after: response).map { [$0] } ?? [])
  }

  func finish(_ imported: inout ImportedDiscussion) { place.finish(&imported) }
}
