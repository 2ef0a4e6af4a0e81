/// The name that a misspelt one was probably meant to be; nil if none is near.
///
/// - Returns: the first of those that the fewest insertions, deletions, replacements and exchanges
///   of neighbours lead to (optimal string alignment), at most one, or two of a name with at least six
///   characters, and at most half of the name's characters.
/// - Complexity: O(characters of the name x of all names).
public func nearestName(to name: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(name.prefix(64))
  let limit = min(wanted.count < 6 ? 1 : 2, wanted.count / 2)
  let near = names.map { (name: $0, distance: editDistance(wanted, Array($0))) }
    .filter { $0.distance <= limit }
  return near.min { $0.distance < $1.distance }?.name
}

private func editDistance(_ one: [Character], _ other: [Character]) -> Int {
  var rows = (before: [Int](), last: Array(0...other.count))
  for (index, character) in one.enumerated() {
    var row = [index + 1]
    for (column, candidate) in other.enumerated() {
      let replaced = rows.last[column] + (character == candidate ? 0 : 1)
      var least = min(replaced, rows.last[column + 1] + 1, row[column] + 1)
      if index > 0, column > 0, character == other[column - 1], one[index - 1] == candidate {
        least = min(least, rows.before[column - 1] + 1)
      }
      row.append(least)
    }
    rows = (rows.last, row)
  }
  return rows.last[other.count]
}
