/// A small answer of each site, to begin with.
enum ImportSeeds {
  static let all = Seeds.bytes(of: [
    #"{"id":1,"created_at":"2019-03-08T10:00:00Z","created_at_i":5,"type":"story","author":"a","title":"T","url":"http://x","text":null,"points":3,"options":[],"children":[{"id":2,"created_at":"2019-03-08T10:00:00Z","author":null,"text":null,"children":[{"id":3,"text":"b &gt;","points":"4","children":[]}]}]}"#,
    #"{"id":1,"type":"story","by":"a","time":9,"title":"T","kids":[2,9],"descendants":3}"# + "\n"
      + #"{"id":2,"type":"comment","parent":1,"by":"b","time":10,"text":"c","dead":true}"# + "\n"
      + #"{"id":3,"type":"comment","parent":2,"time":11,"deleted":true}"#,
    #"[{"kind":"Listing","data":{"children":[{"kind":"t3","data":{"id":"p","title":"T &amp;","selftext":"&gt; x","num_comments":4,"url":"/r/a","crosspost_parent_list":[{"title":"q","selftext":"r"}]}}]}},{"kind":"Listing","data":{"children":[{"kind":"t1","data":{"id":"a","parent_id":"t3_p","body":"b","edited":1.5,"distinguished":"admin","replies":{"kind":"Listing","data":{"children":[{"kind":"more","data":{"count":4,"parent_id":"t1_a","children":["c","d"]}}]}}}}]}}]"#
      + "\0"
      + #"{"json":{"data":{"things":[{"kind":"t1","data":{"id":"c","parent_id":"t1_a","link_id":"t3_p","body":"[removed]"}}]}}}"#,
    #"{"short_id":"a","title":"T","url":"","comment_count":2,"description":"<p>d","submitter_user":{"username":"u"},"comments":[{"short_id":"b","depth":0,"comment":"c","commenting_user":"u","created_at":"2019-03-08T05:00:00-06:00"},{"short_id":"d","indent_level":2,"comment_plain":"e","is_deleted":false,"parent_comment":"b"}]}"#,
    #"{"post_stream":{"posts":[{"post_number":1,"cooked":"a"},{"post_number":3,"username":"u","reply_to_post_number":2,"cooked":"<aside class=\"quote\" data-post=\"1\" data-topic=\"5\"><div class=\"title\">x:</div><blockquote>y</blockquote></aside><img class=\"emoji\" alt=\":a:\"><a href=\"/u\">z</a><li data-poll-option-id=\"k\">w","polls":[{"options":[{"id":"k","votes":3}]}],"post_type":1},{"post_number":4,"post_type":3,"action_code":"closed.enabled"}],"stream":[1,2,3,4]},"id":5,"title":"T","posts_count":4}"#,
    #"{"comments":[{"comment":{"id":2,"post_id":7,"content":"a","path":"0.1.2","published":"2023-01-01T00:00:00.1Z","ap_id":"https://h/c/2","local":true},"creator":{"id":1,"name":"u"},"post":{"id":7,"name":"P","creator_id":1},"counts":{"score":1,"child_count":3}}]}"#,
    #"{"ancestors":[{"id":"1","in_reply_to_id":null,"content":"<p>a","account":{"acct":"u"},"url":"https://h/@u/1"}],"descendants":[{"id":"3","in_reply_to_id":"2","spoiler_text":"w","content":"b","replies_count":2,"account":{"acct":"v@x"},"media_attachments":[{"type":"image","url":"u","description":"d"}],"poll":{"options":[{"title":"t","votes_count":1}]}}]}"#,
    #"[{"id":1,"body":"a","user":null,"issue_url":"https://api.github.com/repos/o/r/issues/2","created_at":"2020-01-01T00:00:00Z","reactions":{"total_count":1}},{"id":2,"body":"b","path":"f","line":3,"diff_hunk":"@@\n+x","in_reply_to_id":9,"pull_request_url":"https://api.github.com/repos/o/r/pulls/3"}]"#,
    #"{"data":{"repository":{"discussion":{"number":5,"title":"T","url":"https://github.com/o/r/discussions/5","author":{"login":"u"},"body":"b","comments":{"totalCount":2,"nodes":[{"id":"D","databaseId":7,"body":"c","isMinimized":true,"minimizedReason":"SPAM","createdAt":"2022-01-01T00:00:00Z","replies":{"totalCount":2,"nodes":[{"id":"E","body":"d","replyTo":{"id":"D"}}]}}]}}}}}"#,
    #"{"understory":1,"id":"x","title":"t","comments":[{"id":"1","body":"b"}]}"#,
    "Title\n\nBy A B\n\nText.\n\nComments (2)\n\nOne.\n\nTwo.\n",
  ])
}
