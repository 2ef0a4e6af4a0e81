import JSONText

/// From where a discussion was fetched, and what its site said then.
public struct Origin: Equatable, Sendable {
  /// The address from which it was fetched, and can be fetched again.
  public var link: String
  /// When what is in the file was fetched: ISO 8601; nil if that is not known.
  public var fetched: String?
  /// The validators with which its site reports that nothing has changed, by the addresses that were requested.
  ///
  /// Not to be believed of a discussion that says something else by now: see
  /// ``Discussion/validators``.
  public var validators: [String: Validator] = [:]
  /// A hash of the texts that the validators are about; nil if there are no validators.
  public var texts: String?
  public var unknownMembers: [UnknownMember] = []

  /// What a response said of its version (RFC 9110 section 8.8).
  public struct Validator: Equatable, Sendable {
    public var etag: String?
    public var lastModified: String?

    public init(etag: String? = nil, lastModified: String? = nil) {
      self.etag = etag
      self.lastModified = lastModified
    }
  }

  public init(link: String, fetched: String? = nil) {
    self.link = link
    self.fetched = fetched
  }
}

extension Discussion {
  /// The validators with which its site reports that nothing has changed; none if the texts are others than those that
  /// they are about, since what was cut out or changed by hand would never come again.
  ///
  /// Setting them makes them about the texts that there are now; a discussion without an origin has
  /// none.
  ///
  /// - Complexity: O(length of the texts).
  public var validators: [String: Origin.Validator] {
    get {
      guard let origin, !origin.validators.isEmpty, origin.texts == textsHash else { return [:] }
      return origin.validators
    }
    set {
      origin?.validators = newValue
      let texts = origin == nil || newValue.isEmpty ? nil : textsHash
      origin?.texts = texts
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
}

// MARK: In the file

extension Discussion {
  /// Takes the origin from the members that no other property has: `origin` or, in files of earlier
  /// versions, `fetchedFrom` and `fetchedValidators`.
  ///
  /// Anybody may have members of these names. What is not an origin stays a member that is not known.
  mutating func takeOrigin() {
    func value(_ name: String) -> [UInt8]? { unknownMembers.first { $0.name == name }?.value }
    if let json = value("origin"), let found = try? Origin(json: json) {
      origin = found
    } else if let json = value("fetchedFrom"), let found = try? Origin(link: json) {
      origin = found
      if let json = value("fetchedValidators") { try? origin?.takeValidators(json) }
    } else {
      return
    }
    unknownMembers.removeAll { ["origin", "fetchedFrom", "fetchedValidators"].contains($0.name) }
  }
}

extension Origin {
  /// Reads the member `origin`.
  fileprivate init(json: [UInt8]) throws {
    var reader = JSONReader(json)
    var link: String?
    self.init(link: "")
    try reader.beginObject()
    while let name = try reader.memberName() {
      switch name {
      case "link": link = try reader.string().text(in: json).text
      case "fetched": fetched = try reader.stringOrNull()?.text(in: json).text
      case "texts": texts = try reader.stringOrNull()?.text(in: json).text
      case "validators": validators = try Self.validators(&reader, json)
      default:
        unknownMembers.append(UnknownMember(name: name, value: Array(json[try reader.skipValue()])))
      }
    }
    guard let link else { throw reader.mismatch("a link") }
    self.link = link
  }

  /// Reads the member `fetchedFrom` of files of earlier versions.
  fileprivate init(link json: [UInt8]) throws(JSONError) {
    var reader = JSONReader(json)
    self.init(link: try reader.string().text(in: json).text)
  }

  /// Reads the member `fetchedValidators` of files of earlier versions: the hash of the texts stands
  /// among the addresses, as `texts`.
  fileprivate mutating func takeValidators(_ json: [UInt8]) throws(JSONError) {
    var reader = JSONReader(json)
    try reader.beginObject()
    var found: [String: Validator] = [:]
    var hash: String?
    while let name = try reader.memberName() {
      if name == "texts" {
        hash = try reader.string().text(in: json).text
      } else {
        found[name] = try Self.validator(&reader, json)
      }
    }
    if !found.isEmpty { (validators, texts) = (found, hash) }
  }

  private static func validators(
    _ reader: inout JSONReader, _ json: [UInt8]
  ) throws(JSONError) -> [String: Validator] {
    var found: [String: Validator] = [:]
    try reader.beginObject()
    while let url = try reader.memberName() { found[url] = try validator(&reader, json) }
    return found
  }

  private static func validator(
    _ reader: inout JSONReader, _ json: [UInt8]
  ) throws(JSONError) -> Validator {
    var found = Validator()
    try reader.beginObject()
    while let name = try reader.memberName() {
      switch name {
      case "etag": found.etag = try reader.stringOrNull()?.text(in: json).text
      case "lastModified": found.lastModified = try reader.stringOrNull()?.text(in: json).text
      default: _ = try reader.skipValue()
      }
    }
    return found
  }
}
