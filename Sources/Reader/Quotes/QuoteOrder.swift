import DiscussionModel

/// The comments of a page from the earliest to the latest.
///
/// That is the order of their numbers, but no comment comes before the one that it answers, so that
/// every comment is later than all it can quote; equal numbers are in reading order.
enum QuoteOrder {
  /// The positions of all comments, the earliest first.
  ///
  /// - Complexity: O(*n*) where the file has them in this order, else O(*n* log *n*).
  static func positions(of page: Page) -> [Int32] {
    let thread = page.thread
    var numbers: [Int] = []
    numbers.reserveCapacity(thread.count)
    for position in 0..<thread.count {
      let number = page.number(at: position)
      numbers.append(thread.parent(of: position).map { max(number, numbers[$0]) } ?? number)
    }
    func isEarlier(_ one: Int32, _ other: Int32) -> Bool {
      (numbers[Int(one)], one) < (numbers[Int(other)], other)
    }
    let inFile = thread.positions
    if zip(inFile, inFile.dropFirst()).allSatisfy(isEarlier) { return inFile }
    return (0..<Int32(thread.count)).sorted(by: isEarlier)
  }
}
