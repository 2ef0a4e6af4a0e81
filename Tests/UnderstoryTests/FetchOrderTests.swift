import Testing
import TextGrid

@testable import understory

/// What is fetched next, once nothing is.
@Suite struct FetchOrderTests {
  /// The steps until nothing waits, each in a few words.
  private func steps(_ order: FetchOrder, waitingFor lists: [String] = []) -> [String] {
    var order = order
    var steps: [String] = []
    let isWaiting = { (wish: BackgroundFetch.Wish) in lists.contains { wish == .front($0) } }
    while let step = order.next(isWaiting) {
      switch step {
      case .fetch(.link(let link, for: let purpose), let isWanted):
        steps.append("\(link) for \(purpose)" + (isWanted ? ", wanted" : ""))
      case .fetch(.front(let list), let isWanted):
        steps.append("list \(list)" + (isWanted ? ", wanted" : ""))
      case .fetch(let other, _): steps.append("\(other)")
      case .read(let joining): steps.append("read \(joining.links.joined(separator: " and "))")
      }
    }
    #expect(order.isEmpty)
    return steps
  }

  /// Three things wait, in the order opposite to that in which they are fetched.
  private static var full: FetchOrder {
    var order = FetchOrder()
    order.prefetch(["c", "d"])
    order.postpone(.front("l"))
    order.join(Joining(["a", "b"], about: "x"))
    return order
  }

  @Test func eachHasItsTurn() {
    #expect(
      steps(Self.full, waitingFor: ["l"]) == [
        "a for joining, wanted", "b for joining, wanted", "read a and b", "list l",
        "c for prefetching", "d for prefetching",
      ])
    #expect(steps(FetchOrder()) == [])
  }

  /// A list for which nobody waits any more does not keep the rest from coming.
  @Test func aListWithoutAReaderIsLeftOut() {
    var order = Self.full
    order.stopJoining()
    #expect(steps(order) == ["c for prefetching", "d for prefetching"])
  }

  /// As long as anything is left, something comes next.
  @Test func itIsEmptyOnlyOnceNothingIsLeft() {
    var order = FetchOrder()
    #expect(order.isEmpty && !order.isJoining)
    order.prefetch(["c"])
    #expect(!order.isEmpty)
    order = FetchOrder()
    order.postpone(.front("l"))
    #expect(!order.isEmpty)
    order = FetchOrder()
    order.join(Joining([], about: "x"))
    #expect(!order.isEmpty && order.isJoining)
  }

  /// What is found out while the rest is fetched is there when all are read.
  @Test func whatFailedIsNoted() {
    var order = FetchOrder()
    order.join(Joining(["a"], about: "x"))
    _ = order.next { _ in true }
    order.noteNotJoined(because: "a: no such host")
    guard case .read(let joining) = order.next({ _ in true }) else {
      Issue.record("nothing to read")
      return
    }
    #expect(joining.problems == ["a: no such host"])
  }
}
