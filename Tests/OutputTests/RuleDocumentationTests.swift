// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import Testing

@testable import CrossfootOutput

@Suite struct RuleDocumentationTests {
  private struct SampleRule: Rule {
    static let description = RuleDescription(
      id: "sample.rule",
      summary: Bilingual(zh: "合计等于各项之和", en: "a total equals the sum of its items"),
      rationale: Bilingual(zh: "读者会加一遍。", en: "A reader adds it up."),
      limitations: Bilingual(zh: "不看图片。", en: "It sees no pictures."),
      claims: ["total = Σ parts"], since: "0.2.0",
      examples: [
        .triggers("合计\t⟦5⟧\n甲\t2", because: "2 is not 5"),
        .passes("```\n合计\t2\n```", because: "it is equal"),
      ])
    func relations(in facts: Facts, into relations: inout [Relation]) {}
  }

  private struct OtherRule: Rule {
    static let description = RuleDescription(
      id: "other", summary: Bilingual(zh: "另一条", en: "a|b"), rationale: Bilingual(zh: "", en: ""),
      limitations: Bilingual(zh: "", en: ""), claims: [], examples: [])
    func relations(in facts: Facts, into relations: inout [Relation]) {}
  }

  @Test("the page has both languages, the claims, and the examples in fences that hold")
  func markdown() {
    let expected = """
      <!-- Generated from the rule's own description. Do not edit. -->

      # sample.rule

      ## English

      a total equals the sum of its items

      ### What it claims

      - `total = Σ parts`

      ### Why it matters

      A reader adds it up.

      ### What it leaves alone

      It sees no pictures.

      Since version 0.2.0.

      ## 中文

      合计等于各项之和

      ### 核对的关系

      - `total = Σ parts`

      ### 为什么重要

      读者会加一遍。

      ### 局限

      不看图片。

      自 0.2.0 版起。

      ## Examples / 示例

      ⟦…⟧ encloses the primary figure of each finding; the brackets are not part of the report.
      ⟦…⟧ 标出所报告问题的主要数字，不是报告原文的一部分。

      ### Reported / 报告

      2 is not 5

      ```text
      合计\t⟦5⟧
      甲\t2
      ```

      ### Not reported / 不报告

      it is equal

      ````text
      ```
      合计\t2
      ```
      ````

      """
    #expect(RuleDocumentation.markdown(for: SampleRule.self) == expected)
  }

  @Test("explained on a terminal in one language")
  func text() {
    let expected = """
      sample.rule
      合计等于各项之和

      核对的关系
          total = Σ parts

      为什么重要
          读者会加一遍。

      局限
          不看图片。

      报告: 2 is not 5
          合计\t⟦5⟧
          甲\t2

      不报告: it is equal
          ```
          合计\t2
          ```

      ⟦…⟧ 标出所报告问题的主要数字，不是报告原文的一部分。
      自 0.2.0 版起。

      """
    #expect(RuleDocumentation.text(for: SampleRule.self, language: .zh) == expected)
  }

  @Test("the list and the index are sorted by id")
  func list() {
    let rules: [any Rule.Type] = [SampleRule.self, OtherRule.self]
    #expect(
      RuleDocumentation.list(rules, language: .en)
        == "other        a|b\nsample.rule  a total equals the sum of its items\n")
    let index = RuleDocumentation.index(of: rules)
    #expect(
      index.hasSuffix(
        """
        | [other](other.md) | a\\|b | 另一条 |
        | [sample.rule](sample.rule.md) | a total equals the sum of its items | 合计等于各项之和 |

        """))
  }
}
