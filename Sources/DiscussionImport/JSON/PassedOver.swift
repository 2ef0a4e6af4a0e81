/// Members that formats have and that importers do not need: their values are not even kept.
///
/// A name that is neither here nor in ``Member`` is news, and is told.
enum PassedOver {
  static let names = Set(all.flatMap { $0.split { " \n".contains($0) }.map(String.init) })

  private static let all = [hackerNews, reddit, lobsters, discourse, lemmy, mastodon, github]

  private static let hackerNews = """
    sensitive
    community message parts _highlightResult _tags actor_id avatar_template card creator_is_moderator domain emojis
    errors flags link_flair_text objectID pull_request removed_by_category reply_to_user
    story_title story_url tags updatedAt upvoteCount user_is_author
    """

  private static let reddit = """
    ad_business ad_promoted_user_posts adserver_click_url adserver_imp_pixel after
    all_awardings allow_live_comments approved_at_utc approved_by archived associated_award
    author_cakeday author_flair_background_color author_flair_css_class author_flair_richtext
    author_flair_template_id author_flair_text author_flair_text_color author_flair_type
    author_fullname author_is_blocked author_patreon_flair author_premium awarders
    banned_at_utc banned_by before cake_day can_gild can_mod_post category clicked collapsed
    collapsed_because_crowd_control collapsed_reason collapsed_reason_code comment_type
    content_categories contest_mode controversiality created crosspost_parent discussion_type
    dist domain_override embed_type embed_url events expression_asset_data gallery_data
    geo_filter gilded gildings hide_score href_url impression_id is_blank
    is_created_from_ads_ui is_crosspostable is_gallery is_meta is_original_content
    is_post_locked is_reddit_media_domain is_robot_indexable is_self is_survey_ad is_video
    likes link_flair_background_color link_flair_css_class link_flair_richtext
    link_flair_template_id link_flair_text_color link_flair_type locked media media_embed
    media_metadata media_only mobile_ad_url mod_note mod_reason_by mod_reason_title mod_reports
    modhash no_follow num_crossposts num_duplicates num_reports original_link outbound_link
    parent_whitelist_status pinned post_hint preview profile_img profile_over_18 promo_layout
    promoted promoted_by promoted_display_name promoted_url pwls quarantine removal_reason
    removed_by report_reasons rte_mode saved secure_media secure_media_embed selftext_html
    send_replies show_media sk_ad_network_data sr_detail subreddit_id subreddit_name_prefixed
    subreddit_subscribers subreddit_type suggested_sort third_party_trackers
    third_party_tracking thumbnail thumbnail_height thumbnail_width top_awarded_type
    total_awards_received treatment_tags unrepliable_reason upvote_ratio url_overridden_by_dest
    user_reports view_count visited whitelist_status wls
    """

  private static let lobsters = """
    about avatar_url downvotes github_username homepage invited_by_user is_admin is_moderator
    karma mastodon_username reply_count twitter_username upvotes user_is_following vote
    """

  private static let discourse = """
    _category_id accepted_answer accepted_answers access_topic_via_group acted action_code_path
    archetype attachment auto_close_at auto_close_based_on_last_post auto_close_hours avg_time
    badges_granted birthdate bookmarked bookmarks cakedate calendar_details can_accept_answer
    can_act can_archive_topic can_close_topic can_convert_topic can_create_post can_delete
    can_edit can_edit_staff_notes can_flag_topic can_invite_to can_moderate_category
    can_move_posts can_pin_unpin_topic can_publish_page can_recover can_remove_allowed_users
    can_reply_as_new_topic can_review_topic can_see_hidden_post can_split_merge_topic
    can_toggle_topic_visibility can_translate can_unaccept_answer can_undo
    can_view_edit_history can_vote can_wiki category_expert_approved_group category_id
    chart_type chunk_size clicks close closed current_post_number current_user_reaction
    current_user_used_main_reaction custom_fields deleted_by
    discourse_zendesk_plugin_zendesk_id discourse_zendesk_plugin_zendesk_url display_username
    draft draft_key draft_sequence edit_reason excerpt existing_vote featured_link
    flair_bg_color flair_color flair_group_id flair_name flair_url groups has_best_of
    has_deleted has_summary hidden_reason_id highest_post_number image_url incoming_link_count
    is_auto_generated is_localized is_warning last_posted_at last_poster like_count locale
    localization_outdated max mentioned_users message_bus_last_id min 
    needs_category_expert_approval notification_level participant_count participants pinned_at
    pinned_globally pinned_until polls_votes post_folding_status post_url posted
    preloaded_voters primary_group_name private_topic public quote_count raw
    reaction_users_count read readers_count reads reflection regular related_messages
    related_topics results reviewable_id reviewable_score_count reviewable_score_pending_count
    shared_drafts show_read_indicator slow_mode_enabled_until slow_mode_seconds staff status
    step suggested_group_name suggested_topics suggested_topics_reason summarizable
    tags_descriptions tags_disable_ads thumbnails timeline_lookup title_is_group
    topic_accepted_answer topic_timer truncated trust_level unicode_title unpinned
    user_birthdate user_cakedate user_custom_fields user_id user_last_posted_at user_signature
    user_status user_suspended user_title user_voted valid_reactions via_email views visible
    vote_count voters wiki word_count yours
    """

  private static let lemmy = """
    alt_text avatar ban_expires banned banned_from_community banner bio bot_account can_mod
    comment_actions comment_id comments_new community_actions community_id controversy_rank
    creator_ban_expires creator_banned creator_banned_from_community creator_blocked
    creator_is_banned cross_posts embed_description embed_title embed_video_url
    featured_community featured_local federation_pending followers_url hot_rank icon
    image_details inbox_url instance_actions instance_id language_id last_refreshed_at
    matrix_user_id moderators my_vote newest_comment_time newest_comment_time_necro next_page
    nsfw online pending person_actions post_actions post_tags posting_restricted_to_mods
    prev_page recipient_ids report_count scheduled_publish_time sidebar site subscribed
    tag_list taglines thumbnail_url title_slug unread_comments unresolved_report_count
    url_content_type visibility
    """

  private static let mastodon = """
    akkoma application author_name author_url authors avatar_description avatar_static blurhash
    bookmarks_count bot content_type discoverable display_name_html emoji_reactions expired
    expires_at favourited fields filtered followers_count following_count friends_count group
    header header_description header_static height hide_collections hide_followers history
    image image_description in_reply_to_account_id indexable language last_status_at limited
    local_only memorial mentions meta moved multiple muted noindex note own_votes pleroma
    preview_remote_url preview_url provider_name provider_url quote quote_approval quote_id
    quotes_count reblog reblogged reblogs_count roles shortcode static_url statuses_count
    suspended text_url trends visible_in_picker voted voters_count width
    """

  private static let github = """
    +1 -1 __typename _links activeLockReason active_lock_reason actor additions answerChosenAt
    answerChosenBy assignee assignees autoMergeRequest auto_merge avatarUrl base baseRefName
    baseRefOid bodyHTML bodyText bodyUpdatedAt body_text changedFiles changed_files closedAt
    closed_at closed_by closingIssuesReferences commit commit_author commit_id commit_url
    commits commits_url committer confused content_url createdViaEmail cursor deletions
    diffSide diff_url discussion_id draftReview editor endCursor events_url extensions eyes
    files following_url fullName gists_url gravatar_id hasNextPage hasPreviousPage head
    headRefName headRefOid headRepository headRepositoryOwner heart hooray includesCreatedEdit
    isAnswered isCollapsed isCrossRepository isDraft isOutdated isPinned isResolved is_bot
    issueType issue_dependencies_summary issue_field_values labels labels_url latestReviews
    laugh maintainerCanModify maintainer_can_modify mergeCommit mergeStateStatus
    merge_commit_sha mergeable mergeable_state merged mergedAt mergedBy merged_at merged_by
    milestone nameWithOwner node_id organizations_url originalLine originalPosition
    original_commit_id original_line original_position original_start_line outdated owner
    pageInfo patch_url performed_via_github_app pinned_comment potentialMergeCommit
    projectCards projectItems publishedAt pull_request_review_id ranking rate_limit rebaseable
    received_events_url repos_url repository_url requested_reviewers requested_teams resolvedBy
    resourcePath reviewDecision reviewRequests review_comment_url review_comments
    review_comments_url rocket sha side site_admin starred_url startCursor startLine start_line
    start_side stateReason state_reason state_type statusCheckRollup statuses_url
    sub_issues_summary subjectType subject_type submittedAt subscriptions_url text_matches
    timeline_url type_id url_ref user_view_type viewerCanClose viewerCanDelete
    viewerCanMarkAsAnswer viewerCanMinimize viewerCanReact viewerCanReopen viewerCanSubscribe
    viewerCanUnmarkAsAnswer viewerCanUpdate viewerCanUpvote viewerDidAuthor viewerHasReacted
    viewerHasUpvoted viewerSubscription
    """
}
