// SPDX-License-Identifier: Apache-2.0
import CrossfootText
import Testing

/// Folded text with the marks as letters that can be read.
private func marked(_ text: String) -> String {
  let letters: [UInt8: Character] = [
    FoldedText.Mark.block: "¶", FoldedText.Mark.row: "↓", FoldedText.Mark.cell: "│", FoldedText.Mark.tableOpen: "⟦",
    FoldedText.Mark.tableClose: "⟧",
  ]
  return String(fold(text).folded.map { $0.asciiValue.flatMap { letters[$0] } ?? $0 })
}

@Suite struct MarkupTests {
  @Test(arguments: [
    ("<p>收入</p><div>支出<br/>结余</div>", "¶收入¶¶支出¶结余¶"),
    ("<TABLE><TR><TH>项目</TH><td width=\"20\">5</td></TR></TABLE>", "⟦↓│项目│5⟧"),
    ("1<b>2</b><span style='a'>3</span><sup>4</sup>", "1234"),
    ("<a href=\"x?a=1&b=2\" title=\"甲>乙\">链接</a>", "链接"),
    ("<td nowrap colspan=2>5</td><hr noshade>", "│5¶"),
    ("<!-- 12 > 5 -->收入<!---->支出<!-->结余", "收入支出结余"),
    ("<!DOCTYPE html><?xml version=\"1.0\"?><![endif]>1", "1"),
    ("<script src='a.js'>if (1<2) { x = '<p>' }</SCRIPT >5", "5"),
    ("<style>td{width:9px}</style>5", "5"),
    ("<o:p></o:p><st1:date Year=\"2023\" w:st='on'>2023</st1:date><founder-content>3</founder-content>", "20233"),
    ("<h1>第一部分</h1>\n<li>一", "¶第一部分¶\n¶一"),
    ("</p >5</tr>", "¶5"),
  ])
  func tags(text: String, expected: String) {
    #expect(marked(text) == expected)
  }

  @Test(arguments: [
    "得分<200", "a < b", "a<b 且 b>c", "若x<a 200>y", "<附件>", "<PLAN 2023>", "<T2023>", "<5>", "<>", "</>", "<!>", "<?>",
    "<! 5>",
    "<b<b", "p<0.05", "<b且c>", "1<2>1", "<《办法》>", "<a@b.cn>", "<",
  ])
  func whatOnlyLooksLikeATagIsText(text: String) {
    let (folded, markup, notes) = fold(text)
    #expect(folded == text)
    #expect(markup.isEmpty)
    #expect(notes.isEmpty)
  }

  @Test func aMissingQuoteDoesNotSwallowText() {
    #expect(marked("<p class=\"a>收入100<p class=\"b\">支出").contains("100"))
  }

  @Test func markupIsRecordedAndMerged() {
    let markup = fold("收<b><i>入</i></b> <!-- 5 --><br>支出<script>6</script>").markup
    #expect(markup == ["<b><i>", "</i></b>", "<!-- 5 --><br>", "<script>6</script>"])
  }

  @Test(arguments: [
    ("收入<!-- 100", "收入<!-- 100", 1), ("<!-- 1 <!-- 2", "<!-- 1 <!-- 2", 2), ("收入<p class='a'", "收入<p class='a'", 1),
    ("<script>5", "5", 1), ("收入5", "收入5", 0),
  ])
  func markupThatNeverClosesIsNotedAndRead(text: String, expected: String, count: Int) {
    let (folded, _, notes) = fold(text)
    #expect(folded == expected)
    #expect(notes.map(\.kind) == (count > 0 ? [.unclosedMarkup] : []))
    #expect(notes.first?.count ?? 0 == count)
  }

  /// Were any of these quadratic, the test would not end.
  @Test(arguments: [
    "<", "<a", "<a ", "<a b=\"", "<a b='<a b=\"", "<!--", "<script>", "<style>", "<p ", "&", "&#", "<b>", "</", "<?x",
    "\r",
  ])
  func repetitionIsLinear(part: String) {
    let source = SourceText(bytes: Array(String(repeating: part, count: 200_000).utf8))
    let (folded, _) = FoldedText.fold(source)
    #expect(folded.map.sourceOffset(folded.bytes.count) == source.bytes.count)
  }
}
