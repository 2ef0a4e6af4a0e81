// Only here are the C libraries named: what every room imports is this one.
#if canImport(Darwin)
  @_exported public import Darwin
#else
  @_exported public import Glibc
#endif
