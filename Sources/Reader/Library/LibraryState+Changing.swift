import DiscussionModel
import TextGrid

/// Catching up, muting, removing, and taking that back.
extension LibraryState {
  /// Marks all comments of the focused discussion read.
  mutating func catchUp() -> [Effect] {
    guard let entry = focused else { return sayNothingHere() }
    guard entry.unread > 0 else {
      shell.say("nothing is unread here")
      return []
    }
    steps.append(.caughtUp(id: entry.id, unread: entry.unread, new: entry.new))
    set(entry.id) { ($0.unread, $0.new) = (0, 0) }
    count()
    shell.say(SafeText("\(counted(entry.unread, "comment")) marked read · u undoes"))
    return [.catchUp(entry.id)]
  }

  /// Mutes the focused discussion, which is then listed last, or lists it as the others again.
  mutating func toggleMute() -> [Effect] {
    guard let entry = focused else { return sayNothingHere() }
    let isMuted = !entry.isMuted
    steps.append(.muted(id: entry.id, isMuted))
    set(entry.id) { $0.isMuted = isMuted }
    // The next one takes its place.
    list(at: isMuted ? nil : entry.id)
    say(isMuted ? "muted" : "no longer muted:", entry, "u undoes")
    return [.mute(entry.id, isMuted)]
  }

  /// Takes the focused discussion from the list; it is removed for good once that cannot be taken
  /// back any more.
  mutating func remove() {
    guard let entry = focused else {
      _ = sayNothingHere()
      return
    }
    steps.append(.removed(id: entry.id))
    list(at: nil)
    say("removed", entry, "u undoes")
  }

  /// Takes back the last change.
  mutating func undo() -> [Effect] {
    guard let step = steps.popLast() else {
      shell.say("nothing to undo")
      return []
    }
    var effects: [Effect] = []
    switch step {
    case .caughtUp(let id, let unread, let new):
      set(id) { ($0.unread, $0.new) = (unread, new) }
      count()
      effects = [.undoCatchUp(id)]
    case .muted(let id, let isMuted):
      set(id) { $0.isMuted = !isMuted }
      list(at: id)
      effects = [.mute(id, !isMuted)]
    case .removed(let id): list(at: id)
    }
    if let line = line(of: step.id) { goTo(line: line) }
    if let entry = entries.first(where: { $0.id == step.id }) { say(step.undone, entry) }
    return effects
  }

  private mutating func set(_ id: String, _ change: (inout LibraryEntry) -> Void) {
    if let index = entries.firstIndex(where: { $0.id == id }) { change(&entries[index]) }
  }

  private mutating func sayNothingHere() -> [Effect] {
    shell.say("nothing is listed")
    return []
  }

  /// Says something of a discussion; of its title as much as leaves room for the rest.
  private mutating func say(_ verb: SafeText, _ entry: LibraryEntry, _ rest: SafeText? = nil) {
    let end = rest.map { " · " + $0 } ?? ""
    let room = geometry.pageColumns - verb.width - end.width - 4
    shell.say(verb + " " + entry.shownTitle.truncated(to: max(8, room)) + end)
  }
}

extension LibraryStep {
  /// That it was taken back.
  fileprivate var undone: SafeText {
    switch self {
    case .caughtUp: "unread again:"
    case .muted(_, true): "no longer muted:"
    case .muted(_, false): "muted again:"
    case .removed: "kept:"
    }
  }
}
