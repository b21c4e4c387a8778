// SPDX-License-Identifier: Apache-2.0

/// Kind of report as a word of its title names it; raw values are shared with the figures' report kind.
public enum KindWord: String, Sendable {
  case budget
  case finalAccounts = "final-accounts"
  case budgetExecution = "budget-execution"
  case performance, communique, other
}

/// Whose report it is as a word of its title says; raw values are shared with the profile's level.
public enum LevelWord: String, Sendable {
  case government, department, unit, project
}

/// Words that tell what a report is and whose: looked for in its title and in the lines around it.
public struct ProfileWords: Sendable {
  /// Words of a title that name the kind of the report. Where a title holds several, the kind that comes first here
  /// counts.
  public var kinds: [(text: String, kind: KindWord)]
  /// Words that look like one of ``kinds`` but name no kind (预决算 on a web page).
  public var inert: [String]
  /// Words of a title that name whose report it is, where they stand behind the organisation's name.
  public var levels: [(text: String, level: LevelWord)]
  /// Words that look like one of ``nameEnders`` or ``levels`` but are part of a name (财政局): they end the name of a
  /// place only where the report is that of its government.
  public var nameParts: [String]
  /// Words a title opens with before the organisation (关于).
  public var openers: [String]
  /// Further words that end the organisation's name in a title (区级, 国民经济).
  public var nameEnders: [String]
  /// Words that join two names (及, 和): a name does not end in one.
  public var joiners: [String]
  /// Last words of a title.
  public var titleEnds: [String]
  /// Words the organisation stands behind, with or without colon, the surest first.
  public var organisationLabels: [String]
  /// Last characters of an organisation's name.
  public var organisationEnds: [String]
  /// Last characters of the name of a place: its report is that of a government.
  public var placeEnds: [String]
  /// Last words of the names of governments, without which a name is that of their place (人民政府).
  public var governmentEnds: [String]
  /// Words before the name of a place and behind its session's number, where its assembly meets: 在…第三届.
  public var sessionOpeners: [String]
  public var sessionEnds: [String]
  /// Words after the digits of a year.
  public var yearEnds: [String]
  /// Characters of the pack's script, and those that another script writes in their place: the words of a report in the
  /// other script are not this pack's.
  public var script: [String]
  public var otherScript: [String]
  /// Numerals of numbered headings, with the words before them (第), and marks that end their number.
  public var numerals: [String]
  public var numberEnds: [String]
  /// Marks that a title does not hold.
  public var sentenceMarks: [String]
}
