// SPDX-License-Identifier: Apache-2.0

import CrossfootRules

extension Sentences {
  /// The language's own name.
  var languageName: String { say("中文", "English") }

  var claimsTitle: String { say("核对的关系", "What it claims") }
  var rationaleTitle: String { say("为什么重要", "Why it matters") }
  var limitationsTitle: String { say("局限", "What it leaves alone") }
  var examplesTitle: String { say("示例", "Examples") }

  /// Heads an example by what the rule says of it.
  func exampleTitle(_ expectation: Example.Expectation) -> String {
    switch expectation {
    case .triggers: say("报告", "Reported")
    case .passes: say("不报告", "Not reported")
    }
  }

  /// What the brackets in examples mean.
  var marksExplained: String {
    say(
      "⟦…⟧ 标出所报告问题的主要数字，不是报告原文的一部分。",
      "⟦…⟧ encloses the primary figure of each finding; the brackets are not part of the report.")
  }

  /// The version a rule appeared in.
  func since(_ version: String) -> String { say("自 \(version) 版起。", "Since version \(version).") }
}
