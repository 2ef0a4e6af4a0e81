/// The rules of UAX #14 (revision 49, Unicode 15.0), with LB25 as the regular expression of section
/// 8.2, example 7: where a line may end.
///
/// Scalars are added one after the other. What comes later can only forbid a break before the last
/// opening bracket, which LB25 does.
struct LineBreakRules {
  /// The class of the last scalar, marks counting as what they are on (LB9); nil at the start.
  private var last: LineBreakClass?
  /// The class before that.
  private var lastButOne: LineBreakClass?
  /// The last class that is not a space.
  private var base = LineBreakClass.sp
  private var isAfterJoiner = false
  private var number = Number.none
  /// Whether an odd number of regional indicators came last.
  private var isInFlag = false
  /// Where an opening bracket after a currency sign stands, which LB25 ties to a number.
  private var undecided: Int?

  private enum Number { case none, inside, closed }

  /// Adds a scalar.
  ///
  /// - Parameters:
  ///   - class: its class.
  ///   - index: where it is.
  ///   - breaks: whether a line may end before the scalar at an index; false at the start of the
  ///     text (LB2).
  mutating func add(_ class: LineBreakClass, at index: Int, to breaks: inout [Bool]) {
    let isMark = `class` == .cm || `class` == .zwj
    defer { isAfterJoiner = `class` == .zwj }
    // LB9 and LB10.
    if isMark, let last, !last.endsLine, last != .sp, last != .zw { return }
    let next = isMark ? .al : `class`
    let mayBreak = last.map { self.mayBreak(between: $0, and: next) } ?? false
    if mayBreak { breaks[index] = true }
    if next == .nu, let place = undecided { breaks[place] = false }
    let isTied = mayBreak && next.isOpening && (last == .pr || last == .po)
    undecided = isTied ? index : nil
    count(next)
    lastButOne = last
    last = next
    if next != .sp { base = next }
  }

  /// Follows numbers and flags.
  private mutating func count(_ next: LineBreakClass) {
    isInFlag = next == .ri && !(last == .ri && isInFlag)
    switch next {
    case .nu: number = .inside
    case .sy, .is: if number == .closed { number = .none }
    case .cl, .cp, .cx: number = number == .inside ? .closed : .none
    default: number = .none
    }
  }

  private func mayBreak(between last: LineBreakClass, and next: LineBreakClass) -> Bool {
    // LB4 to LB8a.
    if last.endsLine { return !(last == .cr && next == .lf) }
    if next.endsLine || next == .sp || next == .zw { return false }
    if base == .zw { return true }
    if isAfterJoiner { return false }
    // LB11 to LB13.
    if next == .wj || last == .wj || last == .gl { return false }
    if next == .gl, last != .sp, last != .ba, last != .hy { return false }
    if next.isClosing { return false }
    return mayBreakAfterSpaces(last, next)
  }

  /// LB14 to LB18.
  private func mayBreakAfterSpaces(_ last: LineBreakClass, _ next: LineBreakClass) -> Bool {
    switch base {
    case .op, .ox: return false
    case .qu where next.isOpening: return false
    case .cl where next == .ns, .cp where next == .ns, .cx where next == .ns: return false
    case .b2 where next == .b2: return false
    default: return last == .sp || mayBreakWithin(last, next)
    }
  }

  /// LB19 to LB24.
  private func mayBreakWithin(_ last: LineBreakClass, _ next: LineBreakClass) -> Bool {
    if last == .qu || next == .qu { return false }
    if last == .cb || next == .cb { return true }
    switch next {
    case .ba, .hy, .ns, .in: return false
    default: break
    }
    if last == .bb { return false }
    if lastButOne == .hl, last == .hy || last == .ba { return false }
    switch (last, next) {
    case (.sy, .hl): return false
    case (.al, .nu), (.hl, .nu), (.nu, .al), (.nu, .hl): return false
    case (.pr, _) where next.isIdeographic: return false
    case (_, .po) where last.isIdeographic: return false
    case (.pr, _) where next.isLetter, (.po, _) where next.isLetter: return false
    case (_, .pr) where last.isLetter, (_, .po) where last.isLetter: return false
    default: return mayBreakInNumber(last, next)
    }
  }

  /// LB25.
  private func mayBreakInNumber(_ last: LineBreakClass, _ next: LineBreakClass) -> Bool {
    switch next {
    case .nu: if last == .pr || last == .po || last == .hy || number == .inside { return false }
    case .pr, .po: if number != .none { return false }
    default: break
    }
    return mayBreakElse(last, next)
  }

  /// LB26 to LB31.
  private func mayBreakElse(_ last: LineBreakClass, _ next: LineBreakClass) -> Bool {
    switch (last, next) {
    case (.jl, .jl), (.jl, .jv), (.jl, .h2), (.jl, .h3): false
    case (.jv, .jv), (.jv, .jt), (.h2, .jv), (.h2, .jt), (.jt, .jt), (.h3, .jt): false
    case (.jl, .po), (.jv, .po), (.jt, .po), (.h2, .po), (.h3, .po): false
    case (.pr, .jl), (.pr, .jv), (.pr, .jt), (.pr, .h2), (.pr, .h3): false
    case (.al, .al), (.al, .hl), (.hl, .al), (.hl, .hl), (.is, .al), (.is, .hl): false
    case (.al, .ox), (.hl, .ox), (.nu, .ox): false
    case (.cx, .al), (.cx, .hl), (.cx, .nu): false
    case (.ri, .ri): !isInFlag
    case (.eb, .em), (.ix, .em): false
    default: true
    }
  }
}

extension LineBreakRules {
  /// Where lines may end, by the rules alone.
  ///
  /// - Parameter scalars: any text.
  /// - Returns: for each scalar whether a line may end before it.
  /// - Complexity: O(length).
  static func breaks(in scalars: some Collection<Unicode.Scalar>) -> [Bool] {
    var breaks = [Bool](repeating: false, count: scalars.count)
    var rules = LineBreakRules()
    for (index, scalar) in scalars.enumerated() {
      rules.add(ScalarRecord(scalar).lineBreak, at: index, to: &breaks)
    }
    return breaks
  }
}
