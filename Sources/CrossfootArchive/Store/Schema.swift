// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The tables and views of a store. docs/archive.md describes them for readers of other programs; the views are the
/// contract, the tables may change with a new version.
enum Schema {
  /// `PRAGMA application_id` of every store: "CRFT".
  static let applicationID: Int32 = 0x4352_4654

  /// All versions, oldest first. A version that was published is never changed.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
      try db.execute(sql: tables)
      try db.execute(sql: views)
    }
    return migrator
  }

  private static let tables = """
    CREATE TABLE runs(
      id INTEGER PRIMARY KEY,
      started TEXT NOT NULL, finished TEXT, tool TEXT NOT NULL, rules TEXT NOT NULL,
      added INTEGER NOT NULL DEFAULT 0, replaced INTEGER NOT NULL DEFAULT 0,
      reports INTEGER, figures INTEGER, ticked INTEGER, contradicted INTEGER, bounded INTEGER, unchecked INTEGER,
      errors INTEGER, warnings INTEGER, notes INTEGER);
    CREATE TABLE reports(
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, stamp TEXT NOT NULL, files TEXT, size INTEGER NOT NULL,
      title TEXT, organisation TEXT, kind TEXT NOT NULL, level TEXT, fiscal_year INTEGER, language TEXT,
      money_scale INTEGER,
      restated INTEGER NOT NULL,
      figures INTEGER NOT NULL, ticked INTEGER NOT NULL, contradicted INTEGER NOT NULL, bounded INTEGER NOT NULL,
      unchecked INTEGER NOT NULL, excluded INTEGER NOT NULL, relations INTEGER NOT NULL, rounding INTEGER NOT NULL);
    CREATE TABLE labels(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
    CREATE TABLE figures(
      report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE, number INTEGER NOT NULL,
      printed TEXT NOT NULL, value TEXT, lower TEXT, upper TEXT, last_place INTEGER,
      unit TEXT, unit_name INTEGER NOT NULL, scale INTEGER NOT NULL, qualifier TEXT,
      section INTEGER, label INTEGER, column_label INTEGER, scope INTEGER, fund INTEGER, stage TEXT, period TEXT,
      topic INTEGER, topic_year INTEGER, topic_stage TEXT,
      state TEXT NOT NULL, reason TEXT,
      file INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL,
      end_line INTEGER NOT NULL, end_column INTEGER NOT NULL,
      PRIMARY KEY(report, number)) WITHOUT ROWID;
    CREATE TABLE relations(
      report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE, number INTEGER NOT NULL,
      rule TEXT NOT NULL, kind TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT, ticks INTEGER NOT NULL,
      operands TEXT NOT NULL,
      PRIMARY KEY(report, number)) WITHOUT ROWID;
    CREATE TABLE findings(
      report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE, number INTEGER NOT NULL,
      rule TEXT NOT NULL, kind TEXT NOT NULL, severity TEXT NOT NULL,
      file INTEGER NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL,
      end_line INTEGER NOT NULL, end_column INTEGER NOT NULL,
      label TEXT NOT NULL, stated TEXT NOT NULL, expected TEXT, arithmetic TEXT, cause TEXT,
      message_zh TEXT NOT NULL, message_en TEXT NOT NULL, fingerprint TEXT NOT NULL, places TEXT NOT NULL,
      PRIMARY KEY(report, number)) WITHOUT ROWID;
    CREATE TABLE unchecked_reasons(
      report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE, reason TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY(report, reason)) WITHOUT ROWID;
    CREATE TABLE notes(
      report INTEGER NOT NULL REFERENCES reports(id) ON DELETE CASCADE, number INTEGER NOT NULL,
      kind TEXT NOT NULL, line INTEGER, count INTEGER NOT NULL,
      PRIMARY KEY(report, number)) WITHOUT ROWID;
    """

  /// The file of a place, `f` being the figure or finding and `r` its report: a report can be kept in several.
  static let file = "coalesce(json_extract(r.files, '$[' || f.file || ']'), r.path) AS file"

  private static let views = """
    CREATE VIEW report_view AS
      SELECT r.id AS report, path, hash, size, title, organisation, r.kind, level, fiscal_year, language, money_scale,
        restated, figures, ticked, contradicted, bounded, unchecked, excluded, relations, rounding,
        (SELECT count(*) FROM findings f WHERE f.report = r.id AND severity = 'error') AS errors,
        (SELECT count(*) FROM findings f WHERE f.report = r.id AND severity = 'warning') AS warnings,
        (SELECT count(*) FROM findings f WHERE f.report = r.id AND severity = 'note') AS notes
      FROM reports r;
    CREATE VIEW figure_view AS
      SELECT f.report, r.path, r.organisation, r.kind, r.fiscal_year, f.number, \(file), f.line, f.column, f.printed,
        f.value, f.lower, f.upper,
        CAST(f.value AS REAL) AS value_number, f.unit, f.scale, f.qualifier,
        s.text AS section, l.text AS label, c.text AS column_label, p.text AS scope, u.text AS fund, f.stage, f.period,
        t.text AS topic, f.topic_year, f.topic_stage, f.state, f.reason
      FROM figures f JOIN reports r ON r.id = f.report
        LEFT JOIN labels s ON s.id = f.section LEFT JOIN labels l ON l.id = f.label
        LEFT JOIN labels c ON c.id = f.column_label LEFT JOIN labels p ON p.id = f.scope
        LEFT JOIN labels u ON u.id = f.fund LEFT JOIN labels t ON t.id = f.topic;
    CREATE VIEW relation_view AS
      SELECT x.report, r.path, r.organisation, r.kind AS report_kind, r.fiscal_year, x.number, x.rule, x.kind,
        x.verdict, x.reason, x.ticks
      FROM relations x JOIN reports r ON r.id = x.report;
    CREATE VIEW operand_view AS
      SELECT x.report, r.path, x.number AS relation, x.rule, x.verdict, json_extract(o.value, '$[1]') AS role,
        f.number AS figure, f.printed, f.value, \(file), f.line, f.column
      FROM relations x JOIN reports r ON r.id = x.report, json_each(x.operands) o
        JOIN figures f ON f.report = x.report AND f.number = json_extract(o.value, '$[0]');
    CREATE VIEW finding_view AS
      SELECT f.report, r.path, r.organisation, r.kind AS report_kind, r.fiscal_year, f.number, f.rule, f.kind,
        f.severity, \(file), f.line, f.column, f.label, f.stated, f.expected, f.arithmetic, f.cause, f.message_zh,
        f.message_en, f.fingerprint
      FROM findings f JOIN reports r ON r.id = f.report;
    CREATE VIEW place_view AS
      SELECT f.report, r.path, f.number AS finding, f.rule, json_extract(p.value, '$.role') AS role,
        json_extract(p.value, '$.text') AS text, json_extract(p.value, '$.path') AS file,
        json_extract(p.value, '$.line') AS line, json_extract(p.value, '$.column') AS column
      FROM findings f JOIN reports r ON r.id = f.report, json_each(f.places) p;
    CREATE VIEW coverage_view AS
      SELECT fiscal_year, organisation, kind, count(*) AS reports, sum(figures) AS figures, sum(ticked) AS ticked,
        sum(contradicted) AS contradicted, sum(bounded) AS bounded, sum(unchecked) AS unchecked
      FROM reports GROUP BY fiscal_year, organisation, kind;
    """
}
