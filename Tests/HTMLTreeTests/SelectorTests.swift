import HTMLTree
import Testing

/// What selectors match, and what is not a selector.
@Suite struct SelectorTests {
  /// Each element is found by its `n`.
  static let page = HTMLTree(
    """
    <main n=1 id=top lang=de-AT><p n=2 class="one two">a</p>b<p n=3 class=" two\nthree-x ">c<b n=4>d</b></p>
    <ul n=5><li n=6><ul n=7><li n=8 data-depth=2>e<li n=9>f</ul><li n=10><!-- g --><li n=11 CLASS=One>h</ul>
    <A n=12 HREF="https://a.example/x.PDF?y=z" rel="nofollow UGC">i</A>
    <x-y n=13 class="a:b 7up 中">j</x-y><svg n=14><g n=15 class=one></g></svg></main>
    """, in: .element(.body))

  static let matches: [(selector: String, found: [Int])] = [
    ("*", Array(1...15)),
    ("p", [2, 3]),
    ("LI", [6, 8, 9, 10, 11]),
    ("x-y", [13]),
    ("g", [15]),
    ("nope", []),
    ("#top", [1]),
    ("main#top", [1]),
    ("p#top", []),
    (".one", [2, 15]),
    (".two", [2, 3]),
    (".three", []),
    (".three-x", [3]),
    ("p.one.two", [2]),
    (".One", [11]),
    (".a\\:b", [13]),
    (".\\37 up", [13]),
    (".中", [13]),
    ("[data-depth]", [8]),
    ("[DATA-depth='2']", [8]),
    ("[data-depth=\"3\"]", []),
    ("[rel~=nofollow]", [12]),
    ("[rel~=no]", []),
    ("[rel~=ugc]", []),
    ("[rel~=ugc i]", [12]),
    ("[rel~='nofollow UGC']", []),
    ("[href^='https:']", [12]),
    ("[href^='']", []),
    ("[href$=z]", [12]),
    ("[href*='.pdf']", []),
    ("[href*='.pdf' I]", [12]),
    ("[lang|=de]", [1]),
    ("[lang|=d]", []),
    ("[lang = de-AT s]", [1]),
    ("[class='one two']", [2]),
    ("main p", [2, 3]),
    ("main > b", []),
    ("main b", [4]),
    ("p > b", [4]),
    ("main>p>b", [4]),
    ("ul ul li", [8, 9]),
    ("ul > li", [6, 8, 9, 10, 11]),
    ("main > ul > li", [6, 10, 11]),
    ("ul > ul", []),
    ("b, .one ,#top", [1, 2, 4, 15]),
    ("p b, ul li ul", [4, 7]),
    ("li:first-child", [6, 8]),
    ("li:last-child", [9, 11]),
    ("b:first-child:last-child", [4]),
    ("li:nth-child(2)", [9, 10]),
    ("li:nth-child(odd)", [6, 8, 11]),
    ("li:nth-child(even)", [9, 10]),
    ("main > :nth-child(2n+1)", [2, 5, 13]),
    ("main > :nth-child( 3n - 1 )", [3, 13]),
    ("main > :nth-child(-n+2)", [2, 3]),
    ("main > :nth-child(n+5)", [13, 14]),
    ("main > :nth-child(+3)", [5]),
    (":nth-child(0)", []),
    ("li:not(:first-child)", [9, 10, 11]),
    ("p:not(.one)", [3]),
    ("main > :not(p, ul)", [12, 13, 14]),
    (":not(*)", []),
    (" p ", [2, 3]),
    ("p\n.one", []),
  ]

  @Test(arguments: matches) func finds(selector: String, found: [Int]) throws {
    let selector = try Selector(selector)
    let tree = Self.page
    let numbers = tree.indices(matching: selector).map { tree.attribute(named: "n", of: $0) }
    #expect(numbers == found.map { "\($0)" })
    let first = tree.firstIndex(matching: selector)
    #expect(first == tree.indices(matching: selector).first)
    #expect(TreeSearch(tree).indices(matching: selector) == tree.indices(matching: selector))
    let each = tree.nodes.indices.filter { tree.nodes[$0].isElement && tree.matches(selector, $0) }
    #expect(each == tree.indices(matching: selector))
  }

  @Test func looksIntoOneElement() throws {
    let tree = Self.page
    let list = try #require(tree.firstIndex(matching: "ul ul"))
    let found = tree.indices(matching: "main > ul li:nth-child(odd)", in: list)
    #expect(found.map { tree.attribute(named: "n", of: $0) } == ["8"])
    #expect(tree.indices(matching: "ul", in: list) == [list])
    let search = TreeSearch(tree)
    #expect(search.indices(matching: "main > ul li:nth-child(odd)", in: list) == found)
    #expect(search.firstIndex(matching: "ul", in: list) == list)
  }

  static let faults: [(selector: String, column: Int, problem: SelectorError.Problem)] = [
    ("", 1, .expectedSelector),
    ("  ", 3, .expectedSelector),
    ("a,", 3, .expectedSelector),
    (",a", 1, .expectedSelector),
    ("a >", 4, .expectedSelector),
    ("> a", 1, .expectedSelector),
    ("a > > b", 5, .expectedSelector),
    ("a)", 2, .expectedSelector),
    ("a b{", 4, .expectedSelector),
    ("7up", 1, .expectedSelector),
    (".", 2, .expectedName),
    ("p..a", 3, .expectedName),
    (".7up", 2, .expectedName),
    ("#", 2, .expectedName),
    ("[]", 2, .expectedName),
    ("[a", 3, .expectedEnd),
    ("[a b]", 4, .expectedEnd),
    ("[a=]", 4, .expectedValue),
    ("[a~b]", 4, .expectedValue),
    ("[a='b]", 7, .expectedEnd),
    ("[a=b c]", 6, .expectedEnd),
    ("a::before", 3, .pseudoElement),
    ("a:hover", 3, .unknownPseudoClass),
    ("a:", 3, .expectedName),
    ("a:not(b", 8, .expectedEnd),
    ("a:not()", 7, .expectedSelector),
    ("a:not(b c)", 9, .expectedEnd),
    ("a:not(:not(b))", 8, .unknownPseudoClass),
    ("a:nth-child", 3, .unknownPseudoClass),
    ("a:nth-child(x)", 13, .expectedNumbers),
    ("a:nth-child(2n2)", 13, .expectedNumbers),
    ("a:nth-child(99999999999)", 13, .expectedNumbers),
    ("a:nth-child(2", 14, .expectedEnd),
    ("a + b", 3, .unknownCombinator),
    ("a~b", 2, .unknownCombinator),
    ("é.", 3, .expectedName),
    (String(repeating: "a ", count: 65), 130, .tooLong),
    (String(repeating: "a,", count: 64) + "a", 130, .tooLong),
  ]

  @Test(arguments: faults) func saysWhatIsWrong(
    selector: String, column: Int, problem: SelectorError.Problem
  ) {
    let error = #expect(throws: SelectorError.self) { try Selector(selector) }
    #expect(error?.column == column)
    #expect(error?.problem == problem)
    #expect(Selector(stringLiteral: selector).isEmpty)
    #expect(Self.page.indices(matching: Selector(stringLiteral: selector)) == [])
  }

  /// Depth, length, and long attributes that stand in many places cost no more than their size.
  @Test(arguments: [
    "<div class=a>", "<div class=a></div>", "<ul><li class=a>", "<p class=a><b>",
    "x<b class=a></p>",
    "<table><tr class=a><td>", "<!-- --><i class=a></i>",
  ])
  func growsWithTheTree(piece: String) {
    let long = "<b class='" + String(repeating: "x ", count: 5000) + "a'>"
    let text = long + String(repeating: piece, count: 5000)
    let tree = HTMLTree(text, in: .element(.body))
    let selector: Selector = "div div .a, ul > li li.a:last-child, .a .a .a, :nth-child(3n+1) > .a"
    #expect(!tree.indices(matching: selector).isEmpty)
    #expect(TreeSearch(tree).indices(matching: selector) == tree.indices(matching: selector))
  }
}
