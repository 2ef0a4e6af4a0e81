/// Builds a tree of tokens (WHATWG HTML, section 13.2.6).
///
/// Bounded where the standard is not, so that it is linear: see ``HTMLTree/deepest`` and
/// ``FormattingElements/most``. Scripts do not run.
struct TreeBuilder {
  var tokenizer: Tokenizer
  var tree = GrowingTree()
  var open = OpenElements()
  var formatting = FormattingElements()
  var mode = Mode.initial
  /// Where to return to after text without tags, and after text in a table.
  var returnMode = Mode.inBody
  var templateModes: [Mode] = []
  /// The texts in a table that are not in a cell, until it is known what they are.
  var tableTexts: [Range<Int>] = []
  var head: Int32 = -1
  var form: Int32 = -1
  /// Whether a `<frameset>` may still come.
  var allowsFrames = true
  /// Whether what does not belong into a table is put before it.
  var isFostering = false
  var isQuirky = false
  /// Whether a line feed that comes next does not count, as at the start of `<pre>`.
  var skipsLineFeed = false
  let context: HTMLTree.Context
  private var deep = DeepElements()

  enum Mode {
    case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text, inTable,
      inTableText, inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate, afterBody,
      inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
  }

  /// What became of a token.
  enum Outcome {
    case done
    /// It is to be read once more, in the mode that is set now.
    case again
  }

  /// Reads a text, which is valid UTF-8 and has no CR, to its end.
  static func tree(
    of input: UnsafeBufferPointer<UInt8>, in context: HTMLTree.Context
  ) -> HTMLTree {
    var builder = TreeBuilder(input, context)
    builder.run()
    let root = builder.root
    var store = builder.tokenizer.store
    builder.tokenizer.store = Store()
    let nodes = builder.tree.flattened(below: root, &store)
    return HTMLTree(nodes, store)
  }

  private init(_ input: UnsafeBufferPointer<UInt8>, _ context: HTMLTree.Context) {
    tokenizer = Tokenizer(input)
    self.context = context
    _ = tree.make(.document)
    switch context {
    case .document: break
    case .element(let name):
      openRoot()
      if name == .template { templateModes.append(.inTemplate) }
      resetMode()
      // No tag was read that could end it.
      switch name {
      case .title, .textarea: tokenizer.enter(.escapable, endedBy: [])
      case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.enter(.raw, endedBy: [])
      case .script: tokenizer.enter(.script, endedBy: [])
      case .plaintext: tokenizer.enter(.plain, endedBy: [])
      default: break
      }
    case .foreign:
      openRoot()
      resetMode()
    }
  }

  private mutating func openRoot() {
    let root = tree.make(.element, number: HTMLName.html.number)
    tree.insert(root, at: .init(parent: 0))
    push(root)
  }

  /// The node whose children are the result.
  private var root: Int32 {
    if case .document = context { 0 } else { 1 }
  }

  private mutating func run() {
    while true {
      tokenizer.allowsCDATA = current.map { $0.kind != .element } ?? false
      let token = withoutLineFeed(tokenizer.next())
      if case .startTag(let tag) = token, isTooDeep(tag) { continue }
      if case .endTag(let tag) = token, endsTooDeep(tag) { continue }
      while process(token) == .again {}
      if case .end = token { return }
    }
  }

  /// A token without the line feed at its start, if that does not count here.
  private mutating func withoutLineFeed(_ token: Token) -> Token {
    guard skipsLineFeed else { return token }
    skipsLineFeed = false
    guard case .text(let range) = token, tokenizer.store.bytes[range.lowerBound] == 0x0A else {
      return token
    }
    return .text(range.lowerBound + 1..<range.upperBound)
  }

  private mutating func process(_ token: Token) -> Outcome {
    if isForeign(token) { return foreign(token) }
    return process(token, in: mode)
  }

  /// Applies the rules of a mode, which need not be the current one.
  mutating func process(_ token: Token, in mode: Mode) -> Outcome {
    switch mode {
    case .initial: initial(token)
    case .beforeHTML: beforeHTML(token)
    case .beforeHead: beforeHead(token)
    case .inHead: inHead(token)
    case .inHeadNoscript: inHeadNoscript(token)
    case .afterHead: afterHead(token)
    case .inBody: inBody(token)
    case .text: unmarkedText(token)
    case .inTable: inTable(token)
    case .inTableText: inTableText(token)
    case .inCaption: inCaption(token)
    case .inColumnGroup: inColumnGroup(token)
    case .inTableBody: inTableBody(token)
    case .inRow: inRow(token)
    case .inCell: inCell(token)
    case .inTemplate: inTemplate(token)
    case .afterBody: afterBody(token)
    case .inFrameset: inFrameset(token)
    case .afterFrameset: afterFrameset(token)
    case .afterAfterBody: afterAfterBody(token)
    case .afterAfterFrameset: afterAfterFrameset(token)
    }
  }

  // MARK: Depth

  /// Puts an element that is nested too deep beside what would be in it.
  private mutating func isTooDeep(_ tag: Tag) -> Bool {
    makeRoom(for: tag)
    guard open.count >= HTMLTree.deepest else {
      deep.forgetBeside()
      return false
    }
    if NameSet.void.contains(tag.name) || NameSet.unmarked.contains(tag.name) { return false }
    flushTableText()
    tree.insert(make(tag), at: place())
    if !tag.isSelfClosing { deep.putBeside(tag.number) }
    return true
  }

  private mutating func endsTooDeep(_ tag: Tag) -> Bool { deep.end(tag.number, open: open.count) }

  /// Ends what is around an element that is nested too deep, from one on that is like it: it then is beside that one, and
  /// there is room for what is in it.
  ///
  /// So a reply to a reply, and so on, is whole at any depth, though no longer in what it replies to.
  ///
  /// - Complexity: O(``DeepElements/farthest``).
  private mutating func makeRoom(for tag: Tag) {
    let limit = HTMLTree.deepest - DeepElements.room
    guard open.count >= limit, mode == .inBody, NameSet.plainBlocks.contains(tag.name) else {
      return
    }
    let word = firstClass(of: tag.attributes)
    // What has no class may be a wrapper; it is given room only if there is none.
    guard open.count >= HTMLTree.deepest || !word.isEmpty else { return }
    var index = open.count - 1
    let last = max(1, open.count - DeepElements.farthest)
    while index >= last {
      let entry = open[index]
      guard entry.kind == .element, NameSet.plainBlocks.contains(entry.name) else { return }
      if index <= limit, entry.number == tag.number, firstClass(of: tree[entry.node].range) == word
      {
        break
      }
      index -= 1
    }
    guard index >= last else { return }
    for ended in index..<open.count { deep.endEarly(open[ended], height: index) }
    while open.count > index { open.pop() }
  }

  /// The first word of a class among some attributes; empty if there is none.
  private func firstClass(of attributes: Range<Int>) -> ArraySlice<UInt8> {
    let store = tokenizer.store
    for place in attributes.prefix(8) where store.attributes[place].name == HTMLName.class.number {
      let attribute = store.attributes[place]
      return store.bytes[Int(attribute.lower)..<Int(attribute.upper)].drop { $0.isSpace }
        .prefix { !$0.isSpace }
    }
    return []
  }

  // MARK: Making and putting nodes

  /// The innermost open element.
  var currentName: HTMLName { open.last?.name ?? .other }

  /// The element by whose kind the next token is read: the innermost open one, or the context.
  var current: OpenElements.Entry? {
    guard open.count == 1 else { return open.last }
    switch context {
    case .document: return open.last
    case .element(let name):
      return OpenElements.Entry(node: 1, number: name.number, name: name, kind: .element)
    case .foreign(let kind, let name):
      var name = name
      let number = name.withUTF8 { tokenizer.store.names.knownNumber(of: $0) ?? -1 }
      return OpenElements.Entry(
        node: 1, number: number, name: .other, kind: kind == .svg ? .svg : .mathML)
    }
  }

  mutating func make(_ tag: Tag, _ kind: GrowingTree.Kind = .element) -> Int32 {
    tree.make(kind, number: tag.number, tag.attributes)
  }

  func entry(_ node: Int32) -> OpenElements.Entry {
    OpenElements.Entry(
      node: node, number: tree[node].number, name: tree.name(node), kind: tree[node].kind)
  }

  mutating func push(_ node: Int32) { open.push(entry(node)) }

  /// Where a node goes: into the innermost open element, or before the table that it does not fit in.
  func place(in target: Int32? = nil) -> GrowingTree.Place {
    let target = target ?? open.last?.node ?? 0
    guard isFostering, NameSet.tableParts.contains(tree.name(target)) else {
      return GrowingTree.Place(parent: target)
    }
    let table = open.lastIndex(of: .table)
    if let template = open.lastIndex(of: .template), template > table ?? -1 {
      return GrowingTree.Place(parent: open[template].node)
    }
    guard let table else { return GrowingTree.Place(parent: open[0].node) }
    let node = open[table].node
    let parent = tree[node].parent
    if parent >= 0 { return GrowingTree.Place(parent: parent, before: node) }
    return GrowingTree.Place(parent: open[table - 1].node)
  }

  /// Opens an element.
  mutating func insert(_ tag: Tag, _ kind: GrowingTree.Kind = .element) {
    let node = make(tag, kind)
    tree.insert(node, at: place())
    push(node)
  }

  /// Opens an element that was not written.
  mutating func insert(_ name: HTMLName) {
    insert(Tag(number: name.number, attributes: 0..<0, isSelfClosing: false))
  }

  /// Adds an element that has nothing in it.
  mutating func insertVoid(_ tag: Tag) {
    let node = make(tag)
    tree.insert(node, at: place())
  }

  mutating func insertText(_ range: Range<Int>) {
    if !range.isEmpty { tree.addText(range, at: place()) }
  }

  mutating func insertComment(_ range: Range<Int>, in node: Int32? = nil) {
    let place = node.map { GrowingTree.Place(parent: $0) } ?? place()
    tree.insert(tree.make(.comment, range), at: place)
  }

  /// Opens an element whose text has no tags.
  mutating func insert(_ tag: Tag, as content: Tokenizer.Content) {
    insert(tag)
    tokenizer.enter(content, endedBy: tokenizer.store.names.spelling(of: tag.number))
    returnMode = mode
    mode = .text
  }

  private mutating func unmarkedText(_ token: Token) -> Outcome {
    switch token {
    case .text(let range): insertText(range)
    case .end:
      open.pop()
      mode = returnMode
      return .again
    default:
      open.pop()
      mode = returnMode
    }
    return .done
  }

  /// White space at the start of a text.
  func space(in range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound, tokenizer.store.bytes[end].isSpace { end += 1 }
    return range.lowerBound..<end
  }

  func isSpace(_ range: Range<Int>) -> Bool { space(in: range) == range }

  // MARK: Ending elements

  /// Ends elements up to and including the last one of a name.
  mutating func pop(through name: HTMLName) {
    while let last = open.pop(), last.name != name {}
  }

  mutating func pop(through names: NameSet) {
    while let last = open.pop(), !names.contains(last.name) {}
  }

  /// Ends elements up to the last one of some names.
  mutating func pop(to names: NameSet) {
    while let last = open.last, !names.contains(last.name) { open.pop() }
  }

  mutating func endImplied(but name: HTMLName? = nil) {
    while let last = open.last, last.name != name, NameSet.implied.contains(last.name) {
      open.pop()
    }
  }

  mutating func endImpliedThoroughly() {
    while let last = open.last, NameSet.thoroughlyImplied.contains(last.name) { open.pop() }
  }

  /// Ends a paragraph, with what is in it, if one is open.
  mutating func closeParagraph() {
    guard open.has(.p, in: .button) else { return }
    endImplied(but: .p)
    pop(through: .p)
  }

  // MARK: Formatting elements

  /// Opens again what the end of a paragraph or a cell ended.
  mutating func reconstructFormatting() {
    let recent = formatting.sinceMark
    if recent.isEmpty || open.count > HTMLTree.deepest { return }
    var first = recent.upperBound
    while first > recent.lowerBound, open.index(ofNode: formatting[first - 1]) == nil { first -= 1 }
    for index in first..<recent.upperBound {
      let old = tree[formatting[index]]
      insert(Tag(number: old.number, attributes: old.range, isSelfClosing: false))
      if let last = open.last { formatting.replace(at: index, with: last.node) }
    }
  }

  /// Opens a formatting element; of more than three alike, the first is forgotten.
  mutating func insertFormatting(_ tag: Tag) {
    insert(tag)
    guard let node = open.last?.node else { return }
    let alike = formatting.sinceMark.filter { isAlike(formatting[$0], node) }
    if alike.count >= 3 { formatting.remove(at: alike[0]) }
    formatting.add(node)
  }

  private func isAlike(_ one: Int32, _ other: Int32) -> Bool {
    let (one, other) = (tree[one], tree[other])
    guard one.number == other.number, one.range.count == other.range.count else { return false }
    let attributes = tokenizer.store.attributes
    // In another order they count as others if there are many.
    if one.range.count > 16 {
      return zip(one.range, other.range).allSatisfy { isEqual(attributes[$0], attributes[$1]) }
    }
    return one.range.allSatisfy { index in
      other.range.contains { isEqual(attributes[index], attributes[$0]) }
    }
  }

  private func isEqual(_ one: Attribute, _ other: Attribute) -> Bool {
    let bytes = tokenizer.store.bytes
    return one.name == other.name
      && bytes[Int(one.lower)..<Int(one.upper)] == bytes[Int(other.lower)..<Int(other.upper)]
  }

  func hasAttribute(_ name: HTMLName, _ tag: Tag) -> Bool {
    tokenizer.store.attributes[tag.attributes].contains { $0.name == name.number }
  }

  /// Whether an attribute has a value, in capitals or not.
  func attribute(_ name: HTMLName, of range: Range<Int>, is value: String) -> Bool {
    tokenizer.store.attributes[range].contains {
      $0.name == name.number
        && tokenizer.store.bytes[Int($0.lower)..<Int($0.upper)].elementsEqual(value.utf8) {
          $0.lowercased == $1
        }
    }
  }

  /// Adds the attributes of a tag that an element does not have yet.
  mutating func addAttributes(_ tag: Tag, to node: Int32) {
    let old = tree[node].range
    // Each time all are copied.
    guard old.count + tag.attributes.count <= 64, !tag.attributes.isEmpty else { return }
    var all = Array(tokenizer.store.attributes[old])
    for attribute in tokenizer.store.attributes[tag.attributes]
    where !all.contains(where: { $0.name == attribute.name }) {
      all.append(attribute)
    }
    let start = tokenizer.store.attributes.count
    tokenizer.store.attributes += all
    tree.setRange(start..<start + all.count, of: node)
  }

  // MARK: Modes

  /// Sets the mode by what is open.
  mutating func resetMode() {
    for index in (0..<open.count).reversed() {
      let isLast = index == 0
      var name = open[index].name
      if isLast {
        switch context {
        case .document: break
        case .element(let context): name = context
        case .foreign: name = .other
        }
      }
      switch name {
      case .td where !isLast, .th where !isLast: mode = .inCell
      case .tr: mode = .inRow
      case .tbody, .thead, .tfoot: mode = .inTableBody
      case .caption: mode = .inCaption
      case .colgroup: mode = .inColumnGroup
      case .table: mode = .inTable
      case .template: mode = templateModes.last ?? .inTemplate
      case .head where !isLast: mode = .inHead
      case .body: mode = .inBody
      case .frameset: mode = .inFrameset
      case .html: mode = head < 0 ? .beforeHead : .afterHead
      default:
        guard isLast else { continue }
        mode = .inBody
      }
      return
    }
  }
}
