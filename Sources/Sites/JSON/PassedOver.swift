/// Members that formats have and that importers do not need: their values are not even kept.
///
/// What is in ``names`` is of no use to a reader: numbers, switches, addresses of pictures of people, or what another
/// member says as well. What is in ``texts`` was written for people, and a warning says that it is not shown. A name
/// that is neither here nor in ``Member`` is new, and is reported.
enum PassedOver {
  static let names = Set(all.flatMap { $0.split { " \n".contains($0) }.map(String.init) })

  /// Members with words for people that are not read; empty ones are passed over.
  static let texts: Set<String> = [
    "edit_reason", "user_signature", "mod_note", "mod_reason_title", "removal_reason",
    "active_lock_reason", "activeLockReason", "emoji_reactions", "collapsed_reason",
  ]

  private static let all = [hackerNews, reddit, lobsters, discourse, lemmy, mastodon, github]

  private static let hackerNews = """
    _highlightResult _tags actor_id avatar_template community creator_is_moderator domain emojis
    errors flags message objectID pull_request removed_by_category reply_to_user sensitive
    story_title story_url updatedAt upvoteCount user_is_author
    """

  private static let reddit = """
    ad_business ad_promoted_user_posts adserver_click_url adserver_imp_pixel after all_awardings
    allow_live_comments approved approved_at_utc approved_by archived associated_award
    author_cakeday author_flair_background_color author_flair_css_class author_flair_richtext
    author_flair_template_id author_flair_text_color author_flair_type author_fullname
    author_is_blocked author_patreon_flair author_premium awarders banned_at_utc banned_by
    before bitrate_kbps cache_age cake_day can_gild can_mod_post category clicked collapsed
    collapsed_because_crowd_control collapsed_reason_code comment_type content_categories
    contest_mode controversiality created crosspost_parent dash_url dashUrl discussion_type dist
    domain_override duration embed_type embed_url events expression_asset_data fallback_url
    geo_filter gilded gildings has_audio hide_score hls_url href_url html_id id_hash
    ignore_reports impression_id is_blank is_created_from_ads_ui is_crosspostable is_gallery
    is_gif is_meta is_original_content is_post_locked is_prediction is_reddit_media_domain
    is_richtext_preview is_robot_indexable is_self is_survey_ad is_video isGif layout likes
    link_flair_background_color link_flair_css_class link_flair_richtext link_flair_template_id
    link_flair_text_color link_flair_type locked m media_embed media_only mobile_ad_url
    mod_reason_by mod_reports mod_reports_dismissed modhash no_follow num_crossposts
    num_duplicates num_reports o original_link outbound_link p parent_whitelist_status pinned
    post_hint prediction_status preview profile_img profile_over_18 promo_layout promoted
    promoted_by promoted_display_name promoted_url provider_url pwls quarantine reddit_video
    removed_by report_reasons resolved_option_id rte_mode rtjson saved scrubber_media_url
    secure_media secure_media_embed send_replies show_media sk_ad_network_data spam sr_detail
    subreddit_id subreddit_name_prefixed subreddit_subscribers subreddit_type suggested_sort t
    third_party_trackers third_party_tracking thumbnail thumbnail_height thumbnail_url_height
    thumbnail_url_width thumbnail_width top_awarded_type total_awards_received
    total_stake_amount tournament_id transcoding_status treatment_tags unrepliable_reason
    upvote_ratio url_overridden_by_dest user_reports user_selection user_won_amount view_count
    visited vote_updates_remained voting_end_timestamp whitelist_status wls x y
    """

  private static let lobsters = """
    about avatar_url downvotes github_username homepage invited_by_user is_admin is_moderator
    karma mastodon_username reply_count twitter_username upvotes user_is_following vote
    """

  private static let discourse = """
    _category_id access_topic_via_group acted action_code_path archetype attachment
    auto_close_at auto_close_based_on_last_post auto_close_hours avg_time badges_granted
    birthdate bookmarked bookmarks cakedate calendar_details can_accept_answer can_act
    can_archive_topic can_close_topic can_convert_topic can_create_post can_delete can_edit
    can_edit_staff_notes can_flag_topic can_invite_to can_moderate_category can_move_posts
    can_pin_unpin_topic can_publish_page can_recover can_remove_allowed_users
    can_reply_as_new_topic can_review_topic can_see_hidden_post can_split_merge_topic
    can_toggle_topic_visibility can_translate can_unaccept_answer can_undo can_view_edit_history
    can_vote can_wiki category_expert_approved_group category_id chart_type chunk_size clicks
    close closed current_post_number current_user_reaction current_user_used_main_reaction
    custom_fields deleted_by discourse_zendesk_plugin_zendesk_id
    discourse_zendesk_plugin_zendesk_url display_username draft draft_key draft_sequence dynamic
    excerpt existing_vote featured_link flair_bg_color flair_color flair_group_id flair_name
    flair_url groups has_best_of has_deleted has_summary hidden_reason_id highest_post_number
    image_url incoming_link_count is_auto_generated is_localized is_warning last_posted_at
    last_poster like_count locale localization_outdated max mentioned_users message_bus_last_id
    min min_trust_level needs_category_expert_approval notification_level on_behalf_of
    participant_count participants pinned_at pinned_globally pinned_until polls_votes
    post_folding_status post_url posted preloaded_voters primary_group_name private_topic public
    quote_count ranked_choice_outcome reaction_users_count read readers_count reads reflection
    regular related_messages related_topics results reviewable_id reviewable_score_count
    reviewable_score_pending_count shared_drafts show_read_indicator slow_mode_enabled_until
    slow_mode_seconds staff step suggested_group_name suggested_topics suggested_topics_reason
    summarizable tags_descriptions tags_disable_ads thumbnails timeline_lookup title_is_group
    topic_accepted_answer topic_timer truncated trust_level unicode_title unpinned
    user_birthdate user_cakedate user_custom_fields user_id user_last_posted_at user_status
    user_suspended user_voted valid_reactions via_email views visible wiki word_count yours
    """

  private static let lemmy = """
    avatar ban_expires banned banned_from_community banner bio bot_account can_mod
    comment_actions comment_id comments_new community_actions community_id controversy_rank
    creator_ban_expires creator_banned creator_banned_from_community creator_blocked
    creator_is_banned featured_community featured_local federation_pending followers_url
    hot_rank icon image_details inbox_url instance_actions instance_id language_id
    last_refreshed_at matrix_user_id moderators my_vote newest_comment_time
    newest_comment_time_necro next_page nsfw online pending person_actions post_actions
    post_tags posting_restricted_to_mods prev_page recipient_ids report_count
    scheduled_publish_time sidebar site subscribed tag_list taglines title_slug unread_comments
    unresolved_report_count url_content_type visibility
    """

  private static let mastodon = """
    akkoma application author_url authors avatar_description avatar_static blurhash
    bookmarks_count bot content_type discoverable display_name_html expires_at favourited
    feature_approval fields filtered followers_count following_count friends_count group header
    header_description header_static height hide_collections hide_followers history image
    in_reply_to_account_id indexable language last_status_at limited local_only memorial
    mentions meta missing_attribution moved multiple muted noindex note own_votes pleroma
    preview_remote_url provider_url published_date quote_approval quote_id quote_state
    quoted_status_id quotes_count reblogged reblogs_count roles shortcode show_featured
    show_media show_media_replies static_url statuses_count suspended tagged_collections
    text_url trends visible_in_picker voted votes_history website width
    """

  private static let github = """
    +1 -1 __typename _links actor additions answer_chosen_at answer_chosen_by answerChosenAt
    answerChosenBy assignee assignees auto_merge autoMergeRequest avatarUrl base baseRefName
    baseRefOid body_text bodyHTML bodyText bodyUpdatedAt changed_files changedFiles closed_at
    closed_by closed_issues closedAt closingIssuesReferences color commit commit_author
    commit_id commit_url commits commits_url committer confused content_url createdViaEmail
    cursor default deletions diff_url diffSide discussion_id draftReview due_on dueOn editor
    endCursor events_url extensions eyes files following_url fullName gists_url gravatar_id
    hasNextPage hasPreviousPage head headRefName headRefOid headRepository headRepositoryOwner
    heart hooray includesCreatedEdit is_bot isAnswered isCollapsed isCrossRepository isDraft
    isOutdated isPinned isResolved issue_dependencies_summary issue_field_values issueType
    labels_url latestReviews laugh maintainer_can_modify maintainerCanModify merge_commit_sha
    mergeable mergeable_state mergeCommit merged merged_at merged_by mergedAt mergedBy
    mergeStateStatus nameWithOwner node_id open_issues organizations_url original_commit_id
    original_line original_position original_start_line originalLine originalPosition outdated
    owner pageInfo patch_url performed_via_github_app pinned_comment potentialMergeCommit
    projectCards projectItems publishedAt pull_request_review_id ranking rate_limit rebaseable
    received_events_url repos_url repository_url requested_reviewers requested_teams resolvedBy
    resourcePath review_comment_url review_comments review_comments_url reviewDecision
    reviewRequests rocket sha side site_admin starred_url start_line start_side startCursor
    startLine state_type statusCheckRollup statuses_url sub_issues_summary subject_type
    subjectType submittedAt subscriptions_url text_matches timeline_url type_id url_ref
    user_view_type viewerCanClose viewerCanDelete viewerCanMarkAsAnswer viewerCanMinimize
    viewerCanReact viewerCanReopen viewerCanSubscribe viewerCanUnmarkAsAnswer viewerCanUpdate
    viewerCanUpvote viewerDidAuthor viewerHasReacted viewerHasUpvoted viewerSubscription
    """
}
