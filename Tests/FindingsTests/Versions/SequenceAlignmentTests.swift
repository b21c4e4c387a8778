// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CrossfootFindings

@Suite struct SequenceAlignmentTests {
  /// The pairs as the letters of both sequences, `-` for one that has no partner.
  private func pairs(_ old: String, _ new: String) -> String {
    let (a, b) = (Array(old.utf8), Array(new.utf8))
    let partners = SequenceAlignment(a.map(Int.init), b.map(Int.init)).partners
    return String(decoding: zip(b, partners).map { $1 == nil ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
  }

  @Test(
    "what is in both, in order, is paired",
    arguments: [
      ("abcd", "abcd", "abcd"), ("abcd", "abXcd", "ab-cd"), ("abcd", "acd", "acd"), ("", "ab", "--"), ("ab", "", ""),
      ("abc", "xyz", "---"), ("aaaa", "aa", "aa"), ("aa", "aaaa", "aa--"), ("abcabc", "abcXabc", "abc-abc"),
      ("abcdef", "defabc", "---abc"), ("axbxcx", "xaxbxc", "-axbxc"),
    ])
  func paired(_ row: (old: String, new: String, pairs: String)) {
    #expect(pairs(row.old, row.new) == row.pairs)
  }

  @Test("partners have equal keys and rise, for any two sequences")
  func valid() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let keys = Int.random(in: 1...12, using: &random)
      func sequence() -> [Int] {
        (0..<Int.random(in: 0...40, using: &random)).map { _ in Int.random(in: 0..<keys, using: &random) }
      }
      let (old, new) = (sequence(), sequence())
      let partners = SequenceAlignment(old, new).partners
      #expect(partners.count == new.count)
      let used = partners.compactMap(\.self)
      #expect(used == used.sorted() && Set(used).count == used.count)
      for (index, partner) in partners.enumerated() { if let partner { #expect(old[partner] == new[index]) } }
    }
  }

  // Were a step quadratic in any of these, the test would not end: 200,000 squared.
  @Test("no shape of sequences takes long")
  func linear() {
    let count = 200_000
    let shapes: [(old: [Int], new: [Int])] = [
      (Array(0..<count), Array((0..<count).reversed())),
      (Array(repeating: 1, count: count), Array(repeating: 2, count: count)),
      (Array(repeating: 1, count: count), [2] + Array(repeating: 1, count: count) + [3]),
      ((0..<count).map { $0 % 7 }, (0..<count).map { $0 % 5 }),
      ((0..<count).map { $0 / 2 }, (0..<count).map { ($0 + 1) / 2 }),
    ]
    for shape in shapes { #expect(SequenceAlignment(shape.old, shape.new).partners.count == shape.new.count) }
  }
}
