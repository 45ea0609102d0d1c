import Formats
import Spelling
import Training
import Vocabulary

/// Days and months in the spellings that people use: `2024-03-05`, `2024.3.5`, `2024年3月5日`, `20240305`, `2024.3`,
/// `202403`, 45356 and the spreadsheet's own.
extension ImportCells {
    /// A month alone is its first day, or its last where `isEnd`.
    func day(_ field: ImportField, isEnd: Bool = false) throws -> Day? {
        guard let cell = self[field] else { return nil }
        if let day = Self.day(of: cell.value) { return day }
        guard let typed = try text(field) else { return nil }
        if isEnd, Self.isOpenEnd(typed.narrow) { return nil }
        let text = Self.bare(typed.withoutOuterSpace, isEnd: isEnd)
        if let day = Day(typed: Self.withoutClock(text)) { return day }
        if let month = try month(text, cell) {
            return Day(
                year: month.year, month: month.month,
                day: isEnd ? Day.length(ofMonth: month.month, year: month.year) : 1)
        }
        if let day = Self.day(digits: text.narrow) { return day }
        throw CellFlaw(
            "“\(shown(typed))”不是日期，请改成实际日期，如2024-03-05", "“\(shown(typed))” is no day: write it as 2024-03-05")
    }

    private static func isOpenEnd(_ text: String) -> Bool {
        ["至今", "今", "现在", "在任", "现任", "在职", "未免", "未免职", "-", "--", "—", "——", "无", "/"].contains(text)
    }

    /// Without what a sentence puts around a day: `自2024年3月5日起`, `至2025年6月`.
    private static func bare(_ text: String, isEnd: Bool) -> String {
        var text = text
        for start in isEnd ? ["至", "到"] : ["自", "从"] where text.hasPrefix(start) { text.removeFirst() }
        for end in isEnd ? ["为止", "止"] : ["以来", "开始", "起", "始"] where text.hasSuffix(end) {
            text.removeLast(end.count)
            break
        }
        return text
    }

    /// The days of something, where both may stand in one cell: `2026年3月5日-9日`, `2026.3.5至2026.3.9`.
    func span(_ field: ImportField) throws -> (from: Day, to: Day?)? {
        if case .text(let text)? = self[field]?.value, let days = Self.span(of: text.narrow) { return days }
        return try day(field).map { ($0, nil) }
    }

    private static func span(of text: String) -> (from: Day, to: Day?)? {
        let signs = ["至", "到", "~", "～", "—", "–", "-"]
        guard let sign = signs.first(where: { text.contains($0) }) else { return nil }
        let parts = text.split(separator: sign, omittingEmptySubsequences: true)
        // A day with hyphens in it is none of two days.
        guard parts.count == 2, let from = Day(typed: String(parts[0])) else { return nil }
        let end = String(parts[1])
        if let to = Day(typed: end) { return (from, to) }
        // `9日`, `3月9日`, `3.9`: of the same month, of the same year.
        let numbers = end.split { "年月日./号".contains($0) }.map { Int($0) }
        guard let last = numbers.last ?? nil, numbers.count <= 2, !numbers.contains(nil) else { return nil }
        let month = numbers.count == 2 ? numbers[0] ?? 0 : from.month
        return Day(year: from.year, month: month, day: last).map { (from, $0) }
    }

    /// A month of birth as it is kept, `1984-07`.
    func birthMonth(today: Day) throws -> String? {
        guard let cell = self[.birthMonth] else { return nil }
        let found: (year: Int, month: Int)
        if let day = Self.day(of: cell.value) {
            found = (day.year, day.month)
        } else {
            guard let text = try text(.birthMonth) else { return nil }
            if let day = Day(typed: Self.withoutClock(text)) {
                found = (day.year, day.month)
            } else if let month = try month(text, cell) {
                found = month
            } else if let day = Self.day(digits: text.narrow) {
                found = (day.year, day.month)
            } else {
                throw CellFlaw(
                    "“\(shown(text))”不是出生年月，请写作1984-07", "“\(shown(text))” is no month of birth: write 1984-07")
            }
        }
        let month = String(found.year) + "-" + (found.month < 10 ? "0" : "") + String(found.month)
        guard PeopleRules.birthMonth(month) != nil, PeopleRules.isLikely(birthMonth: month, on: today) else {
            throw CellFlaw("出生年月\(month)不合理，请核对", "The month of birth \(month) is unlikely: check it")
        }
        return month
    }

    private static func day(of value: SheetValue) -> Day? {
        switch value {
        case .day(let day), .moment(let day, _): Day(iso: day.description)
        default: nil
        }
    }

    private static func withoutClock(_ text: String) -> String {
        guard text.contains(":"), let space = text.withoutOuterSpace.firstIndex(where: { $0 == " " || $0 == "T" })
        else {
            return text
        }
        return String(text.withoutOuterSpace[..<space])
    }

    /// `20240305`, or the number of a day as spreadsheets count them.
    private static func day(digits text: String) -> Day? {
        guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text) else { return nil }
        if text.utf8.count == 8 { return Day(year: number / 10000, month: number / 100 % 100, day: number % 100) }
        guard text.utf8.count == 5, let day = CalendarDay(serial: number) else { return nil }
        return Day(iso: day.description)
    }

    /// `2024.3`, `2024年3月`, `二〇二四年三月`, `2024-03`, `202403`.
    private func month(_ text: String, _ cell: SheetCell) throws -> (year: Int, month: Int)? {
        var narrow = text.narrow.withFiguresInDates
        let isNumber = if case .number = cell.value { true } else { origin != .workbook && !narrow.hasSuffix("月") }
        if narrow.hasSuffix("月") { narrow.removeLast() }
        if narrow.hasSuffix("月份") { narrow.removeLast(2) }
        let parts = narrow.split(omittingEmptySubsequences: false) { "年./-".contains($0) }
        let numbers = parts.map { part in part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil }
        var found: (year: Int, month: Int)?
        if parts.count == 2, parts[0].utf8.count == 4, (1...2).contains(parts[1].utf8.count), let year = numbers[0],
            let month = numbers[1]
        {
            // As a number, 2024.10 is 2024.1; and a table of text does not say what was a number before it was saved.
            if isNumber, parts[1] == "1", narrow.contains(".") {
                throw CellFlaw(
                    "“\(text)”可能是1月，也可能是10月，请把这一格设为文本，写作\(year)-01或\(year)-10",
                    "“\(text)” may be January or October: make the cell text and write \(year)-01 or \(year)-10")
            }
            found = (year, month)
        } else if parts.count == 1, narrow.utf8.count == 6, let number = numbers[0] {
            found = (number / 100, number % 100)
        }
        guard let found, (1900...2200).contains(found.year), (1...12).contains(found.month) else { return nil }
        return found
    }
}
