import Pages
import Store
import Vocabulary

/// The attendance of a class as one table (考勤表): people by half-days, what it comes to, and how many were there. Page and
/// workbook show the same cells.
struct AttendanceGrid {
    struct Line {
        var trainee: Trainee
        var name: String
        var unit: String
        /// One a half-day; empty: its roll was not called.
        var signs: [String]
        var present: String
        var away: String
        /// What may still be missed.
        var left: String
        var warning: AbsenceWarning?
    }

    let halves: [ClassHalf]
    let lines: [Line]
    /// Who was there of those on the roll, by half-day: `23/24`.
    let there: [String]
    let limit: String

    init(_ progress: ClassProgress, _ ask: Ask) throws {
        let attendance = progress.attendance
        halves = attendance.halves.map(\.place)
        let leave = try ask.reading.leaveGranted(in: progress.found.code)
        limit = Attendance.hours(attendance.limit)
        lines = try progress.students.map { trainee in
            let away = attendance.away(trainee.code)
            return Line(
                trainee: trainee, name: try ask.naming.personName(trainee.person),
                unit: try ask.naming.unitName(trainee.unit),
                signs: attendance.halves.map { half in
                    guard attendance.isCalled(trainee.code, half.place) else {
                        // Leave that was granted is seen before the roll is called.
                        let granted = leave[trainee.code]?.first { $0.scheme.covers(half.place) }
                        return granted.map { "（\($0.scheme.kind.mark.sign)）" } ?? ""
                    }
                    return attendance.mark(trainee.code, half.place)?.sign ?? RollMark.hereSign
                },
                present: Attendance.hours(Double(attendance.present(trainee.code))),
                away: Attendance.hours(Double(away)),
                left: attendance.hoursLeft(trainee.code), warning: attendance.warning(trainee.code))
        }
        there = attendance.halves.map { half in
            guard attendance.rolls[half.place] != nil else { return "" }
            let on = progress.students.filter { attendance.isCalled($0.code, half.place) }
            let here = on.count { attendance.mark($0.code, half.place)?.isThere ?? true }
            return "\(here)/\(on.count)"
        }
    }

    static func head(_ place: ClassHalf) -> Words {
        let day = "\(place.day.month)-\(place.day.civil.day)"
        return Words("\(day)\(place.half.words.zh)", "\(day) \(place.half.words.en.lowercased())")
    }

    var heads: [Words] {
        [Words("姓名", "Name"), Words("单位", "Unit")] + halves.map(Self.head) + [
            Words("出勤学时", "Hours there"), Words("缺课学时", "Hours missed"),
            Words("还可缺课（上限\(limit)）", "May still miss (of \(limit))"), Words("提醒", "Note"),
        ]
    }

    /// Each line of the table as texts, the last of them how many were there.
    func cells(_ ask: Ask) -> [[String]] {
        lines.map { line in
            [line.name, line.unit] + line.signs
                + [line.present, line.away, line.left, line.warning.map { ask.say($0.words) } ?? ""]
        } + [[ask.say("实到/应到", "There/of"), ""] + there + ["", "", "", ""]]
    }

    static let legend: [(sign: String, words: Words)] =
        [(RollMark.hereSign, RollMark.here)] + RollMark.Mark.allCases.map { ($0.sign, $0.words) }
}

extension TrainingClass {
    /// The same table for a spreadsheet.
    func attendanceWorkbook(_ ask: Ask) throws -> Answered {
        let grid = try AttendanceGrid(try ask.progress(of: self), ask)
        let figures = grid.heads.count - 4..<grid.heads.count - 1
        let columns = grid.heads.enumerated().map { place, words in
            RowsFile.Column(ask.say(words), as: figures.contains(place) ? .number : .text, width: place == 1 ? 24 : nil)
        }
        let legend = AttendanceGrid.legend.map { "\($0.sign) \(ask.say($0.words))" }.joined(separator: "  ")
        let rows = RowsFile(
            ask.say("考勤表", "Attendance"), columns,
            about: [title, legend, ask.say("导出日期：", "Day: ") + ask.today.iso]
        ) { take in
            for cells in grid.cells(ask) { try take(cells) }
        }
        return .file(
            try rows.workbook(ask.context), type: RowsFile.workbookType, name: "\(code)-attendance.xlsx",
            shown: "\(title)\(ask.say("考勤表", " attendance")).xlsx")
    }
}
