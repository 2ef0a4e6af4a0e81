import ArgumentParser
import TextGrid

/// A screen's size on the command line, such as `100x30`.
struct PictureSize: ExpressibleByArgument {
  let grid: GridSize

  static let usual = PictureSize(grid: GridSize(columns: 80, rows: 24))
  /// The largest number of columns, and of rows.
  private static let largest = 1000

  private init(grid: GridSize) { self.grid = grid }

  /// - Parameter argument: columns, an x, rows, each from 1 to 1000; nil for all else.
  init?(argument: String) {
    let numbers = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1],
      1...Self.largest ~= columns, 1...Self.largest ~= rows
    else { return nil }
    grid = GridSize(columns: columns, rows: rows)
  }
}
