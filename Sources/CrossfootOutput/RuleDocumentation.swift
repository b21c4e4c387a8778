// SPDX-License-Identifier: Apache-2.0

import CrossfootRules

/// What the rules say of themselves, for readers: the pages of `docs/rules`, `crossfoot explain` and `crossfoot rules`.
public enum RuleDocumentation {
  /// The page of a rule in Markdown: English first, then Chinese, then the examples, which serve both.
  public static func markdown(for rule: any Rule.Type) -> String {
    let about = rule.description
    let pages = [Language.en, .zh].map { page(about, Sentences($0)) }
    return """
      <!-- Generated from the rule's own description. Do not edit. -->

      # \(about.id)

      \(pages.joined(separator: "\n"))
      \(examples(about))
      """
  }

  /// The page of `docs/rules/README.md`: all rules with a link to each.
  public static func index(of rules: [any Rule.Type]) -> String {
    var text = "<!-- Generated from the rules' own descriptions. Do not edit. -->\n\n# Rules\n\n"
    text += "| rule | what it claims | 内容 |\n|---|---|---|\n"
    for rule in sorted(rules) {
      let about = rule.description
      text += "| [\(about.id)](\(about.id).md) | \(cell(about.summary.en)) | \(cell(about.summary.zh)) |\n"
    }
    return text
  }

  /// A rule explained on a terminal, in one language.
  public static func text(for rule: any Rule.Type, language: Language = .en) -> String {
    let about = rule.description
    let sentences = Sentences(language)
    var text = "\(about.id)\n\(about.summary[language])\n"
    let sections = [
      (sentences.claimsTitle, about.claims.joined(separator: "\n")),
      (sentences.rationaleTitle, about.rationale[language]),
      (sentences.limitationsTitle, about.limitations[language]),
    ]
    for (title, body) in sections { text += "\n\(title)\n\(indented(body))" }
    for example in about.examples {
      text += "\n\(sentences.exampleTitle(example.expectation)): \(example.because)\n\(indented(example.text))"
    }
    return text + "\n\(sentences.marksExplained)\n\(sentences.since(about.since))\n"
  }

  /// One line for each rule, sorted by id: the id and its summary, in two columns.
  public static func list(_ rules: [any Rule.Type], language: Language = .en) -> String {
    let rules = sorted(rules).map { $0.description }
    let width = rules.reduce(0) { max($0, $1.id.count) }
    return rules.map { about in
      about.id + String(repeating: " ", count: width - about.id.count + 2) + about.summary[language] + "\n"
    }.joined()
  }

  private static func sorted(_ rules: [any Rule.Type]) -> [any Rule.Type] {
    rules.sorted { $0.description.id.utf8.lexicographicallyPrecedes($1.description.id.utf8) }
  }

  private static func page(_ about: RuleDescription, _ sentences: Sentences) -> String {
    let language = sentences.language
    return """
      ## \(sentences.languageName)

      \(about.summary[language])

      ### \(sentences.claimsTitle)

      \(about.claims.map { "- `\($0)`" }.joined(separator: "\n"))

      ### \(sentences.rationaleTitle)

      \(about.rationale[language])

      ### \(sentences.limitationsTitle)

      \(about.limitations[language])

      \(sentences.since(about.since))

      """
  }

  private static func examples(_ about: RuleDescription) -> String {
    let (english, chinese) = (Sentences(.en), Sentences(.zh))
    var text = "## \(english.examplesTitle) / \(chinese.examplesTitle)\n\n"
    text += "\(english.marksExplained)\n\(chinese.marksExplained)\n"
    for example in about.examples {
      let title = "\(english.exampleTitle(example.expectation)) / \(chinese.exampleTitle(example.expectation))"
      text += "\n### \(title)\n\n\(example.because)\n\n\(fenced(example.text))"
    }
    return text
  }

  /// Text between fences longer than any run of backticks in it.
  private static func fenced(_ text: String) -> String {
    var longest = 2
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)text\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
