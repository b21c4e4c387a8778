// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// A sentence in both languages of the tool.
public struct Bilingual: Sendable, Hashable {
  public var zh: String
  public var en: String

  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}

/// An input with what a rule must say of it. Documentation and test in one.
public struct Example: Sendable {
  public enum Expectation: Sendable, Hashable { case triggers, passes }

  public var expectation: Expectation
  /// Report text. In an example that triggers, `⟦…⟧` encloses the primary figure of each finding.
  public var text: String
  /// Why the rule speaks or stays silent, in English.
  public var because: String
  public var file: String
  public var line: Int

  /// An example the rule must report, at the marked figure and nowhere else.
  public static func triggers(
    _ text: String, because: String, file: String = #filePath, line: Int = #line
  ) -> Example {
    Example(expectation: .triggers, text: text, because: because, file: file, line: line)
  }

  /// An example no rule may report.
  public static func passes(
    _ text: String, because: String, file: String = #filePath, line: Int = #line
  ) -> Example {
    Example(expectation: .passes, text: text, because: because, file: file, line: line)
  }
}

/// All a rule says of itself.
public struct RuleDescription: Sendable {
  /// `family.subject`, lower kebab; never reused.
  public var id: String
  /// One phrase, without full stop.
  public var summary: Bilingual
  /// Why a reader should care.
  public var rationale: Bilingual
  /// What the rule does not see, and what it leaves alone on purpose.
  public var limitations: Bilingual
  /// The relations it claims, as formulas.
  public var claims: [String]
  /// Version the rule appeared in.
  public var since: String
  /// Part of the fingerprint of the rule's findings; raised only if what the rule means changes.
  public var fingerprintRevision: Int
  public var examples: [Example]

  public init(
    id: String, summary: Bilingual, rationale: Bilingual, limitations: Bilingual,
    claims: [String], since: String = "0.1.0", fingerprintRevision: Int = 1, examples: [Example]
  ) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.limitations = limitations
    self.claims = claims
    self.since = since
    self.fingerprintRevision = fingerprintRevision
    self.examples = examples
  }
}

/// A rule finds relations among facts. It sees no text and writes neither arithmetic nor sentences; the evaluator
/// judges.
public protocol Rule: Sendable {
  static var description: RuleDescription { get }
  init()
  /// Appends the relations that this rule finds in a report.
  func relations(in facts: Facts, into relations: inout [Relation])
}
