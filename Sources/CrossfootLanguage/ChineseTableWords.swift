// SPDX-License-Identifier: Apache-2.0

extension TableWords {
  static let chinese = TableWords(
    totalEndings: ["合计", "总计", "共计", "总额", "合计数", "总数"],
    subtotalEndings: ["小计"],
    partOpeners: ["其中", "#", "＃", "其中包括"],
    plusOpeners: ["加:", "加："],
    minusOpeners: ["减:", "减：", "减去", "扣除"],
    ownLevelEndings: ["本级"],
    countEndings: [
      "数量", "人数", "户数", "个数", "件数", "辆数", "家数", "台数", "次数", "面积", "编制", "产量", "单价", "序号", "行次", "年度", "年份", "指数", "增速",
      "(人)", "(个)", "(辆)", "(户)", "(台)", "(家)", "(次)",
    ],
    dashes: ["-", "--", "—", "——", "－", "/", "–", "―"])
}
