/// Parameters of addresses that say where a visitor came from, or in which form a page is sent, and not which page it is.
enum TrackingParameters {
  /// Whether a parameter is one of these.
  ///
  /// - Parameters:
  ///   - name: decoded.
  ///   - value: decoded.
  ///   - host: as an ``ArticleKey`` has it.
  /// - Returns: false in doubt.
  static func has(_ name: String, _ value: String, at host: String) -> Bool {
    let name = name.lowercased()
    if names.contains(name) || prefixes.contains(where: { name.hasPrefix($0) }) { return true }
    switch name {
    case "ref": return isReferrer(value.lowercased())
    case "amp": return ["", "1", "true"].contains(value)
    case "outputtype", "output": return value == "amp"
    default: break
    }
    return ofSites.contains { site, names in
      names.contains(name) && (host == site || host.hasSuffix(".\(site)"))
    }
  }

  private static let prefixes = ["utm_", "mtm_", "matomo_", "piwik_", "hsa_", "at_custom"]

  private static let names: Set = [
    // Advertisements.
    "fbclid", "gclid", "gclsrc", "dclid", "wbraid", "gbraid", "gad_source", "msclkid", "yclid",
    "twclid", "ttclid", "li_fat_id", "epik", "rb_clickid", "wickedid",
    // Social networks.
    "igshid", "igsh", "fb_action_ids", "fb_action_types", "fb_source", "fb_ref", "ref_src",
    "ref_url", "__twitter_impression", "soc_src", "soc_trk", "sr_share",
    // Letters.
    "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "__hstc", "__hssc", "__hsfp",
    "hsctatracking", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "ml_subscriber",
    "ml_subscriber_hash", "ck_subscriber_id",
    // Statistics.
    "_ga", "_gl", "_openstat", "pk_campaign", "pk_kwd", "pk_keyword", "pk_source", "pk_medium",
    "pk_content", "pk_cid", "at_medium", "at_campaign", "ns_campaign", "ns_mchannel", "ns_source",
    "ns_linkname", "ns_fee", "xtor", "cmpid", "mbid", "s_cid", "guccounter", "guce_referrer",
    "guce_referrer_sig", "spm",
    // What viewers of AMP add.
    "amp_js_v", "amp_gsa", "usqp", "amp_latest_update_time",
    // Sessions, and a form for replies on the same page.
    "phpsessid", "jsessionid", "replytocom",
  ]

  /// What only some sites have, in lower case.
  private static let ofSites: [(site: String, names: Set<String>)] = [
    ("blogspot.com", ["m"]),
    ("bloomberg.com", ["srnd", "sref", "leadsource"]),
    ("economist.com", ["fsrc"]),
    ("medium.com", ["source", "sk"]),
    ("nytimes.com", ["smid", "smtyp", "partner", "emc", "unlocked_article_code"]),
    ("substack.com", ["r", "publication_id", "post_id", "isfreemail", "triedredirect"]),
    ("theguardian.com", ["cmp"]),
    ("washingtonpost.com", ["itid", "tid", "pwapi_token"]),
    ("wsj.com", ["mod", "st", "reflink"]),
    ("twitter.com", ["s", "t"]),
    ("x.com", ["s", "t"]),
    ("youtu.be", ["t", "si", "feature"]),
    ("youtube.com", ["t", "si", "feature", "ab_channel", "pp"]),
  ]

  /// Whether the value of `ref` is where somebody came from: a word that is used for that, or a host.
  ///
  /// Elsewhere it names a branch of a repository.
  private static func isReferrer(_ value: String) -> Bool {
    if [
      "facebook", "hackernews", "hn", "hnews", "linkedin", "lobsters", "mastodon", "newsletter",
      "producthunt", "reddit", "rss", "share", "twitter",
    ].contains(value) {
      return true
    }
    let labels = value.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }
      }
      && labels.last.map { $0.utf8.count > 1 && $0.utf8.allSatisfy { 0x61...0x7A ~= $0 } } == true
  }
}
