// SPDX-License-Identifier: Apache-2.0

import CrossfootText

extension Document {
  /// Cuts a folded text into blocks and tables.
  public static func build(_ source: SourceText, _ folded: FoldedText) -> (Document, [Note]) {
    (
      Document(
        source: source, flow: Flow(bytes: folded.bytes, map: folded.map), blocks: [], tables: [],
        markup: folded.markup), []
    )
  }
}
