import CCmarkGFM
import Glibc

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
  /// - Complexity: O(length).
  static func html(of text: String, read: (UnsafeBufferPointer<UInt8>) -> Void) {
    let options = CMARK_OPT_UNSAFE | CMARK_OPT_HARDBREAKS | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    guard let parser = cmark_parser_new(options) else { return }
    defer { cmark_parser_free(parser) }
    for name in extensions {
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
    guard let document = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(document) }
    guard
      let html = cmark_render_html(
        document, options, cmark_parser_get_syntax_extensions(parser))
    else { return }
    defer { free(html) }
    let count = strlen(html)
    html.withMemoryRebound(to: UInt8.self, capacity: count) { start in
      read(UnsafeBufferPointer(start: start, count: count))
    }
  }

  /// Registered once, by one thread.
  private static let extensions: [String] = {
    cmark_gfm_core_extensions_ensure_registered()
    return ["autolink", "strikethrough", "table", "tasklist"]
  }()
}
