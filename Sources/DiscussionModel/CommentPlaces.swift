/// Finds the places of comments in a list by their ids.
///
/// It keeps places only, 4 bytes for each, where a dictionary would keep the ids as well: a long discussion is read
/// in little more memory than its file takes.
struct CommentPlaces {
  /// Open addressing: the place of a comment, or -1; at most half of them are filled.
  private var slots: [Int32]
  private var count = 0

  /// - Parameter capacity: how many comments are expected.
  init(capacity: Int = 0) {
    slots = [Int32](repeating: -1, count: Self.size(for: capacity))
  }

  private static func size(for capacity: Int) -> Int {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    return size
  }

  /// The place of the comment with an id; nil if there is none.
  func place(of id: String, in comments: [Comment]) -> Int? {
    let found = slots[slot(of: id, in: comments)]
    return found < 0 ? nil : Int(found)
  }

  /// Notes where a comment is, unless one with its id is noted.
  ///
  /// - Parameters:
  ///   - place: the comment's in `comments`, where it may come only later.
  ///   - id: the comment's.
  ///   - comments: the list.
  /// - Returns: whether it is noted.
  mutating func insert(_ place: Int, called id: String, in comments: [Comment]) -> Bool {
    if 2 * (count + 1) > slots.count { grow(comments) }
    let slot = slot(of: id, in: comments)
    guard slots[slot] < 0 else { return false }
    slots[slot] = Int32(place)
    count += 1
    return true
  }

  /// The slot in which an id is, or would be.
  private func slot(of id: String, in comments: [Comment]) -> Int {
    var slot = id.hashValue & (slots.count - 1)
    while slots[slot] >= 0, comments[Int(slots[slot])].id != id {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow(_ comments: [Comment]) {
    let places = slots.filter { $0 >= 0 }
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for place in places {
      slots[slot(of: comments[Int(place)].id, in: comments)] = place
    }
  }
}
