import Testing
import TextGrid

@testable import understory

@Suite struct ProgressBarTests {
  @Test(arguments: [
    (0, 4, 40, "[....................]   0% reading 中é"),
    (1, 4, 40, "[#####...............]  25% reading 中é"),
    (4, 4, 40, "[####################] 100% reading 中é"),
    (1, 3, 26, "[##.....]  33% reading 中é"),
    (1, 3, 19, "  33% reading 中é"),
    (1, 3, 10, "  33% rea…"),
    (9, 4, 40, "[####################] 100% reading 中é"),
    (-1, 4, 40, "[....................]   0% reading 中é"),
    (0, 0, 40, "[####################] 100% reading 中é"),
    (1, 2, 0, ""),
  ])
  func aLineTellsHowFarItIs(done: Int, all: Int, columns: Int, line: String) {
    let found = ProgressBar.line("reading 中é", done: done, of: all, columns: columns)
    #expect("\(found)" == line)
  }
}
