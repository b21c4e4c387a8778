// SPDX-License-Identifier: Apache-2.0

import CrossfootText
import Testing

@Suite struct ExpectationTests {
  @Test func readsAllParts() throws {
    let text = """
      # a comment

      finding  a.b|c.d  "合计" › "12.3%"   wrong, by "2"
      ok       *        "小计"  rounding
      """
    let read = try Expectation.parse(text)
    #expect(
      read == [
        Expectation(
          verdict: .finding, rules: ["a.b", "c.d"], anchor: ["合计", "12.3%"], reason: "wrong, by \"2\"", line: 3),
        Expectation(verdict: .ok, rules: [], anchor: ["小计"], reason: "rounding", line: 4),
      ])
  }

  @Test(
    "a line that cannot be read says why",
    arguments: [
      ("maybe a.b \"x\" why", "unknown verdict 'maybe'; use finding, ok, todo, todook"),
      ("ok \"x\" why", "no rule before the anchor"),
      ("finding * \"x\" why", "'*' stands for any rule in 'ok' only"),
      ("ok * x why", "expected a quoted text at 'x why'"),
      ("ok * \"x why", "expected a quoted text at '\"x why'"),
      ("ok * \"x\" › why", "expected a quoted text at 'why'"),
      ("ok * \"\" why", "an empty text anchors nothing"),
      ("ok * \"x\"", "no reason after the anchor"),
    ])
  func refuses(line: String, message: String) {
    #expect(throws: ExpectationError(line: 2, description: message)) { try Expectation.parse("\n" + line) }
  }

  @Test(
    "an anchor is found by its texts",
    arguments: [
      (["甲区"], 0..<6),
      (["甲区", "5"], 14..<15),
      (["乙区", "5"], 32..<33),
      (["12,345"], 7..<13),
      (["25"], 23..<25),
      (["乙区", "25.5"], nil),
      (["5"], nil),
      (["345"], nil),
      (["1.25"], nil),
      (["丙区"], nil),
    ])
  func anchors(texts: [String], range: Range<Int>?) throws {
    let report = Array("甲区 12,345 5\n乙区 25 1.250 5".utf8)
    let expectation = Expectation(verdict: .ok, rules: [], anchor: texts, reason: "", line: 1)
    #expect((try? expectation.place(in: report)) == range.map { SourceRange($0.lowerBound, $0.upperBound) })
  }
}
