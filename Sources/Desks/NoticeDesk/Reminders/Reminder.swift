import LedgerEngine
import Store
import Vocabulary

/// What the office sent to every unit that was behind on one obligation (提醒).
struct Reminder: Noun {
    var code: String
    /// The obligation's number in the edition of that day, and what it asks.
    var obligation: String
    var clause: Words
    /// What the office adds in its own words.
    var remark: String
    /// The unit within which the sender acts; nil: the whole town.
    var fromUnit: String?
    /// The account, and the moment, UTC.
    var by: String
    var at: String
    var day: Day
    var lines: [ReminderLine] = []

    static let table = Table<Reminder>(
        "reminders",
        Column("code") { $0.code }, Column("obligation") { $0.obligation }, Column("clause") { $0.clause.zh },
        Column("clause_en") { $0.clause.en }, Column("remark") { $0.remark }, Column("from_unit") { $0.fromUnit },
        Column("sent_by") { $0.by }, Column("sent_at") { $0.at }, Column("sent_day") { $0.day }
    ) { code, obligation, zh, en, remark, fromUnit, by, at, day in
        Reminder(
            code: code, obligation: obligation, clause: Words(zh, en), remark: remark, fromUnit: fromUnit, by: by,
            at: at, day: day)
    }
    static let lists = [
        NounList<Reminder>(
            \.lines, owner: "reminder",
            Table(
                "reminder_units",
                Column("code") { $0.code }, Column("unit") { $0.unit },
                Column("subject_kind") { $0.subject.kind.rawValue },
                Column("subject_code") { $0.subject.code }, Column("window_from") { $0.from },
                Column("window_to") { $0.to }, Column("standing") { $0.standing.rawValue },
                Column("figure") { $0.figure.zh }, Column("figure_en") { $0.figure.en }
            ) { code, unit, kind, subject, from, to, standing, zh, en in
                ReminderLine(
                    code: code, unit: unit, subject: Subject(.init(rawValue: kind) ?? .unit, subject), from: from,
                    to: to, standing: Standing(rawValue: standing) ?? .behind, figure: Words(zh, en))
            })
    ]
    /// A reminder is its sender's office's to look at; units have their own notice of it.
    static let reach = Reach.unit("from_unit")
}

/// One unit that was reminded, and how it stood then.
struct ReminderLine: Hashable, Sendable {
    /// `N2026-000001.12`
    var code = ""
    var unit: String
    /// The entry of the ledger that was behind.
    var subject: Subject
    var from: Day
    var to: Day?
    var standing: Standing
    /// `8 / 9次`
    var figure: Words
}

extension CodeSeries {
    static let reminder = CodeSeries(rawValue: "N")
}
