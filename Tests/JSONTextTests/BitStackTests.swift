import SeededNumbers
import Testing

@testable import JSONText

@Suite struct BitStackTests {
  @Test func givesBitsBackInReverse() {
    var random = SplitMix64(seed: 3)
    let bits = (0..<300).map { _ in Bool.random(using: &random) }
    var stack = BitStack()
    for bit in bits { stack.push(bit) }
    #expect(stack.count == 300)
    for bit in bits.reversed() {
      #expect(stack.top == bit)
      stack.pop()
    }
    #expect(stack.count == 0)
    #expect(stack.top == nil)
  }

  /// A bit that was true before is false when false is pushed in its place.
  @Test(arguments: [1, 63, 64, 65, 128])
  func overwritesOldBits(count: Int) {
    var stack = BitStack()
    for _ in 0..<count { stack.push(true) }
    stack.pop()
    stack.push(false)
    #expect(stack.top == false)
    #expect(stack.count == count)
    stack.pop()
    #expect(stack.top == (count == 1 ? nil : true))
  }

  /// What a word was added for is given back, so that a level opened and closed costs nothing.
  @Test(arguments: [0, 63, 64, 65])
  func givesWordsBack(count: Int) {
    var stack = BitStack()
    for _ in 0..<count { stack.push(false) }
    let before = stack
    stack.push(false)
    #expect(stack != before)
    stack.pop()
    #expect(stack == before)
  }
}
