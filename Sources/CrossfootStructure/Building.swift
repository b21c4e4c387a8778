// SPDX-License-Identifier: Apache-2.0

import CrossfootText

extension Document {
  /// Cuts a folded text into blocks and tables.
  public static func build(_ source: SourceText, _ folded: FoldedText) -> (Document, [Note]) {
    let words = Words.shared
    var scanner = LineScanner(folded.bytes, measure: words.measure)
    var lines = scanner.scan()
    MarkupLines(bytes: folded.bytes, measure: words.measure).settle(&lines)
    Pages.mark(&lines)
    var furniture = Furniture(folded.bytes, lines, words: words)
    let plan = LinePlan(folded.bytes, lines, isFurniture: furniture.find(), words: words)
    var assembler = Assembler(plan)
    let joiner = Continuations(bytes: folded.bytes, lines: lines, classes: plan.classes, words: words)
    let drafts = joiner.join(assembler.assemble())
    var writer = BlockWriter(source, folded, lines: lines, words: words)
    // Read where they stand: each copy would count a reference.
    let span = drafts.span
    for index in span.indices { writer.write(span[index], folded) }
    let flow = writer.finish(sourceCount: source.bytes.count, folded)
    let notes = longLines(source, lines, folded)
    return (
      Document(
        source: source, flow: flow, blocks: writer.blocks, tables: writer.tables, rests: writer.rests,
        markup: folded.markup), notes
    )
  }

  /// Bytes of a line that no page would print.
  private static let longLine = 1_000_000

  private static func longLines(_ source: SourceText, _ lines: [Line], _ folded: FoldedText) -> [Note] {
    guard folded.bytes.count > longLine else { return [] }
    return lines.filter { $0.range.count > longLine }.map { line in
      Note(
        .longLine,
        at: SourceRange(folded.map.sourceOffset(line.range.lowerBound), folded.map.sourceOffset(line.range.upperBound)))
    }
  }
}
