import DiscussionModel
import Testing

@testable import Sites

/// Words that a site hides, and what only looks like them.
@Suite struct MaskedWordsTests {
  static let markdown: [(text: String, count: Int)] = [
    ("* one\n* two\n\n  * three\n> * four\n- * five\n1. * six", 0),
    ("a\n\n* * *\n\n***\n> ***\n *****\n", 0),
    ("**loud** *a* **a** ***a*** **two words** *(b)* | **c** |", 0),
    ("a * b ** c and * * *", 0),
    ("`***` a `/** **/`\n\n```\n***** /****/\n```\nb", 0),
    ("~~~~\n*****\n```\n*****\n~~~~\n", 0),
    ("The ***** fox ***, ****'s **** and *** too", 5),
    ("* one *****\n> **** two", 2),
    ("```\n*****\n```\n a ***** 中", 1),
  ]

  @Test(arguments: markdown)
  func markdownHasSignsOfItsOwn(text: String, count: Int) {
    #expect(MaskedWords.count(in: text, .markdown) == count)
  }

  @Test(arguments: [("* one\n***", 2), ("**a** ***** 中", 2), ("<b>*****</b> ***", 1)])
  func otherTextsHaveNone(text: String, count: Int) {
    #expect(MaskedWords.count(in: text, .plain) == count)
    #expect(MaskedWords.count(in: text, .html) == count)
  }
}
