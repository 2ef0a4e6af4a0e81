import HTMLTree

/// What the words in a class, an id, or another name of an element say about it.
struct CommentHints: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// It has to do with comments.
  static let comment = CommentHints(rawValue: 1 << 0)
  /// Another word for what people write one after another.
  static let post = CommentHints(rawValue: 1 << 1)
  /// A part of one of those, such as its text.
  static let part = CommentHints(rawValue: 1 << 2)
  /// All of them, or something that there is once for all.
  static let whole = CommentHints(rawValue: 1 << 3)
  static let author = CommentHints(rawValue: 1 << 4)
  static let time = CommentHints(rawValue: 1 << 5)
  static let text = CommentHints(rawValue: 1 << 6)
  static let score = CommentHints(rawValue: 1 << 7)
  /// Something to click on.
  static let control = CommentHints(rawValue: 1 << 8)
  static let signature = CommentHints(rawValue: 1 << 9)
  /// What is beside the matter of the page: menus, other pages, advertisements, goods.
  static let aside = CommentHints(rawValue: 1 << 10)
  static let quote = CommentHints(rawValue: 1 << 11)
  static let deleted = CommentHints(rawValue: 1 << 12)
  /// What replies to a comment.
  static let children = CommentHints(rawValue: 1 << 13)
  /// About the person, not the comment: a rank, a place, how long a member.
  static let profile = CommentHints(rawValue: 1 << 14)
  /// It has a number in it.
  static let number = CommentHints(rawValue: 1 << 15)
  /// Says which of several like ones it is: odd, first, open.
  static let state = CommentHints(rawValue: 1 << 16)

  /// A word for many of what people write one after another.
  static let plural = CommentHints(rawValue: 1 << 17)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Reads a name; signs, digits and capitals separate its words.
  ///
  /// - Complexity: O(length); at most 64 bytes are read.
  init(name: some Sequence<UInt8>) {
    var found: CommentHints = []
    var word: [UInt8] = []
    var wasLower = false
    func end() {
      if !word.isEmpty { found.formUnion(Self.hints(of: word)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in name.prefix(64) {
      let isUpper = 0x41...0x5A ~= byte
      let isLetter = 0x61...0x7A ~= byte || isUpper || byte >= 0x80
      if 0x30...0x39 ~= byte { found.insert(.number) }
      if isUpper && wasLower || !isLetter { end() }
      if isLetter { word.append(isUpper ? byte | 0x20 : byte) }
      wasLower = 0x61...0x7A ~= byte
    }
    end()
    self = found
  }

  /// Reads one word in lower case, or several that are written as one, such as `commentlist`.
  private static func hints(of word: [UInt8]) -> CommentHints {
    if let known = words[String(decoding: word, as: UTF8.self)] { return known }
    for length in (3..<max(4, word.count)).reversed() where length <= 12 && length < word.count {
      guard let first = roots[String(decoding: word[..<length], as: UTF8.self)] else { continue }
      let rest = String(decoding: word[length...], as: UTF8.self)
      if let second = words[rest] { return first.union(second) }
      if first.contains(.comment) { return first }
    }
    return []
  }

  private static let table: [(CommentHints, String)] = [
    (
      .comment,
      """
      comment comentario coment commentaire commento kommentar kommentti komentar komentarz \
      komentář коммент комментарий коментар yorum reactie hozzászólás hozzaszolas comm cmt cmnt \
      kommentaar comentari komento opmerking σχόλιο sxolio
      """
    ),
    (
      [.comment, .whole, .plural],
      """
      comments comentarios comentários commentaires commenti kommentare kommentarer kommentit \
      komentarze komentáře комментарии коментарі yorumlar reacties hozzászólások hozzaszolasok \
      comms disqus
      """
    ),
    (
      .post,
      """
      post reply answer message msg response review posting beitrag antwort nachricht réponse \
      reponse respuesta risposta resposta mensaje mensagem messaggio messagge odpowiedź odpowiedz \
      odpověď bericht svar inlägg inlagg innlegg indlæg viesti vastaus сообщение ответ отзыв пост \
      cevap mesaj note remark feedback opinion toot tweet status bubble annotation contribution \
      utterance speech wpis vélemény recensione reseña bewertung avis
      """
    ),
    ([.post, .whole], "posts topic board messages forum beiträge beitraege mensajes"),
    (
      [.post, .whole, .plural],
      """
      replies answers responses reviews antworten réponses \
      reponses respuestas discussion thread conversation diskussion \
      debate guestbook gästebuch gaestebuch
      """
    ),
    (
      .part,
      """
      body content text inner header head footer foot wrap wrapper container meta info details \
      main top bottom left right column col row box block bd hd ft
      """
    ),
    (
      .whole,
      """
      list lists section area count counter counts number total form respond nav navigation \
      pagination pager feed group stream title heading template
      """
    ),
    (
      .author,
      """
      author user username nick nickname nickn login poster commenter commentator byline fn vcard \
      autor auteur autore autora usuario usuário utente nutzer benutzer benutzername pseudo member \
      from sender writer persona person who by forfatter skribent författare kirjoittaja jméno \
      jmeno imię imie felhasználó yazar displayname screenname handle owner creator name \
      автор пользователь имя account
      """
    ),
    (
      .time,
      """
      date time datetime timestamp when posted published created ago timeago datum zeit uhrzeit \
      fecha hora heure dato dátum tarih дата время dateline tijd
      """
    ),
    (
      .text, "text body content texte texto testo tekst inhalt message copy prose markdown markup"
    ),
    (
      .score,
      """
      score points vote votes votecount likes upvotes karma rating punkte puntos stimmen likecount \
      upvotecount
      """
    ),
    (
      .control,
      """
      button buttons btn action actions toolbar tools controls control share sharing report \
      flag permalink like dislike upvote downvote voting voter edit delete menu dropdown toggle \
      collapse expand options respond replylink tooltip reaction reactions avatar \
      gravatar userpic captcha spacer
      """
    ),
    (.signature, "signature sig signatur firma podpis подпись"),
    (
      .aside,
      """
      sidebar widget widgets related recommend recommended recommendations popular trending recent \
      recentcomments latest teaser teasers promo promoted sponsored ad ads advert advertisement \
      anzeige menu navbar nav navigation breadcrumb breadcrumbs cookie consent newsletter product \
      products cart shop price pagination pager toc carousel slider gallery hero search result \
      results card cards headline headlines similar sponsor tags tagcloud archive archives
      """
    ),
    (.quote, "quote quoted quotes blockquote zitat citation cita citazione cytat citace цитата"),
    (
      .deleted,
      "deleted removed gelöscht geloescht supprimé supprime eliminado tombstone удален удалено"
    ),
    (
      .children,
      "children child replies subcomments nested indent indented sub branch kids subthread"
    ),
    (
      .profile,
      """
      profile rank usertitle role location joined registered badge badges stats userinfo
      reputation level
      """
    ),
    (
      .state,
      """
      odd even alt first last active open closed parent byuser bypostauthor selected unread read \
      new collapsed expanded visible hidden level depth
      """
    ),
  ]

  private static let words: [String: CommentHints] = {
    var result: [String: CommentHints] = [:]
    for (hints, list) in table {
      for word in list.split(separator: " ") {
        result[String(word), default: []].formUnion(hints)
      }
    }
    return result
  }()

  /// Words with which those begin that are written as one.
  private static let roots: [String: CommentHints] = words.filter {
    !$0.value.isDisjoint(with: [.comment, .post, .author]) && !$0.value.contains(.part)
      && $0.key.utf8.count >= 4 && $0.key != "comm"
  }
}

extension CommentHints {
  /// How much they speak for a comment, from 0 to 2.
  var commentWeight: Double {
    var weight = contains(.comment) ? 2.0 : contains(.post) ? 1.0 : 0
    if !isDisjoint(with: [.whole, .control, .author, .time, .quote, .signature, .score]) {
      weight *= 0.2
    } else if contains(.part) {
      weight *= 0.6
    }
    return weight
  }
}
