/// One request to a site: an HTTP GET.
public struct SiteRequest: Equatable, Sendable {
  /// The whole address, `https://…`, percent-encoded; nothing in it is secret.
  public var url: String
  /// The media type that is requested.
  public var accept: String
  /// The interface that this goes to, if a token opens it further; the token is sent nowhere else.
  public var service: SiteService?
  /// The address that takes the place of `url` if nobody has a token for the service; nil for the same.
  public var withoutToken: String?
  /// What is known of the response from an earlier visit; nil if nothing is.
  public var validators: SiteValidators?

  public init(
    url: String, accept: String = "application/json", service: SiteService? = nil,
    withoutToken: String? = nil, validators: SiteValidators? = nil
  ) {
    self.url = url
    self.accept = accept
    self.service = service
    self.withoutToken = withoutToken
    self.validators = validators
  }

  /// The request of somebody who has no token.
  public var anonymous: SiteRequest {
    guard let withoutToken else { return self }
    return SiteRequest(
      url: withoutToken, accept: "application/atom+xml", validators: validators)
  }
}

/// What a site said by which an unchanged answer can be told (RFC 9110 section 8.8).
public struct SiteValidators: Equatable, Sendable {
  /// The value of `ETag` as it was sent, quotes included; nil if there was none.
  public var etag: String?
  /// The value of `Last-Modified` as it was sent; nil if there was none.
  public var lastModified: String?

  public init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }

  /// Takes over what a newer answer says; what it does not mention stays (RFC 9111 section 3.2).
  mutating func renew(with newer: SiteValidators) {
    etag = newer.etag ?? etag
    lastModified = newer.lastModified ?? lastModified
  }
}

/// What a site answered to a ``SiteRequest``, whatever its status.
public struct SiteResponse: Equatable, Sendable {
  /// The HTTP status: 200, 304, 404….
  public var status: Int
  /// The address that answered at last, after redirects.
  public var url: String
  /// The value of `Content-Type`, parameters included; "" where there was none.
  public var contentType: String
  /// The value of `Link` (RFC 8288), in which sites name further pages; nil if there was none.
  public var link: String?
  /// The value of `Retry-After`: seconds or a date; nil if there was none.
  public var retryAfter: String?
  public var validators: SiteValidators
  /// Whether `cf-mitigated` says that this is a challenge for browsers.
  public var isChallenge: Bool
  /// When it came, in seconds since 1970; 0 if that does not matter.
  public var received: Int64
  /// The body, unpacked.
  public var body: [UInt8]

  public init(
    status: Int, url: String, contentType: String = "application/json", link: String? = nil,
    retryAfter: String? = nil, validators: SiteValidators = SiteValidators(),
    isChallenge: Bool = false, received: Int64 = 0, body: [UInt8] = []
  ) {
    self.status = status
    self.url = url
    self.contentType = contentType
    self.link = link
    self.retryAfter = retryAfter
    self.validators = validators
    self.isChallenge = isChallenge
    self.received = received
    self.body = body
  }
}
