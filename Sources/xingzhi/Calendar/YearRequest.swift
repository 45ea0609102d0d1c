import Exchange
import Storage
import Store
import Training
import Vocabulary

/// A year of working days to be entered: the file as it was written, so that server and command read it alike.
struct YearRequest: Codable, Sendable {
    var text: String
    var source: String

    func perform(in database: Database, asked: WriteRequest, on today: Day) throws -> WriteReply {
        let file: CalendarFile
        do {
            file = try CalendarFile(text)
        } catch {
            return asked.reply(
                "未登记。" + error.sentence(in: .zh), "Nothing was entered. " + error.sentence(in: .en), .unusable)
        }
        let entered = try database.perform(
            EnterWorkingYear(year: file.year, source: source, holidays: file.holidays, workdays: file.workdays),
            by: asked.reader, on: today)
        return asked.reply(
            "已登记\(entered.year)年工作日历：休\(entered.holidays.count)天，周末上班\(entered.workdays.count)天。",
            "Entered the working days of \(entered.year): \(entered.holidays.count) days off, \(entered.workdays.count) worked at weekends."
        )
    }
}
