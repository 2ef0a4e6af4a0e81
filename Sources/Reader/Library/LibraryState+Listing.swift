import TextGrid

/// Listing again, since the entries or what is wanted of them are others.
extension LibraryState {
  /// How many lines there are.
  var lineCount: Int { listing.lines.count }

  /// Lists everything anew.
  ///
  /// - Parameter id: the discussion that is focused if it is listed; else the line holds.
  /// - Complexity: O(*n* log *n*).
  mutating func list(at id: String?) {
    listing = LibraryListing(
      of: entries, without: Set(removedIDs), order: order, filter: filter)
    focus = id.flatMap { line(of: $0) } ?? max(0, min(focus, lineCount - 1))
    count()
    restartSearch()
    showFocus()
  }

  /// The discussions that are not listed and can be brought back.
  var removedIDs: [String] {
    steps.compactMap { step in if case .removed(let id) = step { id } else { nil } }
  }

  /// Counts what is to be read.
  ///
  /// - Complexity: O(*n*).
  mutating func count() {
    left = listing.lines.reduce(into: Left()) { left, index in
      let entry = entries[index]
      guard !entry.isMuted else { return }
      left.unread += entry.unread
      left.new += entry.new
      if entry.hasNews { left.withNews += 1 }
    }
  }

  /// Takes over what the library holds by now.
  mutating func take(_ newer: [LibraryEntry]) {
    let id = focused?.id
    entries = newer
    let ids = Set(newer.map(\.id))
    // What is gone cannot be brought back.
    steps.removeAll { !ids.contains($0.id) }
    list(at: id)
  }

  /// Those of all discussions by now that stand otherwise than is known; nil where some came, went or
  /// got comments, so that all are to be listed anew.
  ///
  /// - Complexity: O(*n*).
  public func changed(in newer: [LibraryEntry]) -> [LibraryEntry]? {
    let known = Dictionary(entries.map { ($0.id, $0) }) { $1 }
    guard newer.count == known.count,
      newer.allSatisfy({ known[$0.id]?.comments == $0.comments })
    else { return nil }
    return newer.filter { known[$0.id] != $0 }
  }

  /// Takes over how one discussion stands; its line holds, so that nothing jumps.
  mutating func take(_ newer: LibraryEntry) {
    if let index = entries.firstIndex(where: { $0.id == newer.id }) {
      let isElsewhere = entries[index].isMuted != newer.isMuted
      entries[index] = newer
      if isElsewhere { list(at: focused?.id) } else { count() }
    } else {
      let id = focused?.id
      entries.append(newer)
      list(at: id)
    }
  }

  mutating func changeOrder() -> [Effect] {
    prefer(order.next)
    shell.say(order.words)
    return [.remember(.libraryOrder(order))]
  }

  /// Lists in an order that the reader chose.
  public mutating func prefer(_ order: LibraryOrder) {
    let id = focused?.id
    self.order = order
    list(at: id)
  }

  /// Lists only some discussions; what is listed stays so until it is filtered again.
  mutating func apply(_ wanted: LibraryFilter?) {
    guard let wanted else {
      shell.say(filter == nil ? "no filter is on" : "filter off")
      if filter != nil {
        filter = nil
        list(at: focused?.id)
      }
      return
    }
    let (old, id) = (filter, focused?.id)
    filter = wanted
    list(at: id)
    let costly = costlyNote(listing.costly, "title")
    if lineCount == 0 {
      filter = old
      list(at: id)
      shell.say(wanted.nothing + costly)
    } else {
      shell.say(SafeText("\(lineCount) of \(entries.count) · ff lists all") + costly)
    }
  }

  /// Lays everything out for the screen's size.
  mutating func relayout() {
    peek?.set(in: shell.size)
    showFocus()
    scrollText(by: 0)
  }
}
