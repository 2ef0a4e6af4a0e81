import HostileCorpus
import SeededNumbers

/// Texts that are made to be live once they are Markdown.
enum HostileMarkdown {
  /// Texts of one line or of several.
  static let texts =
    known + HostileCorpus.texts.map(\.text).filter { $0.utf8.count < 4000 } + random

  /// What was found by looking for it.
  private static let known = [
    "http://a.example/<img src=x>", "see ftp://a.example/<img src=x> there",
    "HTTPS://A.EXAMPLE/<b>", "www.a.example/<i>", "WWW.a.example\\<i>", "(www.a.example/<b>)",
    "mailto:ann@a.example<b>", "xmpp:ann@a.example/<b>", "ann@a.example", "ann@a.example<b>",
    "http:/", "http:", "://a.example/<b>", "www.", "http://&lt;b>", "http://a.example/&<b>;",
    "@ann @org/team é@ann @", "owner/repo#12 #3 # GH-4 gh-5 #6@ann",
    "deadbeef 1234567 0123456789abcdef0123456789abcdef01234567 owner@deadbeef1 _deadbeef_",
    "[^1]", "[^1]: a note", "^1", "[x]: http://a.example", "[x]", "![x](http://a.example/y)",
    "# x", "x #", "x ##", "x \\", "x  ", "- x", "-", "+ x", "* x", "1. x", "1) x", "007. x", "> x",
    "    x", "\tx", "---", "===", "***", "- - -", ":-:", "| - |", "a | b", "```", "~~~ x", "`x",
    "``",
    "<!-- x", "<script>x</script>", "</details>", "</summary><b>", "<details>", "<?x", "<![CDATA[",
    "*x*", "**x**", "_x_", "~~x~~", "~x~", "&lt;b&gt;", "&#60;b>", "&amp;", "&", "\\<b>", "\\\\<b>",
    "\u{3000}x\u{3000}", "\u{A0}x", "$x$", "{x}", "\"x\"", "'", "x\u{2028}<b>", "x\r<b>", "x\0<b>",
  ]

  /// Pieces at whose seams something begins or ends for some part of a renderer.
  private static let pieces = [
    "http://", "https://", "ftp://", "www.", "mailto:", "xmpp:", "HTTP://", "Www.", "://", ":",
    "//",
    "a.b", "x.y/", "/", "<b>", "<img src=x>", "</p>", "<!--", "-->", "<", ">", "\\", "\\\\",
    "\\\\\\",
    "&lt;", "&#60;", "&", ";", "&amp;", "\r", "\0", "\u{2028}", "\u{85}", "\n", "\n\n", "\n    ",
    "\n> ", "\n- ", "\n1. ", "\n# ", "\n---\n", "\n===\n", "\n```\n", "\n~~~\n", "\n|-|-|\n", "|",
    "[", "]", "(", ")", "](", "[^1]", "[^1]:", "[^", "^", "!", "![", "@", "@ann", "a@b.c", "#",
    "#12",
    "GH-1", "o/r#1", "deadbeef", "1234567", "*", "**", "_", "__", "~", "~~", "`", "``", "```", "\"",
    "'", " ", "  ", "\t", "\u{A0}", "\u{3000}", "x", "é", "中", "1", ".", ",", "-", "+", "=", "$",
    "{",
    "}", "€", "\u{301}", "\u{202E}", "\u{200B}", "<div>", "<pre>", "<details>", "</details>",
  ]

  private static let random: [String] = {
    var numbers = SplitMix64(seed: 14)
    return (0..<400).map { _ in
      (0..<Int.random(in: 2...9, using: &numbers)).map { _ in
        pieces.randomElement(using: &numbers) ?? ""
      }.joined()
    }
  }()
}
