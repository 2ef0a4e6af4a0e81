import CCmarkGFM
import Platform
import Synchronization

/// Reads GitHub's Markdown with cmark-gfm: autolinks, struck words, tables, task lists, footnotes.
///
/// A line ends where its author ended it, as in comments on GitHub and in most forums, so that
/// verses and addresses stay what they are; where sites join such lines, a text has short ones.
enum MarkdownParser {
  /// Makes HTML of a text, with the HTML in it.
  ///
  /// - Parameters:
  ///   - text: Markdown; see ``MarkdownSource`` for what is not in GitHub's.
  ///   - cost: what the text would cost.
  ///   - read: called with the HTML in UTF-8.
  /// - Returns: whether it was called; not for a text that would take too long.
  /// - Complexity: O(length); see ``MarkdownCost``.
  static func html(
    of text: String, _ cost: MarkdownCost, read: (UnsafeBufferPointer<UInt8>) -> Void
  ) -> Bool {
    let notes = text.noteLines
    let isWithNotes = cost.allowsNotes && !notes.isEmpty
    let text = isWithNotes || notes.isEmpty ? text : text.escapingNotes(notes)
    if !cost.allowsMarkup { return false }
    let made = alone { () -> UnsafeMutablePointer<CChar>? in
      guard var tree = MarkdownTree(text, cost, hasNotes: isWithNotes) else { return nil }
      let lost = isWithNotes ? notes.subtracting(tree.notes) : []
      if !lost.isEmpty {
        guard let other = MarkdownTree(text.escapingNotes(lost), cost, hasNotes: true) else {
          return nil
        }
        tree = other
      }
      tree.mend()
      return tree.html()
    }
    guard let html = made else { return false }
    defer { free(html) }
    let count = strlen(html)
    html.withMemoryRebound(to: UInt8.self, capacity: count) { start in
      read(UnsafeBufferPointer(start: start, count: count))
    }
    return true
  }

  /// Does something with cmark-gfm while no other thread does: the library keeps the signs of the
  /// extensions in use in variables of its own.
  static func alone<Result>(_ work: () -> Result) -> Result { lock.withLock { _ in work() } }

  private static let lock = Mutex(())
}

/// A text that cmark-gfm has read.
private struct MarkdownTree: ~Copyable {
  private let parser: OpaquePointer
  private let document: OpaquePointer
  private let options: Int32

  /// - Parameters:
  ///   - text: Markdown.
  ///   - cost: what may be looked for in it.
  ///   - hasNotes: whether it has footnotes.
  init?(_ text: String, _ cost: MarkdownCost, hasNotes: Bool) {
    _ = Self.isReady
    var options = CMARK_OPT_UNSAFE | CMARK_OPT_HARDBREAKS | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    if hasNotes { options |= CMARK_OPT_FOOTNOTES }
    guard let parser = cmark_parser_new(options) else { return nil }
    var names = ["strikethrough", "tasklist"]
    if cost.allowsTables { names.append("table") }
    if cost.allowsAddresses { names.append("autolink") }
    for name in names {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        cmark_parser_feed(parser, characters.baseAddress, characters.count)
      }
    }
    guard let document = cmark_parser_finish(parser) else {
      cmark_parser_free(parser)
      return nil
    }
    (self.parser, self.document, self.options) = (parser, document, options)
  }

  deinit {
    cmark_node_free(document)
    cmark_parser_free(parser)
  }

  /// Extensions must be registered once, by one thread.
  private static let isReady: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Its HTML, which the caller frees; nil if there is no memory for it.
  func html() -> UnsafeMutablePointer<CChar>? {
    cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser))
  }

  /// The lines, from 0, in which footnotes begin that something refers to.
  var notes: Set<Int> {
    var result: Set<Int> = []
    var node = cmark_node_last_child(document)
    // cmark-gfm puts them at the end.
    while let note = node, cmark_node_get_type(note) == CMARK_NODE_FOOTNOTE_DEFINITION {
      result.insert(Int(cmark_node_get_start_line(note)) - 1)
      node = cmark_node_previous(note)
    }
    return result
  }

  /// Corrects what cmark-gfm takes for addresses, and ends paragraphs in which `<details>` begins.
  ///
  /// - Complexity: O(length).
  func mend() {
    guard let iterator = cmark_iter_new(document) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      let kind = cmark_node_get_type(node)
      if kind == CMARK_NODE_LINK, event == CMARK_EVENT_EXIT {
        BareLink(node)?.mend()
      } else if kind == CMARK_NODE_HTML_INLINE {
        endParagraph(before: node)
      }
    }
  }

  /// Ends a paragraph before a tag in it that begins a block, as HTML has it.
  private func endParagraph(before node: OpaquePointer) {
    guard let parent = cmark_node_parent(node),
      cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH,
      let tag = cmark_node_get_literal(node).map({ String(cString: $0) }),
      tag.prefix(8).lowercased() == "<details"
    else { return }
    cmark_node_set_literal(node, "</p>" + tag)
  }
}
