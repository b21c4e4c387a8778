// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// What does not agree between the judgements of a report and the findings about it.
struct Disagreement: Hashable, CustomStringConvertible {
  /// Line of the `.expected` file; nil for a finding that no line speaks of.
  var line: Int?
  var description: String
}

/// Compares the errors and warnings about a report with its hand-written judgements.
struct Judging {
  let expectations: [Expectation]
  /// Place of each expectation's anchor.
  let places: [SourceRange]
  let told: [Finding]
  /// The expectation that each finding fulfils.
  private var claims: [Int?]

  init(_ expectations: [Expectation], in report: [UInt8], told: [Finding]) throws {
    self.expectations = expectations
    self.places = try expectations.map { try $0.place(in: report) }
    self.told = told
    claims = Array(repeating: nil, count: told.count)
    assign { finding, place in finding.primary.range.overlaps(place) }
    assign { finding, place in finding.figures.contains { $0.range.overlaps(place) } }
  }

  /// Gives each finding that has no line yet the first free line whose anchor it hits.
  private mutating func assign(where hits: (Finding, SourceRange) -> Bool) {
    for (index, finding) in told.enumerated() where claims[index] == nil {
      claims[index] = expectations.indices.first { line in
        expectations[line].verdict != .ok && !claims.contains(line)
          && expectations[line].covers(rule: finding.rule) && hits(finding, places[line])
      }
    }
  }

  /// Everything that has to be settled, by hand or in the rules.
  var disagreements: [Disagreement] {
    expectations.indices.compactMap(disagreement) + told.indices.filter { claims[$0] == nil }.map(unexpected)
  }

  private func disagreement(_ index: Int) -> Disagreement? {
    let expectation = expectations[index]
    let isClaimed = claims.contains(index)
    let message: String? =
      switch expectation.verdict {
      case .finding: isClaimed ? nil : "missed: \(expectation.reason)"
      case .todo: isClaimed ? "found at last: change 'todo' to 'finding'" : nil
      case .todook: isClaimed ? nil : "false alarm is gone: change 'todook' to 'ok'"
      case .ok: citing(index).map { "false alarm, \(Self.summary($0)): \(expectation.reason)" }
      }
    return message.map { Disagreement(line: expectation.line, description: $0) }
  }

  /// The first finding that cites the place of an `ok` line.
  private func citing(_ index: Int) -> Finding? {
    told.first { finding in
      expectations[index].covers(rule: finding.rule)
        && finding.figures.contains { $0.range.overlaps(places[index]) }
    }
  }

  private func unexpected(_ index: Int) -> Disagreement {
    let finding = told[index]
    let twin = expectations.indices.first { line in
      claims.contains(line) && finding.figures.contains { $0.range.overlaps(places[line]) }
    }
    let kind = twin.map { "told twice (line \(expectations[$0].line))" } ?? "not expected"
    return Disagreement(line: twin.map { expectations[$0].line }, description: "\(kind): \(Self.summary(finding))")
  }

  private static func summary(_ finding: Finding) -> String {
    let place = finding.primary.start
    let arithmetic = finding.arithmetic.map { "\($0.expression) = \($0.result)" }.joined(separator: "; ")
    return "\(place.line):\(place.column) \(finding.rule) '\(finding.primary.text)' \(arithmetic)"
  }
}

extension SourceRange {
  /// Whether two ranges share a byte.
  func overlaps(_ other: SourceRange) -> Bool { start < other.end && other.start < end }
}
