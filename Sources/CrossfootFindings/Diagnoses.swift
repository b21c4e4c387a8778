// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

extension Case {
  /// What is wrong in the report, each contradiction once.
  func diagnoses() -> [Diagnosis] {
    var diagnoses: [Diagnosis] = []
    for (index, judgement) in judgements.enumerated() {
      switch judgement.verdict {
      case .contradicted, .lastDigit: diagnoses.append(lone(index))
      case .holds, .rounding, .convention, .notCheckable: continue
      }
    }
    return diagnoses
  }

  /// One relation by itself: its derived figure is shown, nobody is accused.
  func lone(_ relation: Int) -> Diagnosis {
    var diagnosis = Diagnosis(relations: [relation])
    guard let claim = claim(relation) else { return diagnosis }
    switch claim {
    case .unknown: break
    case .observed:
      diagnosis.primary = relations[relation].concerned.first { facts.figures.indices.contains($0) }
    default: diagnosis.primary = derived(claim)
    }
    return diagnosis
  }
}
