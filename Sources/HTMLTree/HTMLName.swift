/// The name of an element or an attribute that HTML knows; all others are ``other``.
///
/// The raw value is also the name's number in every tree.
public enum HTMLName: UInt8, CaseIterable, Sendable {
  // MARK: Elements

  case a, abbr, acronym, address, annotationXML, applet, area, article, aside, audio, b, base,
    basefont, bdi, bdo, bgsound, big, blink, blockquote, body, br, button, canvas, caption,
    center, cite, code, col, colgroup, data, datalist, dd, del, desc, details, dfn, dialog, dir,
    div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, foreignobject, form,
    frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image,
    img, input, ins, isindex, kbd, keygen, label, legend, li, link, listing, main, malignmark,
    map, mark, marquee, math, menu, menuitem, meta, meter, mglyph, mi, mn, mo, ms, mtext, nav,
    nobr, noembed, noframes, noscript, object, ol, optgroup, option, output, p, param, picture,
    plaintext, pre, progress, q, rb, rp, rt, rtc, ruby, s, samp, script, search, section, select,
    slot, small, source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td,
    template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, `var`, video, wbr,
    xmp

  // MARK: Attributes that are not elements too

  case align, alt, ariaHidden, charset, checked, `class`, color, colspan, content, dataOneboxSrc,
    dataUsername, datetime, encoding, face, height, hidden, href, httpEquiv, id, itemprop,
    itemscope, itemtype, lang, name, open, property, rel, reversed, role, rowspan, size, src, start,
    type, value, width

  /// A name that is not listed here.
  case other

  /// How they are written, in their order.
  static let spellings: StaticString = """
    a abbr acronym address annotation-xml applet area article aside audio b base basefont bdi bdo \
    bgsound big blink blockquote body br button canvas caption center cite code col colgroup data \
    datalist dd del desc details dfn dialog dir div dl dt em embed fieldset figcaption figure font \
    footer foreignobject form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe \
    image img input ins isindex kbd keygen label legend li link listing main malignmark map mark \
    marquee math menu menuitem meta meter mglyph mi mn mo ms mtext nav nobr noembed noframes \
    noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt \
    rtc ruby s samp script search section select slot small source span strike strong style sub \
    summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul \
    var video wbr xmp align alt aria-hidden charset checked class color colspan content data-onebox-src \
    data-username datetime encoding face height hidden href http-equiv id itemprop itemscope \
    itemtype lang name open property rel reversed role rowspan size src start type value width
    """
}
