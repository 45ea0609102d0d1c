import ArgumentParser
import Exchange
import Formats
import House
import Storage
import Store
import Vocabulary

struct CalendarShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: said(
            "列出各年的日历，或一年的日子（缺省）。", "List the years, or the days of one (what `calendar` does without a word)."),
        discussion: said(
            "没有日历的年份按周一至周五估计。给出年份时，输出可改后再用 calendar set 登记。",
            "A year without a calendar is estimated, Monday to Friday. The days of a year can be changed and entered with calendar set."
        ))

    @Argument(help: ArgumentHelp(said("年份", "year"), valueName: "year"))
    var year: Int?
    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let calendar =
            try data.place.exists()
            ? try data.openForReading().read { try $0.workingCalendar() } : .published
        guard let year else { return try output.write { list(calendar, to: $0) } }
        guard let found = calendar.year(year) else {
            throw Trouble.unusable(
                "没有\(year)年的工作日历，按周一至周五估计。", "There is no calendar of \(year): Monday to Friday is an estimate.")
        }
        try output.write { $0.write(CalendarFile.text(of: found)) }
    }

    private func list(_ calendar: WorkingCalendar, to output: ByteOutput) {
        for year in Set(calendar.announced.map(\.year)).sorted() {
            guard let found = calendar.year(year), let first = Day(year: year, month: 1, day: 1),
                let last = Day(year: year, month: 12, day: 31)
            else { continue }
            let worked = calendar.count(from: first, to: last)
            output.write(
                said(
                    "\(year)年：工作日\(worked)天；\(found.source)，\(found.recorded.iso)\n",
                    "\(year): \(worked) working days; \(found.source), \(found.recorded.iso)\n"))
        }
    }
}
