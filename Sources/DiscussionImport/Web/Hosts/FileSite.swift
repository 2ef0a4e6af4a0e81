/// A discussion that lies somewhere as a file, in any of the formats in JSON.
struct FileSite: Conversation {
  let format: DiscussionFormat? = nil
  let beginning: [Question]

  init(_ address: SiteAddress) { beginning = [Question(url: address.page)] }
}
