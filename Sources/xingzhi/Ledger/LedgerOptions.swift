import ArgumentParser
import LedgerEngine
import Plans
import Storage
import Upkeep
import Vocabulary

/// Which ledger is meant.
struct LedgerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            said("截至日：当日已发生的；缺省为今天", "what had happened by that day; today without it"), valueName: "day"))
    var asOf: Day = .today
    @Option(help: ArgumentHelp(said("登记截至：只算当日已登记的", "only what had been recorded by that day"), valueName: "day"))
    var knownAt: Day?
    @OptionGroup var edition: EditionOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        let last = Evaluator.furthestAsOf(from: .today)
        guard asOf <= last else {
            throw ValidationError(
                said("截至日 \(asOf.iso) 太远，最晚为 \(last.iso)。", "\(asOf.iso) is too far ahead: \(last.iso) at the latest."))
        }
    }

    /// The edition and the facts to judge by it, and the database they come from.
    func load() throws -> (edition: PlanEdition, columns: RecordColumns, database: Database) {
        let database = try data.openForReading()
        let keeper = ColumnKeeper(directory: data.directory, writes: false)
        return try database.read {
            (try edition.choose(in: $0, asOf: asOf), try keeper.ready($0).columns, database)
        }
    }
}

struct EditionOptions: ParsableArguments {
    @Option(help: ArgumentHelp(said("第几版；缺省为截至日生效的一版", "edition number; else the one in force"), valueName: "n"))
    var edition: Int?

    func choose(in reading: ReadTransaction, asOf day: Day) throws -> PlanEdition {
        let stored = try edition.map(reading.edition(number:)) ?? reading.edition(inForceOn: day)
        if let stored { return stored.edition }
        if let edition { throw Trouble.unusable("没有第\(edition)版方案。", "There is no edition \(edition).") }
        throw Trouble.unusable(
            "\(day.iso) 没有生效的方案。先用 xingzhi plan publish 发布。",
            "No plan is in force on \(day.iso). Publish one with xingzhi plan publish.")
    }
}
