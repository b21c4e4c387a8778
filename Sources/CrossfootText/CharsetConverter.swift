// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Conversion by the system's iconv: the one C edge of this target.
enum CharsetConverter {
  /// The text, with U+FFFD for every byte that cannot be converted.
  /// - Throws: ``TextError/missingCharset(_:)`` if the system has no converter for `charset`.
  static func text(_ bytes: [UInt8], from charset: String) throws(TextError) -> ConvertedText {
    guard let converter = unsafe iconv_open("UTF-8", charset), Int(bitPattern: converter) != -1 else {
      throw .missingCharset(charset)
    }
    defer { unsafe iconv_close(converter) }
    var text = ConvertedText(capacity: bytes.count + bytes.count / 2)
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    var at = 0
    while at < bytes.count {
      let (read, written, error) = unsafe step(converter, bytes, from: at, into: &chunk)
      text.append(chunk[..<written])
      at += read
      // E2BIG: the chunk is full. Otherwise the byte at hand starts no character, or the text ends inside one.
      if at < bytes.count, error != E2BIG || read == 0 && written == 0 {
        text.appendReplacement()
        at += 1
      }
    }
    return text
  }

  /// Converts as much as fits into `chunk`. Returns the bytes read, the bytes written and the error that stopped it.
  private static func step(
    _ converter: iconv_t, _ bytes: [UInt8], from start: Int, into chunk: inout [UInt8]
  ) -> (read: Int, written: Int, error: Int32) {
    unsafe bytes.withUnsafeBytes { input in
      unsafe chunk.withUnsafeMutableBytes { output in
        // iconv's prototype takes a mutable input, but it never writes to it.
        var source = unsafe UnsafeMutableRawPointer(mutating: input.baseAddress)
          .map { unsafe ($0 + start).assumingMemoryBound(to: CChar.self) }
        var sourceLeft = input.count - start
        var target = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var targetLeft = output.count
        let result = unsafe iconv(converter, &source, &sourceLeft, &target, &targetLeft)
        let error = result == -1 ? errno : 0
        return (input.count - start - sourceLeft, output.count - targetLeft, error)
      }
    }
  }
}
