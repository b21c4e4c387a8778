// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootOutput
import CrossfootText

/// The JSON Schema of configuration files, for editors that complete and check YAML. `docs/schema` holds it as this
/// prints it. It names the rules, one on a line, so that two new rules can be merged.
enum ConfigurationSchema {
  static let fileName = "crossfoot-config-1.schema.json"

  static var text: String {
    """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "\(fileName)",
      "title": "Configuration of Crossfoot (.crossfoot.yml), version 1",
      "description": "The nearest file above a report counts; nothing is merged but what it extends. Unknown keys are errors.",
      "type": ["object", "null"],
      "additionalProperties": false,
      "properties": {
    \(members(fileKeys + reportKeys, indent: "    ")),
        "overrides": {
          "description": "Settings for some reports; later ones go before earlier ones.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["files"],
            "additionalProperties": false,
            "properties": {
    \(members([files] + reportKeys, indent: "          "))
            }
          }
        }
      },
      "$defs": {
        "texts": { "type": "array", "items": { "type": "string" } },
        "patterns": {
          "description": "* is anything but /, ? one character, ** any folders. Without / a name at any depth. A folder takes in all in it.",
          "$ref": "#/$defs/texts"
        },
        "rule": {
          "description": "A rule, or a family of rules.",
          "enum": [
    \(RuleSelector.known.sorted().map { "        \"\($0)\"" }.joined(separator: ",\n"))
          ]
        },
        "rules": { "type": "array", "items": { "$ref": "#/$defs/rule" } }
      }
    }

    """
  }

  /// A key with what it means and what it takes.
  private struct Member {
    let key: SettingKey
    let description: String
    /// The keywords of its value, as JSON without the brackets around them.
    let type: String
  }

  private static let texts = ##""$ref": "#/$defs/texts""##
  private static let patterns = ##""$ref": "#/$defs/patterns""##
  private static let rules = ##""$ref": "#/$defs/rules""##
  private static let levels =
    ##""type": "object", "propertyNames": { "$ref": "#/$defs/rule" }, "additionalProperties": { \##(one(of: RuleLevel.allCases)) }"##

  private static let files = Member(key: .files, description: "The reports.", type: patterns)

  /// The keys of a file as a whole.
  private static let fileKeys = [
    Member(key: .version, description: "Version of this format.", type: #""const": 1"#),
    Member(
      key: .extends,
      description: "Files whose settings go before those of this one; paths from the folder of this file.",
      type: #""oneOf": [{ "type": "string" }, { \#(texts) }]"#),
    Member(key: .lang, description: "Language of the output.", type: one(of: Language.allCases)),
    Member(
      key: .baseline, description: "File of the accepted findings; path from the folder of this file.",
      type: #""type": "string""#),
    Member(
      key: .strictBaseline, description: "Whether entries that no longer occur fail the check.",
      type: #""type": "boolean""#),
    Member(
      key: .include, description: "Files of a directory that are reports, in place of the known extensions.",
      type: patterns),
    Member(key: .exclude, description: "Files and folders that are passed over in a directory.", type: patterns),
    Member(
      key: .reports,
      description: "Files that are one report each, in the order of its text; paths from the folder of this file.",
      type: #""type": "array", "items": { \#(texts), "minItems": 2 }"#),
  ]

  /// The keys that can differ from report to report.
  private static let reportKeys = [
    Member(
      key: .failOn, description: "From which severity on a finding fails the check.", type: one(of: FailLevel.allCases)),
    Member(
      key: .minCoverage, description: "Figures of a hundred that must be compared with others, or the check fails.",
      type: #""type": "integer", "minimum": 0, "maximum": 100"#),
    Member(
      key: .encoding, description: "Encoding of the reports; by default detected.", type: one(of: TextEncoding.allCases)
    ),
    Member(key: .select, description: "The rules that run; by default all.", type: rules),
    Member(key: .ignore, description: "Rules that do not run.", type: rules),
    Member(key: .rules, description: "Severity of all findings of a rule.", type: levels),
    Member(
      key: .rounding, description: "How computed figures are rounded; detect finds out.",
      type: one(of: RoundingChoice.allCases)),
    Member(
      key: .kind, description: "What kind of report it is; by default as its title says.",
      type: one(of: ReportKind.allCases)),
    Member(
      key: .language, description: "Language of the report; of one without a pack (other) only tables are read.",
      type: one(of: ReportLanguage.allCases)),
    Member(
      key: .unit, description: "Unit of the tables that declare none, as it is printed.", type: #""type": "string""#),
    Member(
      key: .unrelated, description: "Pairs of labels whose figures are never put into one relation.",
      type: #""type": "array", "items": { \#(texts), "minItems": 2, "maxItems": 2 }"#),
  ]

  private static func members(_ members: [Member], indent: String) -> String {
    members.map { member in
      "\(indent)\"\(member.key.rawValue)\": {\n\(indent)  \"description\": \"\(member.description)\",\n"
        + "\(indent)  \(member.type)\n\(indent)}"
    }.joined(separator: ",\n")
  }

  private static func one<Choice: RawRepresentable>(of choices: [Choice]) -> String where Choice.RawValue == String {
    "\"enum\": [\(quoted(choices.map(\.rawValue)))]"
  }

  private static func quoted(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: ", ") }
}
