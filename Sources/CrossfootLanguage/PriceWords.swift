// SPDX-License-Identifier: Apache-2.0

/// Words of sentences that print a price, a number and an amount.
public struct PriceWords: Sendable {
  /// Words for a mean, with the units of what it is by; none for whatever is no event.
  public var units: [(word: String, units: [String])]
  /// Labels of an amount for all pieces together.
  public var totals: [String]
  /// Words that say of a price that it is a norm, or one of some time, or of an amount that others paid a part of it.
  public var norms: [String]

  /// The Chinese words.
  public static let chinese = PriceWords(
    units: [("人均", ["人", "名", "位", "人次"]), ("户均", ["户"]), ("单价", [])],
    totals: ["总价", "总金额", "金额", "总价款", "合同总价"],
    norms: [
      "标准", "定额", "每月", "每年", "月人均", "年人均", "每天", "每日", "每次", "人次均", "个月", "限额", "最高", "不超过", "预计", "其他", "优惠", "折扣",
      "减免", "税", "运费", "首付", "预付", "已付", "尾款", "承担", "负担", "配套", "自筹", "年末", "年底", "期末", "月末", "月底",
      "平均人数", "在编", "编制", "实有", "户籍", "常住", "投资", "首年", "首批", "首期", "分期", "分年", "含", "另", "概算", "估算", "造价",
    ])
}
