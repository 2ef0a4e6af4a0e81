import DiscussionModel
import Testing

@testable import Sites

/// What counts as a page, and how its bytes are read.
@Suite struct PageInputTests {
  @Test(arguments: [
    ("<!DOCTYPE html><p>", true), ("<html>", true), ("\u{FEFF} \n<HTML lang=en>", true),
    ("<!-- a --><!-- b -->\n<head>", true), ("<?xml version=\"1.0\"?><!doctype html>", true),
    ("<?xml version=\"1.0\"?><html xmlns=\"a\">", true), ("<div class=a>", true),
    ("<x-post>", true),
    ("<li>", true), ("<!-- never ends", true),
    ("{\"a\": 1}", false), ("[]", false), ("<?xml version=\"1.0\"?><feed>", false),
    ("<rss>", false),
    ("<3 this\n\nComments (1)", false), ("A page\n<html>", false), ("", false), (" ", false),
    ("<", false), ("<<<<", false), ("<b>", false), ("Subject: a\n\n<html>", false),
    ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n", true),
    ("Content-Type: text/plain\n\n<html>", false),
  ]) func aPageIsKnownByItsBeginning(text: String, isPage: Bool) {
    #expect(PageInput.isPage(Array(text.utf8)) == isPage)
  }

  @Test func aPageInUTF16IsOne() {
    let little: [UInt8] =
      [0xFF, 0xFE] + "<html>é".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(PageInput.isPage(little))
    #expect(html(little) == "<html>é")
  }

  static let encodings: [(head: String, body: [UInt8], text: String)] = [
    ("", [0xC3, 0xA9], "é"),
    ("", [0xE9, 0x80], "é€"),
    ("<meta charset=utf-8>", [0xE9], "\u{FFFD}"),
    ("<META CHARSET = 'ISO-8859-1'>", [0xE9, 0x93], "é“"),
    ("<meta name=a content='charset=x'><meta charset=windows-1251>", [0xE9, 0xF2], "йт"),
    ("<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">", [0xCA, 0xD4], "йт"),
    ("<meta charset=iso-8859-2>", [0xB1, 0xEA], "ąę"),
    ("<meta charset=iso-8859-9>", [0xFD, 0xFE], "ış"),
    ("<meta charset=windows-1253>", [0xE1, 0xE2], "αβ"),
    ("<meta charset=windows-874>", [0xA1], "ก"),
    ("<meta charset=macintosh>", [0x8E], "é"),
    ("<meta charset=shift_jis>", [0x93, 0xFA, 0x96, 0x7B], "日本"),
    ("<meta charset=euc-jp>", [0xC6, 0xFC, 0xCB, 0xDC], "日本"),
    ("<meta charset=gb2312>", [0xD6, 0xD0, 0xCE, 0xC4], "中文"),
    ("<meta charset=big5>", [0xA4, 0xA4, 0xA4, 0xE5], "中文"),
    ("<meta charset=euc-kr>", [0xC7, 0xD1], "한"),
    ("<meta charset=shift_jis>", [0x93, 0xFF, 0x41], "\u{FFFD}\u{FFFD}A"),
    ("<meta charset=iso-2022-jp>", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日"),
    ("<meta charset=utf-16>", [0xC3, 0xA9], "é"),
    // What is UTF-8 all the same is UTF-8.
    ("<meta charset=windows-1251>", [0xC3, 0xA9], "é"),
    ("<meta charset=nobody-knows>", [0xE9], "é"),
  ]

  @Test(arguments: encodings)
  func anEncodingIsThatWhichThePageStates(head: String, body: [UInt8], text: String) {
    #expect(html(Array(head.utf8) + body) == head + text)
  }

  private func html(_ bytes: [UInt8]) -> String {
    String(decoding: PageInput(bytes).documents.first?.html ?? [], as: UTF8.self)
  }

  static let archive = """
    From: <Saved by a browser>\r
    Snapshot-Content-Location: https://a.example/t/1\r
    MIME-Version: 1.0\r
    Content-Type: multipart/related;\r
    \ttype="text/html"; boundary="--b=_1"\r
    \r
    \r
    ----b=_1\r
    Content-Type: image/png\r
    Content-Transfer-Encoding: base64\r
    \r
    AAAA\r
    ----b=_1\r
    Content-Type: text/html; charset="windows-1252"\r
    Content-Transfer-Encoding: quoted-printable\r
    Content-Location: https://a.example/t/1?x\r
    \r
    <html><p title=3D"=E9">a=\r
    b =3D c</p>\r
    ----b=_1\r
    Content-Type: text/html\r
    Content-Transfer-Encoding: base64\r
    Content-Location: https://a.example/frame\r
    \r
    PHA+w6k8L3A+\r
    ----b=_1--\r
    <html>after
    """

  @Test func aPageWithItsPartsIsOneFile() {
    let documents = PageInput(Array(Self.archive.utf8)).documents
    #expect(
      documents.map { String(decoding: $0.html, as: UTF8.self) } == [
        "<html><p title=\"é\">ab = c</p>", "<p>é</p>",
      ])
    #expect(documents.map(\.source) == ["https://a.example/t/1", "https://a.example/frame"])
  }

  @Test func thePartThatIsNamedComesFirst() {
    let text = """
      MIME-Version: 1.0
      Content-Type: multipart/related; start="<2>"; boundary=x

      --x
      Content-Type: text/html
      Content-ID: <1>

      <p>one
      --x
      Content-Type: multipart/alternative; boundary=y

      --y
      Content-Type: text/plain

      two
      --y
      Content-Type: text/html
      Content-ID: <2>

      <p>two
      --y--
      --x
      """
    let documents = PageInput(Array(text.utf8)).documents
    #expect(documents.map { String(decoding: $0.html, as: UTF8.self) } == ["<p>two", "<p>one"])
  }

  @Test(arguments: [
    "", "\r\n", "--x", "--x--", "--x\n--x\n--x\n",
    "--x\nContent-Type: multipart/a; boundary=x\n\n--x\n",
  ])
  func aBrokenArchiveHasNoPage(rest: String) {
    let head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    #expect(PageInput(Array((head + rest).utf8)).documents.isEmpty)
  }
}
