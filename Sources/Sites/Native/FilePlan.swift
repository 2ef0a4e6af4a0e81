import DiscussionModel

/// A discussion that lies somewhere as a file, in any of the formats in JSON.
///
/// It says itself what its id is, which nobody has to believe.
struct FilePlan: FetchPlan {
  let format: DiscussionFormat? = nil
  let firstRequests: [PageRequest]
  let namesItself = true
  private let address: SiteAddress

  init(_ address: SiteAddress) {
    self.address = address
    firstRequests = [PageRequest(url: address.page)]
  }

  func finish(_ imported: inout ImportedDiscussion) {
    imported.discussion.id = SiteName.id(imported.discussion.id, ofFileAt: address)
  }
}
