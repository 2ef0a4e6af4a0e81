import DiscussionModel
import WebAddresses

/// Reddit's `api/morechildren`, a hundred ids at a time; where no ids are known, the listing of the comment itself.
struct RedditReplies: MissingRepliesPlan {
  let format: DiscussionFormat? = .reddit
  let place: MissingPlace
  /// Ids that are being asked for, by the address at which they are.
  private var open: [(url: String, ids: [String])] = []
  let firstRequests: [PageRequest]

  private static let chunk = 100

  /// Nil if this is not Reddit, or nothing is known of what is missing.
  init?(_ place: MissingPlace, _ address: WebURL) {
    guard place.site == "reddit", place.host == nil, Site.redditHosts.contains(address.host) else {
      return nil
    }
    self.place = place
    let members = place.comment.map { $0.details?.unknownMembers ?? [] }
    let here = Set(place.discussion.comments.map(\.id))
    let ids = LeftOut.ids(in: members ?? place.discussion.unknownMembers).filter {
      !here.contains($0)
    }
    for start in stride(from: 0, to: ids.count, by: Self.chunk) {
      let part = Array(ids[start...].prefix(Self.chunk))
      let list = part.joined(separator: "%2C")
      let query = "api_type=json&raw_json=1&limit_children=false&link_id=t3_\(place.id)"
      open.append(("\(RedditPlan.service)/api/morechildren?\(query)&children=\(list)", part))
    }
    if let comment = place.comment, ids.isEmpty {
      open.append((RedditPlan.listing(of: place.id, comment: comment.id), []))
    }
    guard !open.isEmpty else { return nil }
    firstRequests = open.map { PageRequest(url: $0.url) }
  }

  var total: Int? { firstRequests.count }

  var stub: ImportFile {
    let head = place.comment.map {
      #""kind": "t1", "data": {"id": "\#($0.id)", "body": "[deleted]""#
    }
    let thing = head ?? #""kind": "t3", "data": {"id": "\#(place.id)""#
    return Self.stub(
      #"{"kind": "Listing", "data": {"children": [{\#(thing), "link_id": "t3_\#(place.id)"}}]}}"#)
  }

  mutating func take(_ response: PageResponse) -> Reaction {
    open.removeAll { $0.url == response.request.url }
    return Reaction()
  }

  func finish(_ imported: inout ImportedDiscussion) {
    place.finish(&imported, unasked: open.flatMap(\.ids))
  }
}
