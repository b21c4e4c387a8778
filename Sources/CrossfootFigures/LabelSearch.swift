// SPDX-License-Identifier: Apache-2.0

extension Lexicon {
  /// Whether a name stands in a label.
  static func contains(_ label: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
    guard let (first, last) = name.first.flatMap({ first in name.last.map { (first, $0) } }) else { return true }
    let (text, word) = (label.span, name.span)
    for end in stride(from: word.count, through: text.count, by: 1)
    where text[end - 1] == last && text[end - word.count] == first {
      var at = word.count - 1
      while at > 0, text[end - word.count + at] == word[at] { at -= 1 }
      if at == 0 { return true }
    }
    return false
  }
}
