import DiscussionModel
import WebAddresses

/// Comments of Hacker News that the site names and that are not there, requested of Firebase one by one, with what is
/// below them.
struct HackerNewsReplies: MissingRepliesPlan {
  let format: DiscussionFormat? = .firebase
  let place: MissingPlace
  let firstRequests: [PageRequest]
  private let ids: [String]
  /// Those that the site says do not exist.
  private var absent: Set<String> = []
  private var items: HackerNewsItems

  /// Nil if this is not Hacker News, or nobody knows which comments are missing.
  init?(_ place: MissingPlace, _ address: WebURL) {
    guard place.site == "hn", place.host == nil, SiteID.isNumber(place.id),
      Site.hackerNewsHosts.contains(address.host)
    else { return nil }
    self.place = place
    let here = Set(place.discussion.comments.map(\.id))
    let members = place.comment.map { $0.details?.unknownMembers ?? [] }
    ids = LeftOut.ids(in: members ?? place.discussion.unknownMembers).filter {
      SiteID.isNumber($0) && !here.contains($0)
    }
    items = HackerNewsItems(missing: ids, known: here)
    firstRequests = items.next()
    if firstRequests.isEmpty { return nil }
  }

  var total: Int? { items.total }

  var stub: ImportFile {
    guard let comment = place.comment else {
      return Self.stub(#"{"id": \#(place.id), "type": "story", "time": 0, "title": "-"}"#)
    }
    return Self.stub(
      #"{"id": \#(comment.id), "type": "comment", "time": 0, "parent": \#(place.id), "text": "-"}"#)
  }

  mutating func take(_ response: PageResponse) -> Reaction {
    if let item = response.items.first { items.take(item) }
    return Reaction(next: items.next())
  }

  mutating func missed(_ request: PageRequest, isAbsent: Bool) -> [PageRequest]? {
    if isAbsent { absent.formUnion(ids.filter { HackerNewsItems.request($0) == request }) }
    return items.missed(request, isAbsent: isAbsent)
  }

  func finish(_ imported: inout ImportedDiscussion) {
    let found = Set(imported.discussion.comments.map(\.id))
    let left = ids.filter { !found.contains($0) && !absent.contains($0) }
    place.finish(&imported, unasked: left)
    guard place.comment == nil else { return }
    // Of comments that are missing elsewhere only the site's count shows that they are.
    let came = imported.discussion.comments
    let below = came.reduce(0) { $0.sum($1.details?.missingReplies ?? 0) }
    let rest = MissingNotice.count(in: place.discussion.notice).sum(-came.count).sum(-below)
    imported.discussion.notice = MissingNotice.put(
      max(rest, left.count), into: place.discussion.notice)
  }
}
