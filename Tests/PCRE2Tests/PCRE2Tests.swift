// SPDX-License-Identifier: Apache-2.0
import PCRE2
import Testing

@Test func namedGroupsAreFoundByName() throws {
  let pattern = try Pattern("(?<amount>[0-9.]+)(?<unit>万元|亿元)?")
  let subject = Subject("支出 339.16 万元，收入 71.84万元")
  let amount = try #require(pattern.group("amount"))
  let unit = try #require(pattern.group("unit"))
  var matcher = Matcher(pattern)
  #expect(try matcher.match(in: subject))
  #expect(matcher.range(of: amount).map { text(subject, $0) } == "339.16")
  #expect(matcher.range(of: unit) == nil)
  #expect(try matcher.matchNext(in: subject))
  #expect(matcher.range(of: unit).map { text(subject, $0) } == "万元")
  #expect(pattern.group("none") == nil)
  #expect(pattern.captureCount == 2)
}

/// The subject's text in a range.
private func text(_ subject: Subject, _ range: Range<Int>) -> String {
  String(decoding: subject.bytes[range], as: UTF8.self)
}
