// SPDX-License-Identifier: Apache-2.0
import CrossfootText
import Testing

/// Folds a text that stands in a report as it is.
func fold(_ text: String) -> (folded: String, markup: [String], notes: [Note]) {
  let source = SourceText(bytes: Array(text.utf8))
  let (folded, notes) = FoldedText.fold(source)
  expectSound(folded, of: source)
  return (String(decoding: folded.bytes, as: UTF8.self), folded.markup.map { source.text($0) }, notes)
}

/// Checks what must hold for every folded text: it is valid UTF-8, its map is total and monotone, every digit leads
/// back to a place that prints it, and markup is what it says.
func expectSound(_ folded: FoldedText, of source: SourceText) {
  #expect((try? UTF8Span(validating: folded.bytes.span)) != nil)
  #expect(folded.map.derivedCount == folded.bytes.count)
  #expect(folded.map.sourceOffset(-1) == folded.map.sourceOffset(0))
  #expect(folded.map.sourceOffset(folded.bytes.count) == source.bytes.count)
  #expect(folded.map.sourceOffset(.max) == source.bytes.count)
  var last = 0
  var isMonotone = true
  for (offset, byte) in folded.bytes.enumerated() {
    let place = folded.map.sourceOffset(offset)
    if place < last || place >= source.bytes.count { isMonotone = false }
    last = place
    guard byte >= 0x30, byte <= 0x39 else { continue }
    let range = folded.map.sourceRange(offset..<offset + 1) { source.scalarEnd($0) }
    let printed = source.text(range)
    let isEntity = printed.hasPrefix("&#") && printed.hasSuffix(";")
    let prints =
      printed.unicodeScalars.map(\.value) == [UInt32(byte)]
      || printed.unicodeScalars.map(\.value) == [UInt32(byte) + 0xFEE0]
    #expect(isEntity || prints, "\(printed) at \(range)")
  }
  #expect(isMonotone)
  var end = -1
  for range in folded.markup {
    #expect(range.start > end && source.bytes[range.start] == 0x3C && source.bytes[range.end - 1] == 0x3E)
    end = range.end
  }
}
