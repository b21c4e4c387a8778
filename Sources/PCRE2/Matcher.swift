// SPDX-License-Identifier: Apache-2.0
import CPCRE2

/// Matches one pattern, again and again, without allocating. It owns the memory a match writes to, so it cannot be copied or shared:
/// "blocks used for matching must not be shared between threads" (pcre2api, "Multithreading") is checked by the compiler.
///
///     var matcher = Matcher(pattern)
///     var found = try matcher.match(in: subject)
///     while found {
///       use(matcher.range(of: 0))
///       found = try matcher.matchNext(in: subject)
///     }
@safe
public struct Matcher: ~Copyable {
  /// The pattern it matches.
  public let pattern: Pattern
  private let data: OpaquePointer
  private let context: OpaquePointer
  private let stack: OpaquePointer?
  /// Start and end of each group, in the match data; -1 where a group took no part.
  @usableFromInline let offsets: UnsafeMutablePointer<Int>
  /// Number of leading groups of the last match that may have taken part, with the whole match; 0 if there was none.
  @usableFromInline private(set) var groupCount = 0

  /// Allocates what matching needs.
  public init(_ pattern: Pattern, limits: Limits = Limits()) {
    guard let data = unsafe pcre2_match_data_create_from_pattern_8(pattern.code.pointer, nil),
      let context = unsafe pcre2_match_context_create_8(nil),
      let offsets = unsafe pcre2_get_ovector_pointer_8(data)
    else { fatalError("out of memory") }
    unsafe pcre2_set_match_limit_8(context, limits.match)
    unsafe pcre2_set_depth_limit_8(context, limits.depth)
    unsafe pcre2_set_heap_limit_8(context, limits.heap)
    let stack = unsafe pattern.isJITCompiled
      ? pcre2_jit_stack_create_8(min(32 << 10, limits.stack), limits.stack, nil) : nil
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    self.pattern = pattern
    unsafe self.data = data
    unsafe self.context = context
    unsafe self.stack = stack
    unsafe self.offsets = offsets
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_jit_stack_free_8(stack)
  }

  /// Looks for the first match that starts at or after `start`; look-behinds see the text before it.
  /// - Parameters:
  ///   - start: byte offset of a character's start, or the end.
  ///   - end: byte offset where the subject is taken to end, for `$` and look-aheads too; nil for its real end.
  /// - Returns: whether there is a match; its groups are then found by ``range(of:)`` until the next call.
  public mutating func match(in subject: Subject, from start: Int = 0, upTo end: Int? = nil) throws(MatchError) -> Bool {
    try search(subject, start, end ?? subject.count, options: 0)
  }

  /// Looks for the first match after the last one, like a global search in Perl: after an empty match the same place may still hold
  /// a match that is not empty. False if there was no match before.
  public mutating func matchNext(in subject: Subject, upTo end: Int? = nil) throws(MatchError) -> Bool {
    guard let last = range(of: 0) else { return false }
    let options = last.isEmpty ? PCRE2_NOTEMPTY_ATSTART : 0
    return try search(subject, last.upperBound, end ?? subject.count, options: options)
  }

  /// Calls `body` at every match, in order. Stops at the first error.
  public mutating func forEachMatch(
    in subject: Subject, from start: Int = 0, upTo end: Int? = nil, _ body: (borrowing Matcher) -> Void
  ) throws(MatchError) {
    var found = try match(in: subject, from: start, upTo: end)
    while found {
      body(self)
      found = try matchNext(in: subject, upTo: end)
    }
  }

  /// Where a group of the last match stands, in byte offsets; group 0 is the whole match.
  /// - Returns: nil if the group took no part, does not exist, or nothing matched.
  @inlinable public func range(of group: Int) -> Range<Int>? {
    guard group >= 0, group < groupCount else { return nil }
    let start = unsafe offsets[2 * group]
    let end = unsafe offsets[2 * group + 1]
    return start >= 0 && start <= end ? start..<end : nil
  }

  private mutating func search(
    _ subject: borrowing Subject, _ start: Int, _ end: Int, options: UInt32
  ) throws(MatchError) -> Bool {
    groupCount = 0
    guard start <= end, subject.isBoundary(start), subject.isBoundary(end) else { throw .badOffset }
    let result = unsafe subject.bytes.withUnsafeBufferPointer { bytes in
      // The library wants an address even for an empty subject.
      let address = unsafe bytes.baseAddress ?? UnsafePointer(bitPattern: 1)
      // The fast entry takes neither PCRE2_ANCHORED nor PCRE2_NO_UTF_CHECK, and never checks.
      return pattern.isJITCompiled
        ? unsafe pcre2_jit_match_8(pattern.code.pointer, address, end, start, options, data, context)
        : unsafe pcre2_match_8(
          pattern.code.pointer, address, end, start, options | PCRE2_NO_UTF_CHECK, data, context)
    }
    if result == PCRE2_ERROR_NOMATCH { return false }
    guard result > 0 else { throw MatchError(code: result) }
    guard unsafe start <= offsets[0], unsafe offsets[0] <= offsets[1] else { throw .badRange }
    groupCount = Int(result)
    return true
  }
}
