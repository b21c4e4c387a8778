// SPDX-License-Identifier: Apache-2.0
import CrossfootText
import TestSupport
import Testing

@Suite struct FoldingTests {
  @Test(arguments: [
    ("支出１２３．４５万元", "支出123.45万元"),
    ("＋１２％－３＝＃＊／：；（）［］＜＞～！？ＡＢｃ", "+12%-3=#*/:;()[]<>~!?ABc"),
    ("6，725.48，其中", "6，725.48，其中"),
    ("。、《》“”【】〔〕—", "。、《》“”【】〔〕—"),
    ("−5 –5 －5 ﹣5 ‐5 ‑5", "-5 -5 -5 -5 -5 -5"),
    ("比例3∶2，5〜10％", "比例3:2，5~10%"),
    ("支\u{3000}出\u{A0}1\u{2003}2\u{202F}3\u{205F}4\u{2028}", "支 出 1 2 3 4 "),
    ("1\u{200B}2\u{FEFF}3\u{AD}4\u{202E}5\u{2066}6\u{2060}7", "1234567"),
    ("一\r\n二\r三\n\n四\u{C}五\t六", "一\n二 三\n\n四\u{C}五\t六"),
    ("1\u{0}2\u{1D}3\u{1E}4\u{1F}5\u{2}6\u{3}7\u{7F}8\u{85}9", "1 2 3 4 5 6 7 8 9"),
    ("面积12㎡，≥90，①", "面积12㎡，≥90，①"),
    ("完成调整预算[4]的95%[12]。", "完成调整预算的95%。"),
    ("[1]注，甲[1]\t乙 [2]丙[2023]丁[x]戊[3", "[1]注，甲[1]\t乙 [2]丙[2023]丁[x]戊[3"),
    ("𠮷é한글", "𠮷é한글"),
    ("", ""),
    ("\r", " "),
  ])
  func scalars(text: String, expected: String) {
    #expect(fold(text).folded == expected)
  }

  @Test(arguments: [
    ("支出&nbsp;12", "支出 12"),
    ("&lt;5&gt;&amp;&quot;&apos;", "<5>&\"'"),
    ("2020&ndash;2023&mdash;&middot;&times;&hellip;", "2020-2023—·×…"),
    ("&#65301;&#xFF05;&#X4e00;&#49;", "5%一1"),
    ("&le;&ge;&plusmn;&divide;", "≤≥±÷"),
    ("&amp;nbsp;&lt;p&gt;", "&nbsp;<p>"),
    ("1&zwj;2&shy;3&#8203;4", "1234"),
    ("1&#10;2&#9;3&#29;4", "1 2 3 4"),
    (
      "A&B;&;&#;&#x;&#12a;&nbsp&nothing;&#xD800;&#1114112;&#0;",
      "A&B;&;&#;&#x;&#12a;&nbsp&nothing;&#xD800;&#1114112;&#0;"
    ),
    ("&#99999999999999999999;R&D&", "&#99999999999999999999;R&D&"),
  ])
  func entities(text: String, expected: String) {
    #expect(fold(text).folded == expected)
  }

  @Test func derivedRangesSliceToThePrintedText() {
    let source = SourceText(bytes: Array("\u{FEFF}<p>共<b>１２．５</b>万&nbsp;元\r\n&#65301;%</p>".utf8))
    let (folded, _) = FoldedText.fold(source)
    let text = String(decoding: folded.bytes, as: UTF8.self)
    #expect(text == "\u{1D}共12.5万 元\n5%\u{1D}")
    for (printed, expected) in [
      ("共", "共"), ("12.5", "１２．５"), ("5万", "５</b>万"), (" ", "&nbsp;"), ("元\n", "元\r\n"), ("5%", "&#65301;%"),
    ] {
      let bytes = Array(printed.utf8)
      let options = folded.bytes.indices.filter { folded.bytes[$0...].starts(with: bytes) }
      let places = options.map { start in
        source.text(folded.map.sourceRange(start..<start + bytes.count) { source.scalarEnd($0) })
      }
      #expect(places.contains(expected), "\(printed): \(places)")
    }
  }

  @Test func anEmptyRangeStaysEmpty() {
    let source = SourceText(bytes: Array("１２".utf8))
    let map = FoldedText.fold(source).0.map
    #expect(map.sourceRange(1..<1) { source.scalarEnd($0) } == SourceRange(3, 3))
    #expect(map.sourceRange(2..<2) { source.scalarEnd($0) } == SourceRange(6, 6))
  }

  @Test func partsOfAMapCanBeJoinedAnew() {
    let source = SourceText(bytes: Array("甲&nbsp;１２<br>乙３".utf8))
    let (folded, _) = FoldedText.fold(source)
    var joined = OffsetMap()
    var cursor = OffsetMap.Cursor()
    joined.append(folded.map, range: 4..<6, &cursor)
    joined.replace(1, from: folded.map.sourceOffset(6))
    joined.append(folded.map, range: 7..<11, &cursor)
    joined.finish(sourceCount: source.bytes.count)
    let places = [0..<2, 2..<3, 3..<6, 6..<7, 0..<7].map { range in
      source.text(joined.sourceRange(range) { source.scalarEnd($0) })
    }
    #expect(places == ["１２", "<", "乙", "３", "１２<br>乙３"])
    #expect(joined.sourceOffset(7) == source.bytes.count)
  }

  @Test(
    "what folds is found wherever it stands, and nothing else",
    arguments: [
      ("％", "%"), ("\u{3000}", " "), ("\u{A0}", " "), ("\u{200B}", ""), ("\u{7F}", " "), ("\u{1}", " "), ("\r\n", "\n"),
      ("&lt;", "<"), ("<b>", ""),
      ("、", "、"), ("，", "，"), ("\u{80000}", "\u{80000}"), ("é", "é"), ("\t", "\t"), ("ㄅ", "ㄅ"),
    ])
  func places(text: String, expected: String) {
    for before in 0..<66 {
      for after in [0, 1, 64] {
        let head = String(repeating: "8", count: before)
        let tail = String(repeating: "一", count: after / 3) + String(repeating: "a", count: after % 3)
        let source = SourceText(bytes: Array((head + text + tail + text).utf8))
        #expect(FoldedText.fold(source).0.bytes == Array((head + expected + tail + expected).utf8))
      }
    }
  }

  /// Mixtures of everything that folds, and of what nearly does.
  @Test(arguments: 0..<40)
  func anyMixtureFoldsSoundly(seed: UInt64) {
    let parts = [
      "12", "３４", "，", "％", "支出", "<p>", "</p>", "<td class=\"a5\">", "<b", ">", "<", "</", "\"", "='", "&", ";",
      "&nbsp;",
      "&#5", "&#53;", "&#x35;", "<!--", "-->", "<script>", "</script>", "\r", "\n", "\r\n", "\u{3000}", "\u{200B}",
      "\u{1F}", "𠮷",
      "<br/>", "<!DOCTYPE html>", "<style>9</style>", "<table>", "</table>", "<x y=1>", "\t", "\u{C}", "\u{2212}",
    ]
    var random = SplitMix64(seed: seed)
    let length = Int.random(in: 0...120, using: &random)
    let text = (0..<length).compactMap { _ in parts.randomElement(using: &random) }.joined()
    _ = fold(text)
  }

  @Test(arguments: 0..<20)
  func anyBytesFoldSoundly(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<400).map { _ in UInt8.random(in: 1...255, using: &random) }
    let (source, _) = try SourceText.decode(bytes, as: seed % 2 == 0 ? .gb18030 : .utf8)
    expectSound(FoldedText.fold(source).0, of: source)
  }
}
