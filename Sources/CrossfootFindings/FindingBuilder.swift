// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import CrossfootStructure
import CrossfootText

/// Turns diagnoses into findings: cites the figures, writes the arithmetic, grades and fingerprints.
struct FindingBuilder {
  let path: String
  let text: PrintedText
  let report: Case
  private let citation: Citation
  private let arithmetic: ArithmeticText

  init(path: String, _ text: PrintedText, _ report: Case) {
    self.path = path
    self.text = text
    self.report = report
    citation = Citation(text, report.facts)
    arithmetic = ArithmeticText(figures: report.facts.figures, citation: citation)
  }

  /// The findings in the order of their places.
  func findings(_ diagnoses: [Diagnosis]) -> [Finding] {
    var findings = diagnoses.compactMap { finding($0) }
    var cited: [Int] = []
    for finding in findings {
      for figure in finding.figures {
        cited.append(figure.range.start)
        cited.append(figure.range.end)
      }
    }
    let table = PositionTable(cited, in: text.source)
    for index in findings.indices {
      table.place(&findings[index].primary)
      for figure in findings[index].figures.indices { table.place(&findings[index].figures[figure]) }
    }
    // A finding holds too much to be moved more than once.
    let order = findings.indices.sorted { a, b in
      let (left, right) = (findings[a].primary.range, findings[b].primary.range)
      return left == right ? a < b : left < right
    }
    return order.map { findings[$0] }
  }

  /// The finding of a diagnosis, its lines and columns not yet filled in.
  func finding(_ diagnosis: Diagnosis) -> Finding? {
    guard let first = diagnosis.relations.first else { return nil }
    let relation = report.relations[first]
    let figures = cited(diagnosis)
    guard let primary = figures.first else { return nil }
    return Finding(
      rule: relation.rule, kind: relation.kind, severity: severity(diagnosis), path: path,
      primary: primary, figures: figures, expected: expected(diagnosis),
      arithmetic: diagnosis.relations.compactMap { formula($0) }, cause: diagnosis.cause,
      fingerprint: fingerprint(first, label: primary.label))
  }

  /// Every figure of the relations once, the primary one first.
  private func cited(_ diagnosis: Diagnosis) -> [CitedFigure] {
    var figures: [CitedFigure] = []
    var seen: Set<FigureID> = []
    var marks: Set<Int> = []
    for relation in diagnosis.relations {
      if let mark = report.relations[relation].mark, report.facts.marks.indices.contains(mark),
        marks.insert(mark).inserted
      {
        figures.append(citation.cite(report.facts.marks[mark]))
      }
      for mark in report.relations[relation].besides
      where report.facts.marks.indices.contains(mark) && marks.insert(mark).inserted {
        figures.append(citation.cite(report.facts.marks[mark]))
      }
      report.claim(relation)?.forEachOperand { operand in
        guard report.facts.figures.indices.contains(operand.figure) else { return }
        guard seen.insert(operand.figure).inserted else { return }
        let cited = citation.cite(operand.figure, operand.role)
        if operand.figure == diagnosis.primary { figures.insert(cited, at: 0) } else { figures.append(cited) }
      }
      // Where nobody is accused, all readings failed alike, so the figures of the others are part of what contradicts.
      for reading in report.relations[relation].readings
      where report.relations[relation].readings.count > 1 && !diagnosis.isUnique {
        reading.forEachOperand { operand in
          guard report.facts.figures.indices.contains(operand.figure), seen.insert(operand.figure).inserted else {
            return
          }
          figures.append(citation.cite(operand.figure, operand.role))
        }
      }
      for figure in report.relations[relation].concerned
      where report.facts.figures.indices.contains(figure) && seen.insert(figure).inserted {
        let cited = citation.cite(figure, .stated)
        if figure == diagnosis.primary { figures.insert(cited, at: 0) } else { figures.append(cited) }
      }
    }
    return figures
  }

  private func formula(_ relation: Int) -> Arithmetic? {
    guard let claim = report.claim(relation),
      var formula = arithmetic.write(claim, evaluator: report.evaluator)
    else { return nil }
    if case .unknown = claim, let mark = report.relations[relation].mark,
      report.facts.marks.indices.contains(mark)
    {
      formula.stated = citation.cite(report.facts.marks[mark]).text
    }
    return formula
  }

  private func expected(_ diagnosis: Diagnosis) -> String? {
    guard let first = diagnosis.relations.first else { return nil }
    if diagnosis.primary == nil, case .unknown(let terms) = report.claim(first) {
      return report.evaluator.total(terms).map { arithmetic.spread($0, like: terms) }
    }
    guard let figure = diagnosis.primary, let value = diagnosis.expected else { return nil }
    return otherScale(diagnosis, figure, value) ?? arithmetic.print(value, like: figure)
  }

  /// A figure that is right but for its scale word, with the right one.
  private func otherScale(_ diagnosis: Diagnosis, _ figure: FigureID, _ value: Decimal) -> String? {
    guard diagnosis.cause == .scale else { return nil }
    let quantity = report.facts[figure].quantity
    for scale in [0, 4, 8] where quantity.digits.scaled(by: scale)?.equals(value) == true {
      return citation.word(quantity.unit, scale: scale).map { citation.text(figure) + $0 }
    }
    return nil
  }

  /// An identity that fails beyond doubt is an error.
  private func severity(_ diagnosis: Diagnosis) -> Severity {
    var severity = Severity.note
    for relation in diagnosis.relations {
      guard report.judgements[relation].verdict == .contradicted else { continue }
      switch report.relations[relation].force {
      case .identity: severity = max(severity, isBeyondDoubt(relation) ? .error : .warning)
      case .explain: severity = max(severity, .warning)
      case .advisory: continue
      }
    }
    return severity
  }

  /// Whether a contradicted identity rests on no approximation, and not on a slip that alone makes a list a closed one.
  private func isBeyondDoubt(_ relation: Int) -> Bool {
    guard let claim = report.claim(relation) else { return true }
    let isBySlip =
      report.relations[relation].closure == .unknown
      && report.relations[relation].readings.contains { report.evaluator.verdict(of: $0) != .contradicted }
    return !isBySlip && !report.evaluator.isApproximate(claim)
  }

  private func fingerprint(_ relation: Int, label: String) -> String {
    var operands: [String] = []
    report.claim(relation)?.forEachOperand { operand in
      guard report.facts.figures.indices.contains(operand.figure) else { return }
      operands.append(Fingerprint.operand(operand.role, report.facts[operand.figure].quantity))
    }
    for figure in report.relations[relation].concerned where report.facts.figures.indices.contains(figure) {
      operands.append(Fingerprint.operand(.stated, report.facts[figure].quantity))
    }
    if let mark = report.relations[relation].mark, report.facts.marks.indices.contains(mark),
      case .observed(let kind) = report.claim(relation), kind != .spreadsheetError
    {
      operands.append("mark=\(citation.cite(report.facts.marks[mark]).text)")
    }
    let rule = report.relations[relation].rule
    let revision = RuleRegistry.fingerprintRevision(rule)
    return Fingerprint.of(rule: rule, revision: revision, label: label, operands: operands)
  }
}
