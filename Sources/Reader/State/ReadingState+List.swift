import TextGrid

/// Lists of comments over the page: for now that of the stars.
extension ReadingState {
  /// The positions of the comments with a star.
  ///
  /// - Complexity: O(*n*).
  public var stars: [Int] { marks.positions(with: .starred) }

  mutating func listStars() {
    let stars = stars
    guard !stars.isEmpty else {
      notice = "no stars yet (s gives one)"
      return
    }
    let here = page.position(of: focus) ?? 0
    mode = .stars(selected: stars.lastIndex { $0 <= here } ?? 0)
  }

  mutating func moveInList(by lines: Int) {
    guard case .stars(let selected) = mode else { return }
    mode = .stars(selected: max(0, min(selected + lines, stars.count - 1)))
  }

  mutating func chooseInList(_ layout: inout Layout) -> [Effect] {
    guard case .stars(let selected) = mode else { return [] }
    mode = .reading
    let stars = stars
    if stars.indices.contains(selected) { reveal(stars[selected], &layout) }
    return []
  }
}
