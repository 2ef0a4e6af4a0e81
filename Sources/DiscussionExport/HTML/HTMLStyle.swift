import Reader
import TextGrid

/// How a page looks: its style sheet.
enum HTMLStyle {
  /// - Parameters:
  ///   - theme: the page's colours.
  ///   - dark: its colours where the reader's system is dark; nil for the same.
  /// - Returns: lines of CSS that load nothing.
  static func lines(_ theme: Theme, dark: Theme?) -> [String] {
    var lines = [":root { color-scheme: \(scheme(theme, dark)) }"] + layout + rules(of: theme)
    lines += names(of: theme, "p")
    if let dark {
      lines += ["@media (prefers-color-scheme: dark) {"] + rules(of: dark) + names(of: dark, "q")
      lines.append("}")
    }
    return lines
  }

  /// The classes of somebody's name: for the theme, and for the dark one.
  static func classes(of name: SafeText, _ theme: Theme, dark: Theme?) -> String {
    let indices = [("p", theme.person(called: name)), ("q", dark?.person(called: name))]
    return indices.reduce("a") { $0 + ($1.1 == nil ? "" : " \($1.0)\($1.1 ?? 0)") }
  }

  /// The colours of people: a class for each.
  private static func names(of theme: Theme, _ name: String) -> [String] {
    theme.names.enumerated().map { index, style in
      ".\(name)\(index) { color: \(color(style, theme.pageGround).hex) }"
    }
  }

  private static func scheme(_ theme: Theme, _ dark: Theme?) -> String {
    dark == nil ? (theme.isDark ? "dark" : "light") : "light dark"
  }

  /// What has a theme's role: names of elements and classes of the page.
  private static let roles: [(selector: String, role: Role)] = [
    ("h1, h1 a", .title), (".by, .by a", .byline), ("h2, h3, h4, h5, h6", .heading),
    (".a", .author), (".n, .n a", .number), (".d, .d a, .w", .detail), (".g", .badge),
    (".m", .masked), ("blockquote", .quote1), ("blockquote blockquote", .quote2),
    ("code, pre", .code), (".t a", .link), ("p b, li b", .mention),
    ("summary::marker", .foldMark), (".s", .foldSummary), (".r", .foldCount),
  ]

  /// What has the colour of a theme's lines.
  private static let borders: [(selector: String, role: Role)] = [
    ("blockquote", .quoteMark), ("hr", .rule), (".c", .guide1), (".c .c .c", .guide3),
    (".c .c .c .c .c", .guide5),
  ]

  private static func rules(of theme: Theme) -> [String] {
    let ground = theme.pageGround
    var lines = [
      "html { background: \(ground.background.hex); color: \(color(theme[.text], ground).hex) }",
      ":focus-visible { outline: 2px solid \(color(theme[.focus], ground).hex) }",
      ".c:target > summary { box-shadow: -4px 0 \(color(theme[.focus], ground).hex) }",
      ".v[tabindex] { background: \(color(theme[.masked], ground).hex) }",
    ]
    for (selector, role) in roles { lines.append("\(selector) { \(look(theme[role], ground)) }") }
    for (selector, role) in borders {
      lines.append("\(selector) { border-color: \(color(theme[role], ground).hex) }")
    }
    return lines
  }

  private static func color(_ style: Style, _ ground: Ground) -> SRGB {
    let back = style.background.components ?? ground.background
    let front = style.foreground.components ?? ground.foreground
    return style.attributes.contains(.dim) ? front.faint(on: back) : front
  }

  private static func look(_ style: Style, _ ground: Ground) -> String {
    var front = color(style, ground)
    var back = style.background.components
    if style.attributes.contains(.reverse) {
      (front, back) = (back ?? ground.background, front)
    }
    var result = "color: \(front.hex)"
    if let back { result += "; background: \(back.hex)" }
    if style.attributes.contains(.bold) { result += "; font-weight: 600" }
    if style.attributes.contains(.italic) { result += "; font-style: italic" }
    if style.attributes.contains(.underline) { result += "; text-decoration: underline" }
    return result
  }

  /// Where everything is; deep levels are set in less.
  private static let layout = [
    "html { font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere }",
    "body { max-width: 48rem; margin: 2rem auto 6rem; padding: 0 1rem }",
    "h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem }",
    "h2 { font-size: 1.15rem; margin: 2rem 0 .5rem }",
    "h3, h4, h5, h6 { font-size: 1rem; margin: 1.2em 0 .4em }",
    "a { color: inherit }",
    "h1 a { text-decoration: none }",
    // Nothing but the author's spaces is in a paragraph.
    "p { margin: .6em 0; unicode-bidi: plaintext; white-space: pre-wrap }",
    "p.k { margin-top: -.35em }",
    "ul, ol { margin: .6em 0; padding-left: 1.6em }",
    "ul.x { list-style: none }",
    "blockquote { margin: .6em 0; padding-left: .8em; border-left: 3px solid }",
    "code, pre { font: .875em/1.5 ui-monospace, monospace }",
    "code { padding: .1em .25em; border-radius: 3px }",
    "pre { overflow-x: auto; padding: .6em .8em; border-radius: 4px; overflow-wrap: normal }",
    "pre code { padding: 0; font-size: 1em }",
    "hr { border: 0; border-top: 1px solid; margin: 1.2em 0 }",
    "section { margin: 2rem 0 }",
    ".by, .w { font-size: .9rem; margin: .2rem 0 }",
    ".c { margin: 1.1rem 0 0; padding-left: .75rem; border-left: 1px solid }",
    "body > .c { margin-top: 1.8rem; padding-left: 0; border-left: 0 }",
    ".c .c .c .c .c .c .c .c { padding-left: .2rem }",
    ".v:not([tabindex]) { margin: .6em 0 }",
    "summary { cursor: pointer; font-size: .9rem }",
    "summary a { text-decoration: none }",
    "summary a:hover { text-decoration: underline }",
    ".d, .n, .r, .s, .g { margin-left: .5em }",
    ".g { font-size: .8rem }",
    "[open] > summary > .s, [open] > summary > .r { display: none }",
    ".s { display: block; margin-left: 1.1em; white-space: nowrap; overflow: hidden;"
      + " text-overflow: ellipsis }",
    ".v[tabindex]:not(:hover):not(:focus) { color: transparent }",
    ".v[tabindex]:hover, .v[tabindex]:focus { background: none }",
  ]
}
