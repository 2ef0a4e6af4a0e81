import Sites

/// One small file of each format, in the shape that its source sends.
struct Sample: Sendable {
  var format: DiscussionFormat
  var bytes: [UInt8]

  static let all = DiscussionFormat.allCases.map { format in
    Sample(format: format, bytes: Array(text(of: format).utf8))
  }

  private static func text(of format: DiscussionFormat) -> String {
    switch format {
    case .native:
      #"{"understory":1,"id":"shed:1","title":"A shed","url":"https://example.org/shed","author":"ann","published":"2019-04-01","markup":"markdown","body":"Paint **it**?\n\n> no\n\n| a | b |\n|---|---|\n| 1 | 2 |\n","maskCharacter":"*","notice":"Members only.","comments":[{"id":"1","author":"bo","published":"2019-04-02T10:00:00Z","score":12,"body":"Yes, *red*. https://example.org/a"},{"id":"2","parent":"1","author":"ann","badges":["OP"],"edited":"2019-04-03T10:00:00Z","markup":"html","body":"<p>Which <b>red</b>?<ul><li>one<li>two</ul>"},{"id":"3","parent":"2","state":"deleted","missingReplies":4,"number":9}],"links":[{"heading":"Earlier","items":[{"title":"The roof","url":"https://example.org/roof","published":"2018-11-05","summary":"It leaked."}]}],"treeIsInferred":false}"#
    case .hackerNews:
      #"{"id":1,"created_at":"2019-03-08T10:00:00Z","created_at_i":1552039200,"type":"story","author":"ann","title":"A shed","url":"https://example.org/shed","text":null,"points":3,"story_id":1,"options":[],"children":[{"id":2,"created_at":"2019-03-08T10:10:00Z","author":"bo","text":"Red &gt; blue.<p>See <a href=\"https:&#x2F;&#x2F;example.org\">this</a>","points":null,"parent_id":1,"children":[{"id":3,"created_at":"2019-03-08T10:12:00Z","author":null,"text":null,"children":[]}]}]}"#
    case .firebase:
      #"[{"id":1,"type":"story","by":"ann","time":1552039200,"title":"A shed &amp; a roof","url":"https://example.org","kids":[2,4],"descendants":3,"score":5},{"id":2,"type":"comment","parent":1,"by":"bo","time":1552039300,"text":"<i>red</i>","kids":[3]},{"id":3,"type":"comment","parent":2,"time":1552039400,"deleted":true},{"id":4,"type":"comment","parent":1,"by":"cy","time":1552039500,"text":"no","dead":true}]"#
    case .reddit:
      #"[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"p1","title":"A shed &amp; more","author":"ann","created_utc":1552039200.0,"selftext":"**Paint** it?","num_comments":4,"score":7,"subreddit":"sheds","permalink":"/r/sheds/comments/p1/a_shed/","url":"https://example.org/"}}]}},{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"a","parent_id":"t3_p1","author":"bo","created_utc":1552039300.0,"body":">!red!<","edited":1552039400.5,"score":2,"distinguished":"moderator","replies":{"kind":"Listing","data":{"children":[{"kind":"more","data":{"count":2,"parent_id":"t1_a","id":"c","children":["c","d"]}}]}}}}]}}]"#
    case .lobsters:
      #"{"short_id":"abc123","created_at":"2019-03-08T05:00:00.000-06:00","title":"A shed","url":"https://example.org","score":9,"comment_count":2,"description":"<p>Paint it?</p>","submitter_user":"ann","tags":["art"],"comments":[{"short_id":"b1","depth":0,"comment":"<p>Red.</p>","commenting_user":"bo","score":3,"created_at":"2019-03-08T06:00:00.000-06:00","is_deleted":false},{"short_id":"b2","depth":1,"parent_comment":"b1","comment":"<p>Blue.</p>","commenting_user":"cy","score":1,"created_at":"2019-03-08T07:00:00.000-06:00"}]}"#
    case .discourse:
      #"{"post_stream":{"posts":[{"id":1,"post_number":1,"username":"ann","created_at":"2019-03-08T10:00:00.000Z","updated_at":"2019-03-08T10:00:00.000Z","cooked":"<p>Paint it?</p>","post_type":1,"topic_slug":"a-shed","topic_id":5},{"id":2,"post_number":3,"username":"bo","reply_to_post_number":1,"created_at":"2019-03-08T11:00:00.000Z","updated_at":"2019-03-09T11:00:00.000Z","version":2,"cooked":"<aside class=\"quote\" data-post=\"1\" data-topic=\"5\"><div class=\"title\">ann:</div><blockquote><p>Paint</p></blockquote></aside><p>Red.</p>","polls":[{"name":"poll","voters":3,"options":[{"id":"k","html":"red","votes":3}]}],"post_type":1}],"stream":[1,2,3]},"id":5,"title":"A shed","posts_count":3}"#
    case .lemmy:
      #"{"post_view":{"post":{"id":7,"name":"A shed","creator_id":1,"published":"2023-01-01T00:00:00Z","ap_id":"https://l.example/post/7","body":"Paint?"},"creator":{"id":1,"name":"ann","actor_id":"https://l.example/u/ann"},"counts":{"comments":2}},"comments":[{"comment":{"id":2,"post_id":7,"content":"Red, *please*.","path":"0.2","published":"2023-01-01T01:00:00.1Z","ap_id":"https://l.example/comment/2","local":true},"creator":{"id":2,"name":"bo"},"post":{"id":7,"name":"A shed","creator_id":1},"counts":{"score":1,"child_count":1}},{"comment":{"id":3,"post_id":7,"content":"No.","path":"0.2.3","published":"2023-01-01T02:00:00Z","ap_id":"https://l.example/comment/3"},"creator":{"id":1,"name":"ann"},"post":{"id":7,"name":"A shed","creator_id":1},"counts":{"score":2,"child_count":0}}]}"#
    case .mastodon:
      #"[{"id":"2","created_at":"2023-01-01T00:00:00.000Z","in_reply_to_id":null,"content":"<p>Paint it?</p>","account":{"acct":"ann","display_name":"Ann"},"url":"https://m.example/@ann/2","replies_count":2},{"ancestors":[],"descendants":[{"id":"3","created_at":"2023-01-01T01:00:00.000Z","in_reply_to_id":"2","spoiler_text":"colours","content":"<p>Red.</p>","replies_count":1,"account":{"acct":"bo@x.example"},"media_attachments":[{"type":"image","url":"https://m.example/i.png","description":"a shed"}],"poll":{"votes_count":1,"options":[{"title":"red","votes_count":1}]}}]}]"#
    case .github:
      #"[{"id":1,"html_url":"https://github.com/ann/shed/issues/2#issuecomment-1","body":"Red?","user":{"login":"bo"},"issue_url":"https://api.github.com/repos/ann/shed/issues/2","created_at":"2020-01-01T00:00:00Z","updated_at":"2020-01-02T00:00:00Z","reactions":{"total_count":1}},{"id":2,"body":"No.","user":{"login":"ann"},"author_association":"OWNER","issue_url":"https://api.github.com/repos/ann/shed/issues/2","created_at":"2020-01-01T01:00:00Z"}]"#
    case .page:
      "A shed, and what to do about it\n\nBy Ann Lee, Published on Feb 3, 2018\n\nPaint it ***** **.\n\nComments (2)\n\nRed.\n\nBlue, of course.\n"
    default: ""
    }
  }
}
