// SPDX-License-Identifier: Apache-2.0
import CPCRE2

/// Matches one pattern, again and again, without allocating. It owns the memory that a match writes to; "each thread
/// must use its own copy" of that (pcre2api, "Multithreading"), so a matcher can be neither copied nor shared.
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
  private let data: OpaquePointer?
  private let context: OpaquePointer?
  private let stackSize: Int
  /// The JIT code's own stack, once a match needed more than the thread's offers.
  private var stack: OpaquePointer?
  /// Start and end of each group, in the match data; -1 where a group took no part.
  @usableFromInline let offsets: UnsafeMutablePointer<Int>?
  /// Number of leading groups of the last match that may have taken part, with the whole match; 0 if there was none.
  @usableFromInline private(set) var groupCount = 0

  /// Allocates what matching needs. If there is no memory for it, every match throws ``MatchError/gaveUp``.
  public init(_ pattern: Pattern, limits: Limits = Limits()) {
    self.pattern = pattern
    stackSize = limits.stack
    unsafe data = pcre2_match_data_create_from_pattern_8(pattern.code.pointer, nil)
    unsafe offsets = data == nil ? nil : pcre2_get_ovector_pointer_8(data)
    unsafe context = pcre2_match_context_create_8(nil)
    guard let context = unsafe context else { return }
    unsafe pcre2_set_match_limit_8(context, limits.match)
    unsafe pcre2_set_depth_limit_8(context, limits.depth)
    unsafe pcre2_set_heap_limit_8(context, limits.heap)
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
  public mutating func match(
    in subject: Subject, from start: Int = 0, upTo end: Int? = nil
  ) throws(MatchError) -> Bool {
    try search(subject, start, end ?? subject.count, options: 0)
  }

  /// Looks for the first match after the last one, like a global search in Perl: after an empty match the same place
  /// may still hold a match that is not empty. False if there was no match before.
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
    guard group >= 0, group < groupCount, let offsets = unsafe offsets else { return nil }
    let start = unsafe offsets[2 * group]
    let end = unsafe offsets[2 * group + 1]
    return start >= 0 && start <= end ? start..<end : nil
  }

  private mutating func search(
    _ subject: borrowing Subject, _ start: Int, _ end: Int, options: UInt32
  ) throws(MatchError) -> Bool {
    groupCount = 0
    guard start <= end, subject.isBoundary(start), subject.isBoundary(end) else { throw .badOffset }
    var result = unsafe attempt(subject, start, end, options)
    if result == PCRE2_ERROR_JIT_STACKLIMIT, growStack() {
      result = unsafe attempt(subject, start, end, options)
    }
    if result == PCRE2_ERROR_NOMATCH { return false }
    guard result > 0, let offsets = unsafe offsets else { throw MatchError(code: result) }
    guard unsafe start <= offsets[0], unsafe offsets[0] <= offsets[1] else { throw .badRange }
    groupCount = Int(result)
    return true
  }

  /// One call of the library. `start` and `end` must be boundaries of the subject. Returns the library's result.
  @unsafe private func attempt(_ subject: borrowing Subject, _ start: Int, _ end: Int, _ options: UInt32) -> Int32 {
    guard let data = unsafe data, let context = unsafe context else { return PCRE2_ERROR_NOMEMORY }
    return unsafe subject.bytes.withUnsafeBufferPointer { bytes in
      // The library wants an address even for an empty subject.
      let address = unsafe bytes.baseAddress ?? UnsafePointer(bitPattern: 1)
      // The fast entry takes neither PCRE2_ANCHORED nor PCRE2_NO_UTF_CHECK, and never checks.
      return pattern.isJITCompiled
        ? unsafe pcre2_jit_match_8(
          pattern.code.pointer, address, end, start, options | PCRE2_NO_UTF_CHECK, data, context)
        : unsafe pcre2_match_8(
          pattern.code.pointer, address, end, start, options | PCRE2_NO_UTF_CHECK, data, context)
    }
  }

  /// Gives the JIT code a stack of its own instead of 32 KiB of the thread's. Few matches need it, and reserving it
  /// costs more than all else that a matcher allocates. Returns false if it has one already or gets none.
  private mutating func growStack() -> Bool {
    guard unsafe stack == nil, stackSize > 32 << 10 else { return false }
    unsafe stack = pcre2_jit_stack_create_8(64 << 10, max(64 << 10, stackSize), nil)
    guard let stack = unsafe stack else { return false }
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    return true
  }
}
