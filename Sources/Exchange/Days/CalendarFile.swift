public import Vocabulary

/// A year of working days as a person writes it: a line for each day or stretch of days.
///
///     2027-01-01,休,元旦
///     2027-02-05..2027-02-11,休,春节
///     2027-02-13,班
public struct CalendarFile: Hashable, Sendable {
    public var year: Int
    public var holidays: [Day] = []
    public var workdays: [Day] = []

    /// Lines that are empty or begin with `#` say nothing, and so does a heading `day,kind,name`.
    public init(_ text: String) throws(UnreadableCalendar) {
        var found: Int?
        var seen: Set<Day> = []
        var lines = 0
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let number = index + 1
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).flatMap {
                $0.split(separator: "，", omittingEmptySubsequences: false)
            }.map(Self.trimmed)
            guard let first = fields.first, !line.allSatisfy(\.isWhitespace), !first.hasPrefix("#"),
                !(first == "day" && lines == 0)
            else { continue }
            lines += 1
            guard lines <= 400 else { throw UnreadableCalendar(line: number, .tooMany) }
            let isFree = try Self.isFree(fields.count > 1 ? fields[1] : "", line: number)
            for day in try Self.days(first, line: number) {
                guard found == nil || found == day.year else { throw UnreadableCalendar(line: number, .otherYear(day)) }
                found = day.year
                guard seen.insert(day).inserted else { throw UnreadableCalendar(line: number, .twice(day)) }
                if !isFree, day.weekday <= 5 { throw UnreadableCalendar(line: number, .workedAnyway(day)) }
                if isFree { holidays.append(day) } else { workdays.append(day) }
            }
        }
        guard let found else { throw UnreadableCalendar(line: 1, .empty) }
        year = found
    }

    /// The same as a file: days in order, `day,kind`.
    public static func text(of year: CalendarYear) -> String {
        let days = year.holidays.map { ($0, "休") } + year.workdays.map { ($0, "班") }
        return "day,kind\n" + days.sorted { $0.0 < $1.0 }.map { "\($0.0.iso),\($0.1)\n" }.joined()
    }

    private static func isFree(_ kind: String, line: Int) throws(UnreadableCalendar) -> Bool {
        switch kind.lowercased() {
        case "休", "放假", "off", "holiday": return true
        case "班", "上班", "work", "workday": return false
        default: throw UnreadableCalendar(line: line, .kind(kind))
        }
    }

    /// One day, or all from one to another.
    private static func days(_ text: String, line: Int) throws(UnreadableCalendar) -> [Day] {
        let ends = text.split(separator: text.contains("至") ? "至" : "..", omittingEmptySubsequences: false).map {
            Day(iso: trimmed($0))
        }
        guard (1...2).contains(ends.count), let from = ends[0], let to = ends[ends.count - 1], from <= to else {
            throw UnreadableCalendar(line: line, .day(text))
        }
        guard to - from < 366 else { throw UnreadableCalendar(line: line, .tooMany) }
        return (0...(to - from)).map { from + $0 }
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
    }
}

/// The line of a file of working days that cannot be used, and why.
public struct UnreadableCalendar: Error, Hashable, Sendable {
    public var line: Int
    public var why: Why

    public enum Why: Hashable, Sendable {
        case empty
        case day(String)
        case kind(String)
        case otherYear(Day)
        case twice(Day)
        case workedAnyway(Day)
        case tooMany
    }

    init(line: Int, _ why: Why) {
        self.line = line
        self.why = why
    }

    public func sentence(in language: Language) -> String {
        switch language {
        case .zh: "第\(line)行：" + whyZh
        case .en: "Line \(line): " + whyEn
        }
    }

    private var whyZh: String {
        switch why {
        case .empty: "文件里没有日期。"
        case .day(let text): "“\(text.prefix(40))”不是日期，请写成2027-01-01，或2027-02-05..2027-02-11。"
        case .kind(let text): "“\(text.prefix(40))”不明，请写“休”或“班”。"
        case .otherYear(let day): "\(day.iso)与前面的日期不在同一年，请按年分成文件。"
        case .twice(let day): "\(day.iso)重复。"
        case .workedAnyway(let day): "\(day.iso)不是周末，本来就上班。"
        case .tooMany: "日期太多，一年最多366天。"
        }
    }

    private var whyEn: String {
        switch why {
        case .empty: "there is no day in the file."
        case .day(let text): "“\(text.prefix(40))” is no day; write 2027-01-01, or 2027-02-05..2027-02-11."
        case .kind(let text): "“\(text.prefix(40))” is neither “off” nor “work”."
        case .otherYear(let day): "\(day.iso) is of another year than the days before; one file for each year."
        case .twice(let day): "\(day.iso) stands twice."
        case .workedAnyway(let day): "\(day.iso) is no weekend and worked anyway."
        case .tooMany: "too many days; a year has 366 at most."
        }
    }
}
