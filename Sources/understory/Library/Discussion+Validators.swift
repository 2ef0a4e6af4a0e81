import Sites
import DiscussionModel
import JSONText

extension Discussion {
  /// The member in which a file says by what its site can tell that nothing has changed.
  private static let validatorsName = "fetchedValidators"
  /// The member of that with the hash of the texts; no address is called so.
  private static let textsName = "texts"

  /// What the site said at the last visit, by addresses that were asked for; kept in the file.
  ///
  /// It is about the texts that there were when this was set: none where they are others, since what
  /// was cut out or changed by hand would never come again.
  ///
  /// - Complexity: O(length of the texts).
  var validators: [String: SiteValidators] {
    get {
      guard let member = unknownMembers.first(where: { $0.name == Self.validatorsName }) else {
        return [:]
      }
      do throws(JSONError) {
        let (validators, texts) = try Self.validators(in: member.value)
        return validators.isEmpty || texts != textsHash ? [:] : validators
      } catch {
        return [:]
      }
    }
    set {
      unknownMembers.removeAll { $0.name == Self.validatorsName }
      // Even where there are none: those of an older copy must not stay.
      unknownMembers.append(
        UnknownMember(name: Self.validatorsName, value: Self.encoded(newValue, textsHash)))
    }
  }

  /// A hash of the article and of each comment's id and text, in their order.
  private var textsHash: String {
    var hash = FNV1a.hash64((body?.text ?? "").utf8)
    for comment in comments {
      hash = hash &* 31 &+ FNV1a.hash64(comment.id.utf8)
      hash = hash &* 31 &+ FNV1a.hash64((comment.body?.text ?? "").utf8)
    }
    return String(hash, radix: 16)
  }

  /// Says nothing of what the site said, neither that it said nothing.
  mutating func forgetValidators() {
    unknownMembers.removeAll { $0.name == Self.validatorsName }
  }

  private static func validators(
    in json: [UInt8]
  ) throws(JSONError) -> (found: [String: SiteValidators], texts: String?) {
    var reader = JSONReader(json)
    var found: [String: SiteValidators] = [:]
    var texts: String?
    try reader.beginObject()
    while let url = try reader.memberName() {
      if url == textsName {
        texts = try reader.string().text(in: json).text
        continue
      }
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
    return (found, texts)
  }

  private static func encoded(
    _ validators: [String: SiteValidators], _ texts: @autoclosure () -> String
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    if !validators.isEmpty {
      writer.name(textsName)
      writer.string(texts())
    }
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
