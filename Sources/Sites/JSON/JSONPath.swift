import JSONText

/// The way to a value from the top of its text, such as `comments[17].score`.
enum JSONPath {
  /// How many containers a path names at its start and at its end; what is between is `…`.
  private static let ends = 6

  /// Finds the way to a byte.
  ///
  /// - Parameters:
  ///   - offset: the first byte of a value or a name; a string may also start after its quotation
  ///     mark.
  ///   - bytes: one JSON text or a series; in a series the first part is the text's number, 1-based.
  /// - Returns: nothing for a value at the top, or for what is not JSON up to there.
  /// - Complexity: O(offset).
  static func path(to offset: Int, in bytes: [UInt8]) -> String {
    var reader = JSONReader(bytes)
    var steps: [Step] = []
    var texts = 1
    do throws(JSONError) {
      while true {
        let event = try reader.next()
        switch event {
        case .end: return ""
        case .endObject, .endArray: _ = steps.popLast()
        case .key(let name):
          steps[steps.count - 1] = .member(name)
          if reader.eventOffset < offset { continue }
        case .beginObject, .beginArray, .string, .number, .bool, .null:
          if case .element(let index)? = steps.last { steps[steps.count - 1] = .element(index + 1) }
        }
        if reader.offset > offset, event != .endObject, event != .endArray {
          let isSeries = texts > 1 || hasNext(after: reader)
          return words(steps.map { $0.text(in: bytes) }, text: isSeries ? texts : nil)
        }
        if event == .beginObject { steps.append(.inObject) }
        if event == .beginArray { steps.append(.element(-1)) }
        if steps.isEmpty, reader.beginNext() { texts += 1 }
      }
    } catch {
      return ""
    }
  }

  /// What a container that is open has reached.
  private enum Step {
    case inObject
    case member(JSONString)
    /// 0-based; -1 before the first.
    case element(Int)

    func text(in bytes: [UInt8]) -> String {
      switch self {
      case .inObject: ""
      case .member(let name): "." + name.text(in: bytes).text
      case .element(let index): index < 0 ? "" : "[\(index)]"
      }
    }
  }

  /// Whether another text follows the one that is being read.
  private static func hasNext(after reader: JSONReader) -> Bool {
    var rest = reader
    do throws(JSONError) {
      while rest.depth > 0 { _ = try rest.next() }
    } catch {
      return false
    }
    return rest.beginNext()
  }

  private static func words(_ steps: [String], text: Int?) -> String {
    let shown =
      steps.count > 2 * ends ? steps.prefix(ends) + ["…"] + steps.suffix(ends) : steps[...]
    let path = String(shown.joined().drop { $0 == "." })
    guard let text else { return path }
    return path.isEmpty ? "text \(text)" : "text \(text): \(path)"
  }
}
