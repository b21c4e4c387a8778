// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure

/// What the user of a report knows of it and its text does not say. The default leaves all to the text.
public struct ReadingSettings: Sendable, Hashable {
  /// Whose words the report is in.
  public enum Language: Sendable, Hashable {
    /// As the text shows.
    case detected
    /// Chinese, however few Han the text begins with.
    case chinese
    /// One without a language pack: only tables are read.
    case other
  }

  /// What kind of report it is; nil as its title says.
  public var kind: ReportKind?
  /// Whose words it is in.
  public var language: Language = .detected
  /// Unit of the tables that declare none, as it is printed (万元); nil leaves their figures without one.
  public var unit: String?

  /// The settings where nothing is known.
  public init() {}

  /// Whether a text is a unit that can be declared.
  public static func isUnit(_ text: String) -> Bool {
    UnitReader(lexicon: .chinese, words: .chinese).unit(Array(text.utf8)) != nil
  }
}
