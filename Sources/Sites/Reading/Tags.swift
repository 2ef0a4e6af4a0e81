/// What something is filed under: texts, or objects with names.
enum Tags {
  /// The names in an array, or in a connection of GraphQL.
  static func names(in value: JSONValue?, _ findings: inout Findings) -> [String] {
    let list = value?["nodes"] ?? value
    guard let list, list.kind == .array else { return [] }
    return list.elements.compactMap { tag in
      tag.kind == .object ? findings.words(tag["name"]) : findings.words(tag)
    }
  }

  /// A sentence that names them; nil if there are none.
  static func notice(_ names: [String], called what: String = "Tags") -> String? {
    names.isEmpty ? nil : "\(what): \(names.joined(separator: ", "))."
  }
}
