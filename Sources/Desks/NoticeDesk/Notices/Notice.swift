import LedgerEngine
import Pages
import Store
import Vocabulary

/// A reminder as one unit has it: the same row that the reminder lists the unit by.
struct Notice: Noun {
    var code: String
    var reminder: String
    var line: ReminderLine

    static let table = Table<Notice>(
        "reminder_units",
        Column("code") { $0.code }, Column("reminder") { $0.reminder }, Column("unit") { $0.line.unit },
        Column("subject_kind") { $0.line.subject.kind.rawValue }, Column("subject_code") { $0.line.subject.code },
        Column("window_from") { $0.line.from }, Column("window_to") { $0.line.to },
        Column("standing") { $0.line.standing.rawValue }, Column("figure") { $0.line.figure.zh },
        Column("figure_en") { $0.line.figure.en }
    ) { code, reminder, unit, kind, subject, from, to, standing, zh, en in
        Notice(
            code: code, reminder: reminder,
            line: ReminderLine(
                code: code, unit: unit, subject: Subject(.init(rawValue: kind) ?? .unit, subject), from: from, to: to,
                standing: Standing(rawValue: standing) ?? .behind, figure: Words(zh, en)))
    }
    static let reach = Reach.unit("unit")
    /// The journal tells of it within its reminder.
    static var unjournaled: Set<String> { Set(table.columns) }

    /// Those that went to the reader's own unit; who acts for the whole town gets none.
    static func own(of reader: Reader) -> SQL { reader.unit.map { "unit = \($0)" } ?? .never }

    /// Those that a reader has not marked as read.
    static func unread(by reader: Reader) -> SQL {
        "\(own(of: reader)) and code not in (select notice from notice_readings where account = \(reader.account))"
    }
}

/// That somebody has read a notice.
struct NoticeReading: Noun {
    var code: String
    var notice: String
    var account: String
    /// The moment, UTC.
    var at: String

    init(code: String, notice: String, account: String, at: String) {
        self.code = code
        self.notice = notice
        self.account = account
        self.at = at
    }

    static let table = Table<NoticeReading>(
        "notice_readings",
        Column("code") { $0.code }, Column("notice") { $0.notice }, Column("account") { $0.account },
        Column("read_at") { $0.at }, make: NoticeReading.init)
    static let reach = Reach.through("notice", Notice.self)
}

/// Marks a notice as read by its reader, who works for the unit that it went to (已读).
struct ReadNotice: Act {
    static let right = Right.see
    static let words = Words("阅读提醒", "Read the reminder")
    static let mayStandAlready = true
    var notice: String

    func perform(in t: ActTransaction) throws {
        guard let notice = try t.one(Notice.self, notice, for: t.reader), notice.line.unit == t.reader.unit else {
            try t.refuse(NoticeProblem.notYours)
        }
        let code = "\(notice.code) \(t.reader.account)"
        guard try t.one(NoticeReading.self, code, for: t.reader) == nil else { return }
        try t.insert(NoticeReading(code: code, notice: notice.code, account: t.reader.account, at: t.writing.at))
    }
}
