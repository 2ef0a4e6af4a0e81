extension Action {
  /// Whether it is a reader's wish, and not something that happened outside.
  var isCommand: Bool {
    switch self {
    case .resize, .clock, .tick, .stood, .work, .say, .fetching, .saved, .offer, .fileProblem,
      .lookedAtFile, .takeOver, .paste, .entries, .entry, .focus, .peeked, .found:
      false
    case .next, .previous, .move, .readOn, .page, .halfPage, .scroll, .first, .last, .comment,
      .parent, .firstReply, .nextSibling, .previousSibling, .nextThread, .previousThread,
      .nextUnread, .previousUnread, .nextNew, .previousNew, .nextByAuthor, .previousByAuthor, .put,
      .back, .forward, .again, .toggleFold, .foldAll, .openAll, .foldLevel, .openLevel,
      .foldThread, .foldRead, .toggleHidden, .scrollSideways, .toggleWrapping, .toggleRead,
      .finishBranch, .finishThread, .markAllRead, .toggleMute, .toggleStar, .undo, .redo, .takeIn,
      .fetchReplies, .startSearch, .nextMatch, .previousMatch, .stopSearching, .startFilter,
      .filter,
      .filterAuthor, .toggleConversation, .followQuotation, .listQuoting, .type, .erase, .eraseWord,
      .eraseAll,
      .accept, .moveInList, .peek,
      .inspect, .help, .listStars, .listLinks, .openLink, .toggleOutline, .palette, .nextMeasure,
      .toggleMouse, .redraw, .choose, .scrollText, .pageText, .close, .copyText, .copyLink,
      .openPage, .openArticle, .quit, .exit, .nextDiscussion, .previousDiscussion, .line,
      .nextWithNews, .previousWithNews, .open, .catchUp, .remove, .nextOrder, .list,
      .startSearchOfEverything, .fetch, .click:
      true
    }
  }

  /// Whether it goes far, so that one may want to come back.
  var isJump: Bool {
    switch self {
    case .first, .last, .comment, .parent, .nextThread, .previousThread, .nextUnread,
      .previousUnread, .nextNew, .previousNew, .nextByAuthor, .previousByAuthor, .finishBranch,
      .finishThread, .foldThread, .nextMatch, .previousMatch, .followQuotation, .choose, .click,
      .undo, .redo:
      true
    case .again(let action, _): action.isJump
    case .next, .previous, .move, .readOn, .page, .halfPage, .scroll, .firstReply, .nextSibling,
      .previousSibling, .put, .back, .forward, .toggleFold, .foldAll, .openAll, .foldLevel,
      .openLevel, .foldRead, .toggleHidden, .scrollSideways, .toggleWrapping, .toggleRead,
      .markAllRead, .toggleMute, .toggleStar, .takeIn, .fetchReplies, .startSearch, .stopSearching,
      .startFilter, .filter,
      .filterAuthor, .toggleConversation, .listQuoting, .type, .erase, .eraseWord, .eraseAll,
      .accept,
      .moveInList, .peek, .inspect, .help, .listStars, .listLinks, .openLink, .toggleOutline,
      .palette, .nextMeasure, .toggleMouse, .redraw, .scrollText, .pageText, .close, .copyText,
      .copyLink, .openPage, .openArticle, .quit, .exit, .nextDiscussion, .previousDiscussion,
      .line, .nextWithNews, .previousWithNews, .open, .catchUp, .remove, .nextOrder, .list,
      .startSearchOfEverything, .fetch, .entries, .entry, .focus, .peeked, .found, .resize, .clock,
      .tick, .stood, .work, .say, .fetching, .saved, .offer,
      .fileProblem, .lookedAtFile, .takeOver, .paste:
      false
    }
  }
}
