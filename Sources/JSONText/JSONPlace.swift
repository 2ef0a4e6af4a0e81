/// Where in a JSON text a value is, in the words of the text: `comments[0].id`.
public enum JSONPlace {
  /// Names the value that begins at an offset, or the innermost one around it.
  ///
  /// - Parameters:
  ///   - offset: a byte's offset from the start of the text, 0-based.
  ///   - bytes: the whole text, which is JSON up to there.
  /// - Returns: member names and 0-based indices from the outermost value on; empty for that one.
  /// - Complexity: O(`offset`).
  public static func name(at offset: Int, in bytes: JSONBytes) -> String {
    var reader = JSONReader(bytes)
    var steps: [Step] = []
    while let event = try? reader.next(), event != .end {
      let isEnd = event == .endObject || event == .endArray
      if isEnd { steps.removeLast() }
      if !isEnd, case .element(let index) = steps.last {
        steps[steps.count - 1] = .element(index + 1)
      }
      if case .key(let name) = event {
        steps[steps.count - 1] = .member(name)
      }
      if reader.eventOffset >= offset { break }
      if event == .beginObject { steps.append(.object) }
      if event == .beginArray { steps.append(.element(-1)) }
    }
    return steps.reduce("") { name, step in
      switch step {
      case .object: name
      case .element(let index): name + "[\(max(0, index))]"
      case .member(let member):
        (name.isEmpty ? "" : name + ".") + member.text(in: bytes).text
      }
    }
  }

  /// An object or array that is open, and what in it is being read.
  private enum Step {
    /// No member of it yet.
    case object
    case member(JSONString)
    /// The index of an array's element; -1 before the first.
    case element(Int)
  }
}
