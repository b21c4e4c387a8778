// SPDX-License-Identifier: Apache-2.0

/// One hand-written judgement of a report: a line of an `.expected` file. docs/corpus.md tells the syntax.
struct Expectation: Hashable, Sendable {
  enum Verdict: String, Sendable, CaseIterable {
    /// Must be told.
    case finding
    /// Must not be told.
    case ok
    /// Should be told and is not yet.
    case todo
    /// Should not be told and still is.
    case todook
  }

  var verdict: Verdict
  /// Ids of the rules that may tell it; empty stands for any.
  var rules: [String]
  /// Quoted texts, from the first, which occurs once in the report, to the place itself.
  var anchor: [String]
  var reason: String
  /// Line of the file, from 1.
  var line: Int

  /// Whether the line speaks of findings of this rule.
  func covers(rule: String) -> Bool { rules.isEmpty || rules.contains(rule) }
}

/// What is wrong with a line of an `.expected` file.
struct ExpectationError: Error, Hashable, CustomStringConvertible {
  var line: Int
  var description: String
}

extension Expectation {
  /// Reads a whole `.expected` file.
  static func parse(_ text: String) throws -> [Expectation] {
    var expectations: [Expectation] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = line.drop(while: { $0 == " " })
      if content.isEmpty || content.hasPrefix("#") { continue }
      expectations.append(try Expectation(content, line: index + 1))
    }
    return expectations
  }

  /// Reads one line that is neither empty nor a comment.
  private init(_ text: Substring, line: Int) throws {
    func fail(_ message: String) -> ExpectationError { ExpectationError(line: line, description: message) }
    var rest = text
    let word = Self.word(&rest)
    guard let verdict = Verdict(rawValue: word) else {
      throw fail("unknown verdict '\(word)'; use \(Verdict.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let rules = Self.word(&rest)
    guard !rules.isEmpty, !rules.hasPrefix("\"") else { throw fail("no rule before the anchor") }
    guard rules != "*" || verdict == .ok else { throw fail("'*' stands for any rule in 'ok' only") }
    var anchor: [String] = []
    repeat {
      guard let quoted = Self.quoted(&rest) else { throw fail("expected a quoted text at '\(rest.prefix(20))'") }
      guard !quoted.isEmpty else { throw fail("an empty text anchors nothing") }
      anchor.append(quoted)
    } while Self.arrow(&rest)
    guard !rest.isEmpty else { throw fail("no reason after the anchor") }
    self.verdict = verdict
    self.rules = rules == "*" ? [] : rules.split(separator: "|").map(String.init)
    self.anchor = anchor
    self.reason = String(rest)
    self.line = line
  }

  /// Takes the next word and the spaces after it.
  private static func word(_ rest: inout Substring) -> String {
    let word = rest.prefix { $0 != " " }
    rest = rest.dropFirst(word.count).drop { $0 == " " }
    return String(word)
  }

  /// Takes a text in quotes and the spaces after it; nil if there is none.
  private static func quoted(_ rest: inout Substring) -> String? {
    guard rest.first == "\"" else { return nil }
    let text = rest.dropFirst().prefix { $0 != "\"" }
    let after = rest.dropFirst(text.count + 1)
    guard after.first == "\"" else { return nil }
    rest = after.dropFirst().drop { $0 == " " }
    return String(text)
  }

  /// Takes a `›` that joins two texts of an anchor.
  private static func arrow(_ rest: inout Substring) -> Bool {
    guard rest.first == "›" else { return false }
    rest = rest.dropFirst().drop { $0 == " " }
    return true
  }
}
