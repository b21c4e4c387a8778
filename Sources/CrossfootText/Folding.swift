// SPDX-License-Identifier: Apache-2.0

extension FoldedText {
  /// Folds a text scalar by scalar.
  public static func fold(_ source: SourceText) -> (FoldedText, [Note]) {
    var map = OffsetMap()
    map.copy(source.bytes.count, from: 0)
    map.finish(sourceCount: source.bytes.count)
    return (FoldedText(bytes: source.bytes, map: map, markup: []), [])
  }

  /// Cuts the folded text into lexemes; together they cover it.
  public func lexemes() -> [Lexeme] { [] }
}
