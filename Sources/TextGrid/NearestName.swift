/// The name that a misspelt one was probably meant to be; nil if none is near.
///
/// - Returns: the first of those that the fewest insertions, deletions and replacements lead to
///   (Levenshtein distance), at most two and at most half of the name's characters.
/// - Complexity: O(characters of the name x of all names).
public func nearestName(to name: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(name.prefix(64))
  let limit = min(2, wanted.count / 2)
  let near = names.map { (name: $0, distance: editDistance(wanted, Array($0))) }
    .filter { $0.distance <= limit }
  return near.min { $0.distance < $1.distance }?.name
}

private func editDistance(_ one: [Character], _ other: [Character]) -> Int {
  var row = Array(0...other.count)
  for (index, character) in one.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for (column, candidate) in other.enumerated() {
      let replaced = diagonal + (character == candidate ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
    }
  }
  return row[other.count]
}
