// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure

/// Reads what is known of the report as a whole.
struct ProfileReader {
  let document: Document
  let lexicon: Lexicon

  func profile(of facts: Facts) -> DocumentProfile {
    var profile = DocumentProfile()
    profile.language = hasHan ? lexicon.pack.code : nil
    if let year = facts.excluded.first(where: { $0.reason == .year && $0.value > 0 }) {
      profile.fiscalYear = year.value
      profile.fiscalYearEvidence = year.range
    }
    return profile
  }

  /// Whether the report holds enough Han to be read with this pack: one lead byte of Han in a hundred bytes of its beginning.
  private var hasHan: Bool {
    let head = document.flow.bytes.prefix(20_000)
    return head.count { (0xE4...0xE9).contains($0) } * 100 > head.count
  }
}
