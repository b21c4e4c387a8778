// SPDX-License-Identifier: Apache-2.0
import CPCRE2

/// Why a pattern does not compile.
public struct PatternError: Error, Sendable, Hashable {
  /// The library's own sentence.
  public let message: String
  /// Byte offset into the pattern's UTF-8 at which reading stopped.
  public let offset: Int
}

/// Why a match attempt has no answer. None of these means "no match".
public enum MatchError: Error, Sendable, Hashable {
  /// A limit of ``Limits`` was hit, or memory ran out, before the question was decided.
  case gaveUp
  /// The start or end offset lies outside the subject or inside a character.
  case badOffset
  /// `\K` moved the start of the match behind its end or before the start of the search.
  case badRange
  /// Any other error of the library, under its own number and sentence.
  case failed(code: Int32, message: String)

  /// The error for a negative result of a match call that is not `PCRE2_ERROR_NOMATCH`.
  init(code: Int32) {
    switch code {
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_JIT_STACKLIMIT,
      PCRE2_ERROR_NOMEMORY:
      self = .gaveUp
    default:
      self = .failed(code: code, message: Library.message(code))
    }
  }
}

/// Bounds on the work of one match attempt. Set explicitly, so that results do not depend on how the library was built.
public struct Limits: Sendable, Hashable {
  /// Backtracking steps per start offset.
  public var match: UInt32 = 200_000
  /// Nesting of backtracking points (interpreter only).
  public var depth: UInt32 = 50_000
  /// Heap for backtracking points (interpreter only), in KiB.
  public var heap: UInt32 = 20_000
  /// Stack of the JIT code, in bytes. The first 32 KiB are the thread's; what a match needs beyond is reserved when it
  /// is needed.
  public var stack = 512 << 10

  /// Limits that no sensible pattern reaches.
  public init() {}
}

/// Facts about the library itself.
enum Library {
  /// Whether patterns become machine code here. Where a system forbids it, or the library was built without, they are
  /// interpreted.
  static let makesMachineCode: Bool = {
    var error: Int32 = 0
    var offset = 0
    let code = unsafe [UInt8(ascii: "a")].withUnsafeBufferPointer {
      unsafe pcre2_compile_8($0.baseAddress, $0.count, 0, &error, &offset, nil)
    }
    defer { unsafe pcre2_code_free_8(code) }
    return unsafe code != nil && pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0
  }()

  /// The library's sentence for an error code.
  static func message(_ code: Int32) -> String {
    let text = unsafe [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
      let length = unsafe pcre2_get_error_message_8(code, buffer.baseAddress, buffer.count)
      count = Int(max(0, length))
    }
    return String(decoding: text, as: UTF8.self)
  }
}
