/// By what the JSON of a format is recognised, whatever its file is called.
struct FormatSigns: Sendable {
  /// Members that are all there, as ways from an object; any one list will do.
  ///
  /// An array on the way counts as its first object.
  let alternatives: [[[Member]]]
  /// Whether other formats have such members too, so that those are tried first.
  var areCommon = false
  /// Whether an object without the signs belongs to such files too.
  var alsoTakes: @Sendable (JSONValue) -> Bool = { _ in false }

  /// Whether an object has them.
  func know(_ object: JSONValue) -> Bool {
    alternatives.contains { $0.allSatisfy { Self.leads($0, from: object) } }
  }

  /// What an object lacks of the list to which it comes nearest, and how near it comes; nil if it has nothing
  /// of any.
  func lack(_ object: JSONValue) -> (lacks: [String], share: Double)? {
    let lists = alternatives.map { list in
      (list, list.filter { !Self.leads($0, from: object) })
    }
    guard let (list, lacks) = lists.min(by: { share($0) > share($1) }), lacks.count < list.count
    else { return nil }
    return (lacks.map(Self.words), share((list, lacks)))
  }

  private func share(_ found: (list: [[Member]], lacks: [[Member]])) -> Double {
    1 - Double(found.lacks.count) / Double(found.list.count)
  }

  private static func words(_ path: [Member]) -> String {
    path.map(\.name.description).joined(separator: ".")
  }

  private static func leads(_ path: [Member], from object: JSONValue) -> Bool {
    var value: JSONValue? = object
    for member in path {
      if value?.kind == .array { value = value?.elements.first { $0.kind == .object } }
      value = value?[member]
    }
    return value != nil
  }
}
