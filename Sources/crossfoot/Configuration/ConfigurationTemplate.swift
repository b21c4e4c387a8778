// SPDX-License-Identifier: Apache-2.0

import CrossfootOutput

/// The configuration file that `crossfoot init` writes: every key, commented out, with what it does.
enum ConfigurationTemplate {
  /// The file's text, its comments in the language of the user.
  static func text(_ sentences: Sentences) -> String {
    var text = "# \(sentences.template(.head))\nversion: 1\n"
    for (topic, example) in examples {
      text += "\n# \(sentences.template(topic))\n" + example.split(separator: "\n").map { "# \($0)\n" }.joined()
    }
    return text
  }

  private static let examples: [(ConfigurationTopic, String)] = [
    (.baseline, "baseline: .crossfoot-baseline.jsonl\nstrict-baseline: false"),
    (.threshold, "fail-on: warning\nmin-coverage: 40"),
    (.files, "include: ['*.txt', '*.md']\nexclude: [drafts, '**/old/*.txt']"),
    (.reports, "reports:\n  - [2024/text.txt, 2024/tables.txt]"),
    (.rules, "select: [footing, recalculation]\nignore: [score.grade]\nrules:\n  footing.list: warning\n  score: off"),
    (.reading, "encoding: gb18030\nkind: final-accounts\nlanguage: zh\nunit: 万元\nrounding: truncate"),
    (.unrelated, "unrelated:\n  - [本年支出, 支出总计]"),
    (.overrides, "overrides:\n  - files: ['2019/**']\n    fail-on: error\n    rules:\n      footing.list: off"),
    (.extends, "extends: ../base.yml"),
    (.lang, "lang: zh"),
  ]
}
