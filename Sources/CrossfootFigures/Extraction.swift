// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText

extension Facts {
  /// Extracts figures, statements, table models and marks from a document.
  public static func extract(_ document: Document) -> (Facts, [Note]) {
    (Facts(), [])
  }
}
