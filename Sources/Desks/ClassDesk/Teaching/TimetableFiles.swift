import Formats
import Pages
import Store
import Vocabulary

/// The timetable to be handed out: as a workbook, and as a page to be printed (work-classes 8).
extension TrainingClass {
    private static let heads = [
        Words("时间", "Time"), Words("课程（活动）内容", "Course"), Words("形式", "How"), Words("授课人（单位、职务）", "Trainer"),
        Words("地点", "Place"), Words("备注", "Remark"),
    ]

    func timetableWorkbook(_ ask: Ask) throws -> Answered {
        let lines = try lines(ask)
        let widths: [Double] = [26, 40, 12, 34, 28, 16]
        let file = RowsFile(
            ask.say(Words("课程表", "Timetable")),
            zip(Self.heads, widths).map { RowsFile.Column(ask.say($0), width: $1) },
            about: [title, ask.say("导出日期：", "Day: ") + ask.today.iso]
        ) { take in
            for line in lines { try take(line.cells) }
        }
        return .file(
            try file.workbook(ask.context), type: RowsFile.workbookType, name: "\(code)-timetable.xlsx",
            shown: "\(title)课程表.xlsx")
    }

    func timetableDocument(_ ask: Ask) throws -> Answered {
        let lines = try lines(ask)
        var document = OfficialDocument([
            .title("\(title)课程表"),
            .table(
                heads: Self.heads.map(\.zh), rows: lines.map(\.cells), widths: [22, 34, 10, 28, 20, 18],
                struck: Set(lines.indices.filter { lines[$0].isStruck })),
        ])
        document.isLandscape = true
        return try .document(
            document,
            name: "\(code)-timetable.docx", shown: "\(title)课程表.docx")
    }

    private struct Line {
        var cells: [String]
        /// Another was taught in its place.
        var isStruck = false
    }

    /// The arrival, and then every session, with what it took the place of beneath it. On paper it is Chinese, as it hangs on
    /// the wall.
    private func lines(_ ask: Ask) throws -> [Line] {
        guard let sheet = try ask.reading.one(Timetable.self, code, for: ask.reader)?.sheet else {
            throw NotFound(context: ask.context)
        }
        let arrival = Line(
            cells: ["\(scheme.registration.spokenShort)", "报到", "", "", scheme.parts.first?.place ?? "", ""])
        let starts = sheet.sessions.first.map { $0.day >= scheme.registration } ?? true
        let (olds, left) = sheet.replacedAt
        let held = zip(sheet.timed(try ask.classRules), olds).flatMap { timed, olds in
            [Line(cells: Self.cells(timed.session, timed.clock, hours: timed.session.halfHours))] + olds.map(Self.line)
        }
        return (starts ? [arrival] : []) + held + left.map(Self.line)
    }

    private static func line(_ old: ReplacedSession) -> Line {
        var cells = cells(old.session, "", hours: 0)
        cells[cells.count - 1] = old.said.zh
        return Line(cells: cells, isStruck: true)
    }

    private static func cells(_ session: ClassSession, _ clock: String, hours: Int) -> [String] {
        [
            "\(session.day.spokenShort)\(session.half.words.zh)\(clock.isEmpty ? "" : " \(clock)")", session.course,
            session.way.words.zh, session.trainer, session.room,
            hours > 0 ? "\(Figure.plain(Double(hours) / 2))学时" : "",
        ]
    }
}

extension Day {
    /// `10月12日（周一）`
    fileprivate var spokenShort: String {
        let (_, month, day) = civil
        return "\(month)月\(day)日（\(weekdayWords.zh)）"
    }
}
