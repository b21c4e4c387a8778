// SPDX-License-Identifier: Apache-2.0

/// A table that reports of the genre print in one form.
public enum StandardTable: Int, Sendable, CaseIterable {
  /// Income and expenditure of all funds, side by side.
  case balance
  /// Income, and expenditure, of all funds line by line.
  case income, expense
  /// Income and expenditure of the treasury's grants, side by side.
  case grants
  /// Expenditure of the general budget by function.
  case general
  /// Basic expenditure of the general budget by economic class.
  case basic
}

/// A cell of a standard table.
public struct StandardCell: Sendable {
  public var table: StandardTable
  /// Names of the row.
  public var rows: [String]
  /// Last words of the column's header. Empty for a table with one column of amounts, or one of actual amounts.
  public var columns: [String]
  /// Whether it must be the first column of amounts: the one that the others are parts of.
  public var isFirst: Bool

  public init(_ table: StandardTable, _ rows: [String], _ columns: [String] = [], isFirst: Bool = false) {
    self.table = table
    self.rows = rows
    self.columns = columns
    self.isFirst = isFirst
  }
}

/// Two cells of standard tables that print the same figure. Of several pairs one must.
public struct StandardTie: Sendable {
  public var readings: [(left: StandardCell, right: StandardCell)]

  public init(_ readings: [(left: StandardCell, right: StandardCell)]) { self.readings = readings }
}

/// The standard tables of a genre: how they are titled, and how they tie to each other.
public struct StandardTables: Sendable {
  /// Last words of titles.
  public var titles: [(table: StandardTable, endings: [String])]
  /// Words before such an ending that make it the title of another table.
  public var bars: [String]
  public var ties: [StandardTie]
}

extension StandardTables {
  private static let totals = ["合计", "总计", "共计"]

  /// The tables of Chinese departments' budgets and accounts.
  public static let chinese = StandardTables(
    titles: [
      (
        .balance,
        [
          "收支总表", "收支预算总表", "收支总体情况表", "收支预算总体情况表", "收支决算总表", "收入支出决算总表", "收入支出总表", "收入支出预算总表",
        ]
      ),
      (.income, ["收入总表", "收入预算总表", "收入决算表", "收入决算总表", "收入总体情况表", "收入预算表", "收入预算总体情况表"]),
      (.expense, ["支出总表", "支出预算总表", "支出决算表", "支出决算总表", "支出总体情况表", "支出预算表", "支出预算总体情况表"]),
      (
        .grants,
        ["财政拨款收支总表", "财政拨款收支预算总表", "财政拨款收支总体情况表", "财政拨款收入支出决算总表", "财政拨款收支决算总表", "财政拨款收入支出总表"]
      ),
      (
        .general,
        [
          "一般公共预算支出表", "一般公共预算支出情况表", "一般公共预算支出预算表", "一般公共预算支出决算表", "一般公共预算财政拨款支出表", "一般公共预算财政拨款支出决算表",
          "一般公共预算支出功能分类预算表", "一般公共预算财政拨款支出预算表",
        ]
      ),
      (
        .basic,
        [
          "一般公共预算基本支出表", "一般公共预算基本支出情况表", "一般公共预算基本支出预算表", "一般公共预算基本支出决算表", "一般公共预算财政拨款基本支出表",
          "一般公共预算财政拨款基本支出决算表", "一般公共预算财政拨款基本支出决算明细表", "一般公共预算基本支出经济分类预算表", "一般公共预算基本支出部门预算经济分类预算表",
        ]
      ),
    ],
    bars: [
      "财政拨款", "一般公共预算", "政府性基金", "国有资本", "社会保险", "三公", "项目", "基本", "采购", "转移支付", "债务", "上年", "专户", "税收", "非税", "单位资金",
    ],
    ties: [
      StandardTie([
        (StandardCell(.income, totals, ["合计", "总计"], isFirst: true), StandardCell(.balance, ["收入总计"])),
        (StandardCell(.income, totals, ["合计", "总计"], isFirst: true), StandardCell(.balance, ["本年收入合计"])),
      ]),
      StandardTie([
        (StandardCell(.expense, totals, ["合计", "总计"], isFirst: true), StandardCell(.balance, ["支出总计"])),
        (StandardCell(.expense, totals, ["合计", "总计"], isFirst: true), StandardCell(.balance, ["本年支出合计"])),
      ]),
      StandardTie([
        (
          StandardCell(.general, totals, ["合计", "总计"], isFirst: true),
          StandardCell(.grants, ["支出总计"], ["一般公共预算", "一般公共预算财政拨款", "一般公共预算拨款"])
        ),
        (
          StandardCell(.general, totals, ["合计", "总计"], isFirst: true),
          StandardCell(.grants, ["本年支出合计"], ["一般公共预算", "一般公共预算财政拨款", "一般公共预算拨款"])
        ),
      ]),
      StandardTie([
        (
          StandardCell(.basic, totals, ["合计", "总计"], isFirst: true),
          StandardCell(.general, totals, ["基本支出", "基本支出合计", "基本支出小计"])
        )
      ]),
    ])
}
