import Pages
import Storage
import Store
import Vocabulary

extension ClassScheme {
    /// That it opens or ends on a day that is not worked by the site's calendar.
    func daysOff(_ ask: Ask) throws -> [Words] {
        let calendar = try ask.reading.workingCalendar()
        let ends = [(Words("开班日期", "The opening"), opening), (Words("结业日期", "The last day"), closing)]
        return (opening == closing ? Array(ends.prefix(1)) : ends).filter { $0.1 != .unset }.compactMap { name, day in
            calendar.whyOff(day).map { Words("\(name.zh)\(day.iso)：\($0.zh)", "\(name.en), \(day.iso): \($0.en)") }
        }
    }
}

extension WorkingCalendar {
    /// That a day is not worked; where nobody has announced its year, Saturdays and Sundays are told.
    func whyOff(_ day: Day) -> Words? {
        guard !isWorked(day) else { return nil }
        return year(day.year) == nil
            ? Words("这一天是\(day.weekdayWords.zh)", "It is a \(day.weekdayWords.en)")
            : Words("这一天是休息日（\(day.weekdayWords.zh)）", "It is a day off (\(day.weekdayWords.en))")
    }
}
