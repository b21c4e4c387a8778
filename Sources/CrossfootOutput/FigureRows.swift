// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings

extension FigureRow {
  /// The rows of all figures of a report, in the order of its text.
  public static func rows(of examination: Examination) -> [FigureRow] {
    let facts = examination.facts
    let slacks = examination.slacks()
    return zip(facts.figures.indices, examination.citedFigures).map { index, cited in
      let figure = facts[index]
      return FigureRow(
        position: cited.start, text: cited.text, value: figure.readable ? figure.quantity.value.plain() : "",
        dimension: figure.quantity.unit.dimension, scale: figure.quantity.scale,
        label: facts.labels.text(figure.label), columnLabel: facts.labels.text(figure.columnLabel),
        scope: facts.labels.text(figure.aspects.scope), fund: facts.labels.text(figure.aspects.fund),
        stage: figure.aspects.stage, period: figure.aspects.period, state: examination.states[index],
        slack: slacks[index]?.plain() ?? "")
    }
  }
}
