import DiscussionModel
import WebAddresses

/// Mastodon's `context` of one status, which goes further down than that of the status that begins the thread.
struct MastodonReplies: MissingRepliesPlan {
  let format: DiscussionFormat? = .mastodon
  let place: MissingPlace
  let firstRequests: [PageRequest]
  let stub: ImportFile

  /// Nil if this is not the Mastodon of a discussion.
  init?(_ place: MissingPlace, _ address: WebURL) {
    guard place.site == "mastodon", place.host == address.authority, let comment = place.comment,
      SiteID.isWord(comment.parent ?? place.id)
    else { return nil }
    self.place = place
    firstRequests = [PageRequest(url: "\(address.origin)/api/v1/statuses/\(comment.id)/context")]
    let count = place.present.sum(comment.details?.missingReplies ?? 0)
    stub = Self.stub(
      """
      {"id": "\(comment.id)", "in_reply_to_id": "\(comment.parent ?? place.id)",
        "replies_count": \(count), "account": {"acct": null}, "content": "", "created_at": null}
      """)
  }

  var options: ImportOptions { ImportOptions(format: format, host: place.host) }

  func finish(_ imported: inout ImportedDiscussion) { place.finish(&imported) }
}
