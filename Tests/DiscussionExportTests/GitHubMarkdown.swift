import CCmarkGFM
import Glibc

@testable import RichText

/// Markdown as cmark-gfm itself shows it: with the HTML in it, and every extension.
enum GitHubMarkdown {
  private static let extensions = [
    "autolink", "strikethrough", "table", "tagfilter", "tasklist",
  ]

  /// - Parameters:
  ///   - text: Markdown.
  ///   - hasFootnotes: whether `[^1]` is a footnote.
  ///   - hasFilter: whether some elements are taken out, such as `script`.
  /// - Returns: HTML.
  static func html(of text: String, hasFootnotes: Bool = false, hasFilter: Bool = false) -> String {
    MarkdownParser.alone {
      cmark_gfm_core_extensions_ensure_registered()
      let options = CMARK_OPT_UNSAFE | (hasFootnotes ? CMARK_OPT_FOOTNOTES : 0)
      guard let parser = cmark_parser_new(options) else { return "" }
      defer { cmark_parser_free(parser) }
      for name in extensions where hasFilter || name != "tagfilter" {
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
      }
      cmark_parser_feed(parser, text, text.utf8.count)
      guard let document = cmark_parser_finish(parser) else { return "" }
      defer { cmark_node_free(document) }
      let extensions = cmark_parser_get_syntax_extensions(parser)
      guard let html = cmark_render_html(document, options, extensions) else { return "" }
      defer { free(html) }
      return String(cString: html)
    }
  }
}
