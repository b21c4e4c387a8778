// SPDX-License-Identifier: Apache-2.0
import PCRE2
import Testing

/// All matches of a pattern in a text, as printed.
private func matches(_ pattern: String, _ options: Pattern.Options = [], in text: String) throws -> [String] {
  let subject = Subject(text)
  var matcher = Matcher(try Pattern(pattern, options))
  var found: [String] = []
  try matcher.forEachMatch(in: subject) { match in
    found.append(match.range(of: 0).map { printed(subject, $0) } ?? "-")
  }
  return found
}

private func printed(_ subject: Subject, _ range: Range<Int>) -> String {
  String(decoding: subject.bytes[range], as: UTF8.self)
}

@Suite struct PatternTests {
  @Test func groupsAreFoundByName() throws {
    let pattern = try Pattern("(?<amount>[0-9.]+)(?<unit>万元|亿元)?")
    let subject = Subject("支出 339.16 ，收入 71.84万元")
    let amount = try #require(pattern.group("amount"))
    let unit = try #require(pattern.group("unit"))
    var matcher = Matcher(pattern)
    #expect(try matcher.match(in: subject))
    #expect(matcher.range(of: amount).map { printed(subject, $0) } == "339.16")
    #expect(matcher.range(of: unit) == nil)
    #expect(try matcher.matchNext(in: subject))
    #expect(matcher.range(of: unit).map { printed(subject, $0) } == "万元")
    #expect(pattern.group("none") == nil)
    #expect(pattern.captureCount == 2)
  }

  @Test(
    "a pattern tells whether its matches start with known bytes",
    arguments: [
      ("[0-9]+年|第[0-9]", true), ("(?<y>20[0-9]{2})年", true), ("(?(DEFINE)(?<y>20[0-9]{2}))(?:(?&y)年)", false),
      (".+年", false),
    ])
  func knownStart(pattern: String, isKnown: Bool) throws {
    #expect(try Pattern(pattern).hasKnownStart == isKnown)
  }

  @Test func oneNameMayStandForSeveralGroups() throws {
    let pattern = try Pattern("(?<rate>[0-9]+)%|百分之(?<rate>[0-9]+)", .duplicateNames)
    #expect(pattern.groups("rate") == [1, 2])
    #expect(pattern.group("rate") == 1)
    #expect(pattern.groups("none").isEmpty)
  }

  @Test(arguments: [("(支出", 7), ("支出[0-9", 10), ("支**", 4), ("\\C", 2)])
  func aBadPatternTellsItsPlace(pattern: String, offset: Int) {
    let error = #expect(throws: PatternError.self) { try Pattern(pattern) }
    #expect(error?.offset == offset)
    #expect(error?.message.isEmpty == false)
  }

  @Test func optionsChangeTheReading() throws {
    #expect(try matches("GDP", .caseless, in: "gdp Gdp") == ["gdp", "Gdp"])
    #expect(try matches("[0-9] + # digits", .extended, in: "12 3") == ["12", "3"])
    #expect(try matches("^.", .multiline, in: "一\n二") == ["一", "二"])
    #expect(try matches("一.+", .dotAll, in: "一\n二") == ["一\n二"])
    #expect(try matches("一.+", in: "一\n二").isEmpty)
  }

  @Test func lineEndsAreLineFeeds() throws {
    #expect(try matches(".+", in: "一\r二\n三") == ["一\r二", "三"])
  }
}

@Suite struct MatcherTests {
  @Test(arguments: [
    ("[0-9]*", "12支3", ["12", "", "3", ""]),
    ("(?=支)", "支支", ["", ""]),
    ("|支", "支", ["", "支", ""]),
    ("支\\K出", "支出支出", ["出", "出"]),
    ("[一-龥]+", "支出12.5万元", ["支出", "万元"]),
    ("收入", "支出", []),
    ("", "", [""]),
  ])
  func allMatchesAreFoundInOrder(pattern: String, text: String, expected: [String]) throws {
    #expect(try matches(pattern, in: text) == expected)
    #expect(try matches("(*NO_JIT)" + pattern, in: text) == expected)
  }

  @Test func withoutJITTheInterpreterAnswers() throws {
    #expect(try !Pattern("(*NO_JIT)[0-9]").isJITCompiled)
  }

  @Test func anAnchoredPatternMatchesAtTheStartOnly() throws {
    let subject = Subject("共12人")
    var matcher = Matcher(try Pattern("[0-9]+", .anchored))
    #expect(try !matcher.match(in: subject))
    #expect(try matcher.match(in: subject, from: 3))
    #expect(matcher.range(of: 0) == 3..<5)
    #expect(try !matcher.matchNext(in: subject))
  }

  @Test(arguments: ["", "(*NO_JIT)"])
  func givingUpIsNotNoMatch(prefix: String) throws {
    let subject = Subject(String(repeating: "1", count: 40) + "元")
    var matcher = Matcher(try Pattern(prefix + "^([0-9]+,?)+$"))
    #expect(throws: MatchError.gaveUp) { try matcher.match(in: subject) }
    #expect(matcher.range(of: 0) == nil)
    #expect(try matcher.match(in: Subject("1,2")), "a matcher that gave up works on")
  }

  @Test func theStackOfTheMachineCodeIsBounded() throws {
    let subject = Subject(String(repeating: "支", count: 100_000) + "收")
    let pattern = try Pattern("(?:(支)|出)*收")
    var limits = Limits()
    limits.stack = 64 << 20
    var large = Matcher(pattern, limits: limits)
    #expect(try large.match(in: subject))
    limits.stack = 32 << 10
    var small = Matcher(pattern, limits: limits)
    #expect(throws: MatchError.gaveUp) { try small.match(in: subject) }
  }

  @Test(arguments: [(-1, nil), (1, nil), (7, nil), (3, 2), (0, 5), (0, 7)] as [(Int, Int?)])
  func offsetsInsideCharactersAndOutsideTheTextAreRefused(start: Int, end: Int?) throws {
    var matcher = Matcher(try Pattern("."))
    #expect(throws: MatchError.badOffset) { try matcher.match(in: Subject("支出"), from: start, upTo: end) }
  }

  @Test func theEndIsAnOffsetToo() throws {
    let subject = Subject("支出")
    var some = Matcher(try Pattern("."))
    #expect(try !some.match(in: subject, from: 6))
    var end = Matcher(try Pattern("(?<=出)$"))
    #expect(try end.match(in: subject, from: 6))
    #expect(end.range(of: 0) == 6..<6)
  }

  @Test func aBoundIsTheEndOfTheSubject() throws {
    let subject = Subject("12万元")
    var matcher = Matcher(try Pattern("[0-9]+$"))
    #expect(try !matcher.match(in: subject))
    #expect(try matcher.match(in: subject, upTo: 2))
    #expect(matcher.range(of: 0) == 0..<2)
  }

  @Test func aResetInsideALookAroundIsRefused() throws {
    var matcher = Matcher(try Pattern("(?=(?&reset))(?(DEFINE)(?<reset>支\\K))"))
    #expect(throws: MatchError.badRange) { try matcher.match(in: Subject("支出")) }
  }

  @Test func aMatcherServesManySubjects() throws {
    var matcher = Matcher(try Pattern("([0-9]+)万"))
    #expect(try matcher.match(in: Subject("支出12万")))
    #expect(matcher.range(of: 1) == 6..<8)
    #expect(try !matcher.match(in: Subject("支出12亿")))
    #expect(matcher.range(of: 1) == nil)
    #expect(try !matcher.matchNext(in: Subject("支出12万")), "nothing follows a match that was not found")
    #expect(try matcher.match(in: Subject("3万")))
    #expect(matcher.range(of: 1) == 0..<1)
    #expect(matcher.range(of: 2) == nil)
    #expect(matcher.range(of: -1) == nil)
  }

  @Test func onePatternServesManyTasks() async throws {
    let pattern = try Pattern("[0-9]+(?:\\.[0-9]+)?")
    let subject = Subject(String(repeating: "收入12.5万元，支出8万元。", count: 2_000))
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var matcher = Matcher(pattern)
          var count = 0
          try matcher.forEachMatch(in: subject) { _ in count += 1 }
          return count
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 4_000, count: 8))
  }
}

@Suite struct SubjectTests {
  @Test(
    arguments: [[0xE6, 0x94], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80]] as [[UInt8]],
    ["", "(*NO_JIT)"])
  func noMatchReachesOverBytesThatAreNoText(broken: [UInt8], prefix: String) throws {
    let subject = Subject(Array("支12".utf8) + broken + Array("3出".utf8) + broken)
    var matcher = Matcher(try Pattern(prefix + "[0-9].*"))
    #expect(try matcher.match(in: subject))
    #expect(matcher.range(of: 0) == 3..<5)
    #expect(try matcher.match(in: subject, from: 5 + broken.count))
    #expect(matcher.range(of: 0) == 5 + broken.count..<9 + broken.count)
    #expect(try !matcher.matchNext(in: subject, upTo: 9 + broken.count))
  }
}
