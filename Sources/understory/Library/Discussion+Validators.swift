import DiscussionImport
import DiscussionModel
import JSONText

extension Discussion {
  /// The member in which a file says by what its site can tell that nothing has changed.
  private static let validatorsName = "fetchedValidators"

  /// What the site said at the last visit, by addresses that were asked for; kept in the file.
  var validators: [String: SiteValidators] {
    get {
      guard let member = unknownMembers.first(where: { $0.name == Self.validatorsName }) else {
        return [:]
      }
      do throws(JSONError) {
        return try Self.validators(in: member.value)
      } catch {
        return [:]
      }
    }
    set {
      unknownMembers.removeAll { $0.name == Self.validatorsName }
      // Even where there are none: those of an older copy must not stay.
      unknownMembers.append(
        UnknownMember(name: Self.validatorsName, value: Self.encoded(newValue)))
    }
  }

  private static func validators(
    in json: [UInt8]
  ) throws(JSONError) -> [String: SiteValidators] {
    var reader = JSONReader(json)
    var found: [String: SiteValidators] = [:]
    try reader.beginObject()
    while let url = try reader.memberName() {
      var validators = SiteValidators()
      try reader.beginObject()
      while let name = try reader.memberName() {
        switch name {
        case "etag": validators.etag = try reader.stringOrNull()?.text(in: json).text
        case "lastModified":
          validators.lastModified = try reader.stringOrNull()?.text(in: json).text
        default: _ = try reader.skipValue()
        }
      }
      found[url] = validators
    }
    return found
  }

  private static func encoded(_ validators: [String: SiteValidators]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for (url, values) in validators.sorted(by: { $0.key < $1.key }) {
      writer.name(url)
      writer.beginObject()
      for (name, value) in [("etag", values.etag), ("lastModified", values.lastModified)] {
        guard let value else { continue }
        writer.name(name)
        writer.string(value)
      }
      writer.endObject()
    }
    writer.endObject()
    return writer.bytes
  }
}
