extension Site {
  /// Pages of any site, saved from a browser.
  static let savedPage = Site(formats: [.page])
}

extension DiscussionFormat {
  /// The text of a page, whose outline may be the second file.
  public static let page = DiscussionFormat(
    "page", title: "the saved text of a web page",
    commands: ["understory import PAGE.txt --outline OUTLINE.json"],
    isFile: { !AnyImport.looksLikeJSON($0[...]) }, holdsOne: true,
    reader: .files { (files, options) throws(ImportError) in
      try SavedPageImport.discussion(of: files, isForced: options.format != nil)
    })
}
