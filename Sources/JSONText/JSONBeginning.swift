/// The beginning of a long JSON text, made into a text of its own while the rest is not read yet.
public enum JSONBeginning {
  /// Cuts a text behind the last object that is complete in a list, and closes what is open there.
  ///
  /// A list counts if all arrays around it, and it, are members of one name: the comments of a discussion, or replies
  /// within replies. Lists of other things within a comment do not count, since a cut there would leave half a comment.
  ///
  /// - Parameter bytes: the first bytes of a text, cut anywhere.
  /// - Returns: a text whose values are all as in the whole one, save that the lists end early, and whatever follows
  ///   them is missing; nil if no object of a list is complete, or the bytes are no JSON.
  /// - Complexity: O(length).
  public static func closed(_ bytes: [UInt8]) -> [UInt8]? {
    var reader = JSONReader(bytes)
    var open = OpenLists()
    do throws(JSONError) {
      while true {
        switch try reader.next() {
        case .beginObject: open.push(.object)
        case .beginArray: open.push(.array)
        case .endObject: open.popObject(before: reader.offset)
        case .endArray: open.pop()
        case .key(let name): open.member = bytes[name.range]
        case .end: return nil
        case .string, .number, .bool, .null: open.member = nil
        }
      }
    } catch {
      // Where the bytes end is no fault; any other place is one, which whoever reads all of them reports.
      return open.cut(bytes)
    }
  }
}

/// The objects and arrays that are open at a place, and the last place at which a list could be cut.
private struct OpenLists {
  enum Kind: UInt8 { case object, array }

  private var kinds: [Kind] = []
  /// How many arrays are open, and the name of the outermost one.
  private var arrays = 0
  private var name: ArraySlice<UInt8>?
  /// How many containers are around the outermost array of another name; nil if there is none.
  private var strangeDepth: Int?
  /// The name of the member whose value comes next; nil in an array.
  var member: ArraySlice<UInt8>?

  private var cutOffset: Int?
  /// What was open at the cut and is closed since, innermost first; the first `depth` kinds are open still.
  private var closed: [Kind] = []
  private var depth = 0

  mutating func push(_ kind: Kind) {
    if kind == .array {
      if arrays == 0 { name = member }
      if strangeDepth == nil, member == nil || name != member { strangeDepth = kinds.count }
      arrays += 1
    }
    kinds.append(kind)
    member = nil
  }

  mutating func pop() {
    guard let kind = kinds.popLast() else { return }
    if kind == .array { arrays -= 1 }
    if kinds.count < depth {
      closed.append(kind)
      depth = kinds.count
    }
    if strangeDepth == kinds.count { strangeDepth = nil }
    member = nil
  }

  /// Closes an object, which may be one of a list.
  mutating func popObject(before offset: Int) {
    pop()
    guard kinds.last == .array, strangeDepth == nil else { return }
    (cutOffset, closed, depth) = (offset, [], kinds.count)
  }

  func cut(_ bytes: [UInt8]) -> [UInt8]? {
    guard let cutOffset else { return nil }
    let ends = (closed + kinds[..<depth].reversed()).map { kind in
      kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
    }
    return bytes[..<cutOffset] + ends
  }
}
