import DiscussionModel
import JSONText

extension Discussion {
  /// The member in which a file says from where it was fetched.
  private static let linkName = "fetchedFrom"

  /// The address from which the discussion was fetched, kept in its file; nil where it came as a file.
  var link: String? {
    get {
      guard let member = unknownMembers.first(where: { $0.name == Self.linkName }) else {
        return nil
      }
      var reader = JSONReader(member.value)
      guard let string = try? reader.string() else { return nil }
      return string.text(in: member.value).text
    }
    set {
      unknownMembers.removeAll { $0.name == Self.linkName }
      guard let newValue else { return }
      var writer = JSONWriter()
      writer.string(newValue)
      unknownMembers.append(UnknownMember(name: Self.linkName, value: writer.bytes))
    }
  }

  /// Forgets from where it was fetched, and what was said there: of a file that came from elsewhere
  /// that is somebody else's word, and would be asked as if the user had asked for it.
  mutating func forgetOrigin() {
    link = nil
    forgetValidators()
  }
}
