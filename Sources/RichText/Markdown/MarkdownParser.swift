import CCmarkGFM
import Glibc
import Synchronization

/// Reads GitHub's Markdown with cmark-gfm: autolinks, struck words, tables and task lists.
///
/// A line ends where its author ended it, as in comments on GitHub and in most forums, so that
/// verses and addresses stay what they are; where sites join such lines, a text has short ones.
enum MarkdownParser {
  /// Makes HTML of a text, with the HTML in it.
  ///
  /// - Parameters:
  ///   - text: Markdown; see ``MarkdownSource`` for what is not in GitHub's.
  ///   - read: called with the HTML in UTF-8.
  /// - Returns: whether it was; not for a text that would take too long.
  /// - Complexity: O(length); see ``MarkdownCost``.
  static func html(of text: String, read: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      let cost = MarkdownCost(bytes)
      if !cost.allowsMarkup { return false }
      var names = ["strikethrough", "tasklist"]
      if cost.allowsTables { names.append("table") }
      if cost.allowsAddresses { names.append("autolink") }
      guard let html = alone({ html(of: bytes, extensions: names) }) else { return false }
      defer { free(html) }
      let count = strlen(html)
      html.withMemoryRebound(to: UInt8.self, capacity: count) { start in
        read(UnsafeBufferPointer(start: start, count: count))
      }
      return true
    }
  }

  /// Does something with cmark-gfm while no other thread does: the library keeps the signs of the
  /// extensions in use in variables of its own.
  static func alone<Result>(_ work: () -> Result) -> Result { lock.withLock { _ in work() } }

  private static let lock = Mutex(())

  /// HTML that the caller frees; nil if there is no memory for it.
  private static func html(
    of bytes: UnsafeBufferPointer<UInt8>, extensions: [String]
  ) -> UnsafeMutablePointer<CChar>? {
    _ = isReady
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_HARDBREAKS | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    bytes.withMemoryRebound(to: CChar.self) { characters in
      cmark_parser_feed(parser, characters.baseAddress, characters.count)
    }
    guard let document = cmark_parser_finish(parser) else { return nil }
    defer { cmark_node_free(document) }
    return cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser))
  }

  /// Extensions must be registered once, by one thread.
  private static let isReady: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()
}
