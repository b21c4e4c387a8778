// SPDX-License-Identifier: Apache-2.0
import CPCRE2

/// A compiled regular expression. Immutable, so one pattern serves any number of tasks; each task matches with its own
/// ``Matcher``.
///
/// Patterns are UTF-8 patterns with LF line ends whatever the library was built with, and `\C` is refused, because a
/// match must never end inside a character. `\d`, `\w` and `\b` know ASCII only.
public final class Pattern: Sendable {
  /// How a pattern is read.
  public struct Options: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Letters match in either case.
    public static let caseless = Options(rawValue: PCRE2_CASELESS)
    /// Matches only at the offset where matching starts. It is set when compiling, because asking for it at match time
    /// would bypass the JIT code.
    public static let anchored = Options(rawValue: PCRE2_ANCHORED)
    /// White space and comments in the pattern are ignored.
    public static let extended = Options(rawValue: PCRE2_EXTENDED)
    /// `^` and `$` also match at line ends inside the subject.
    public static let multiline = Options(rawValue: PCRE2_MULTILINE)
    /// A dot also matches LF.
    public static let dotAll = Options(rawValue: PCRE2_DOTALL)
    /// Several groups may bear one name.
    public static let duplicateNames = Options(rawValue: PCRE2_DUPNAMES)
  }

  /// Compiled code. It "is never altered during matching, so the same compiled pattern can be used by several threads
  /// simultaneously", and JIT compilation takes place before the code is shared (pcre2api, "Multithreading").
  @safe struct Code: @unchecked Sendable { let pointer: OpaquePointer }

  let code: Code
  /// Whether machine code exists for the pattern; without it the library's interpreter runs, several times slower.
  public let isJITCompiled: Bool
  /// Whether the library knows which bytes a match can start with, so that a search skips to them. A `(?(DEFINE)…)`
  /// group keeps it from knowing.
  public let hasKnownStart: Bool
  /// Number of capture groups, not counting the whole match.
  public let captureCount: Int
  /// The numbers of the named groups, ascending for each name.
  private let groupsByName: [String: [Int]]

  /// Compiles a pattern.
  /// - Throws: ``PatternError`` with the place of the mistake in the pattern.
  public init(_ pattern: String, _ options: Options = []) throws(PatternError) {
    let code = try Pattern.compile(pattern, options)
    self.code = code
    let jit = unsafe pcre2_jit_compile_8(code.pointer, PCRE2_JIT_COMPLETE)
    isJITCompiled = jit == 0 && Pattern.info(code, PCRE2_INFO_JITSIZE, Int(0)) > 0
    let none: UnsafePointer<UInt8>? = nil
    let startBytes = unsafe Pattern.info(code, PCRE2_INFO_FIRSTBITMAP, none)
    hasKnownStart = unsafe Pattern.info(code, PCRE2_INFO_FIRSTCODETYPE, UInt32(0)) == 1 || startBytes != nil
    captureCount = Int(Pattern.info(code, PCRE2_INFO_CAPTURECOUNT, UInt32(0)))
    groupsByName = Pattern.names(code)
  }

  deinit { unsafe pcre2_code_free_8(code.pointer) }

  /// Number of the group with a name, for ``Matcher/range(of:)``; the first one if several bear it. Look names up once,
  /// not per match.
  public func group(_ name: String) -> Int? { groupsByName[name]?.first }

  /// Numbers of all groups with a name, ascending.
  public func groups(_ name: String) -> [Int] { groupsByName[name] ?? [] }
}

extension Pattern {
  private static func compile(_ pattern: String, _ options: Options) throws(PatternError) -> Code {
    guard let context = unsafe pcre2_compile_context_create_8(nil) else {
      throw PatternError(message: Library.message(PCRE2_ERROR_NOMEMORY), offset: 0)
    }
    defer { unsafe pcre2_compile_context_free_8(context) }
    unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    var error: Int32 = 0
    var offset = 0
    var text = pattern
    // The interpreter would check the whole subject at every call instead; there subjects are checked.
    let anyBytes = Library.makesMachineCode ? PCRE2_MATCH_INVALID_UTF : 0
    let code = text.withUTF8 { bytes in
      unsafe pcre2_compile_8(
        bytes.baseAddress, bytes.count, options.rawValue | PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | anyBytes,
        &error, &offset, context)
    }
    guard let code = unsafe code else {
      throw PatternError(message: Library.message(error), offset: offset)
    }
    return unsafe Code(pointer: code)
  }

  /// One fact about compiled code; the type of `initial` must be the one the C documentation gives for `what`.
  private static func info<Value>(_ code: Code, _ what: Int32, _ initial: Value) -> Value {
    var value = initial
    _ = unsafe withUnsafeMutablePointer(to: &value) { unsafe pcre2_pattern_info_8(code.pointer, UInt32(what), $0) }
    return value
  }

  /// The name table: entries of fixed size, two bytes group number (high byte first), then the name ended by a zero.
  private static func names(_ code: Code) -> [String: [Int]] {
    let count = Int(info(code, PCRE2_INFO_NAMECOUNT, UInt32(0)))
    let size = Int(info(code, PCRE2_INFO_NAMEENTRYSIZE, UInt32(0)))
    let start: UnsafePointer<UInt8>? = nil
    guard let table = unsafe info(code, PCRE2_INFO_NAMETABLE, start) else { return [:] }
    var names: [String: [Int]] = [:]
    for index in 0..<count {
      let entry = unsafe UnsafeBufferPointer(start: table + index * size, count: size)
      let number = unsafe Int(entry[0]) << 8 | Int(entry[1])
      let name = unsafe String(decoding: entry.dropFirst(2).prefix { $0 != 0 }, as: UTF8.self)
      names[name, default: []].append(number)
    }
    return names.mapValues { $0.sorted() }
  }
}
