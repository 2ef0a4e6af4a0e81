/// Ids for comments whose source gives none.
enum Identity {
  /// The id that a comment has in a member, or one made of how many comments came before it.
  static func id(
    of value: JSONValue?, of comment: JSONValue, at place: Int, _ findings: inout Findings
  ) -> String {
    if let id = findings.id(value) { return id }
    findings.add(.commentWithoutID, at: comment)
    return "place-\(place + 1)"
  }
}
