// SPDX-License-Identifier: Apache-2.0

/// Something a stage could not do as usual. Notes are collected, never thrown: the rest of the report is checked all
/// the same.
public struct Note: Sendable, Hashable {
  /// What happened. The sentence for it stands with all other sentences, in the output stage.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Bytes that are not valid in the report's encoding were replaced by U+FFFD.
    case invalidBytes
    /// The report holds no text.
    case emptyInput
    /// A line is longer than any page would print (web pages and minified exports).
    case longLine
    /// A markup tag or comment is opened and never closed; it was read as text.
    case unclosedMarkup
    /// A pattern gave up at its match limit; the place was not read.
    case matchLimit
    /// No language pack fits the prose: only tables are checked.
    case noLanguagePack
    /// A table is wider or a list longer than is looked at; the rest of it was not checked.
    case tooLarge
    /// The evaluator stopped at its bound on combinations.
    case gaveUp
  }

  /// What happened.
  public var kind: Kind
  /// Where, if the note belongs to one place.
  public var range: SourceRange?
  /// How often, where equal notes were folded into one.
  public var count: Int

  /// A note of a kind, at a place if it has one, standing for `count` of its like.
  public init(_ kind: Kind, at range: SourceRange? = nil, count: Int = 1) {
    self.kind = kind
    self.range = range
    self.count = count
  }
}
