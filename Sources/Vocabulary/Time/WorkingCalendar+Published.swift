extension WorkingCalendar {
    /// The holidays of the State Council's notices (国务院办公厅关于部分节假日安排的通知), as far as they ship with the program.
    public static let published = WorkingCalendar(publishedYears)

    /// A year that is added here after its notice was published is `on` the day of the release that brings it, so that
    /// what was known before stays what it was.
    public static let publishedYears: [CalendarYear] = [
        year(
            2020, "国办发明电〔2019〕16号", on: "2019-11-21",
            free: "01-01 01-24..01-30 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08",
            worked: "01-19 02-01 04-26 05-09 06-28 09-27 10-10"),
        year(
            2020, "国办发明电〔2019〕16号、国办发明电〔2020〕1号", on: "2020-01-26",
            free: "01-01 01-24..02-02 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08",
            worked: "01-19 04-26 05-09 06-28 09-27 10-10"),
        year(
            2021, "国办发明电〔2020〕27号", on: "2020-11-25",
            free: "01-01..01-03 02-11..02-17 04-03..04-05 05-01..05-05 06-12..06-14 09-19..09-21 10-01..10-07",
            worked: "02-07 02-20 04-25 05-08 09-18 09-26 10-09"),
        year(
            2022, "国办发明电〔2021〕11号", on: "2021-10-25",
            free: "01-01..01-03 01-31..02-06 04-03..04-05 04-30..05-04 06-03..06-05 09-10..09-12 10-01..10-07",
            worked: "01-29 01-30 04-02 04-24 05-07 10-08 10-09"),
        year(
            2023, "国办发明电〔2022〕16号", on: "2022-12-08",
            free: "01-01..01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06",
            worked: "01-28 01-29 04-23 05-06 06-25 10-07 10-08"),
        year(
            2024, "国办发明电〔2023〕7号", on: "2023-10-25",
            free: "01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07",
            worked: "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12"),
        year(
            2025, "国办发明电〔2024〕12号", on: "2024-11-12",
            free: "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
            worked: "01-26 02-08 04-27 09-28 10-11"),
        year(
            2026, "国办发明电〔2025〕7号", on: "2025-11-04",
            free: "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07",
            worked: "01-04 02-14 02-28 05-09 09-20 10-10"),
    ]

    private static func year(_ year: Int, _ source: String, on day: String, free: String, worked: String)
        -> CalendarYear
    {
        CalendarYear(
            year: year, source: source, recorded: Day(iso: day) ?? Day(number: 0), holidays: days(free, of: year),
            workdays: days(worked, of: year))
    }

    /// Reads `01-01 01-24..01-30`.
    private static func days(_ text: String, of year: Int) -> [Day] {
        text.split(separator: " ").flatMap { stretch -> [Day] in
            let ends = stretch.split(separator: ".").compactMap { Day(iso: "\(year)-\($0)") }
            guard let first = ends.first, let last = ends.last, first <= last else { return [] }
            return (0...(last - first)).map { first + $0 }
        }
    }
}
