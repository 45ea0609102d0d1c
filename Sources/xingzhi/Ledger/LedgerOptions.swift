import ArgumentParser
import Exchange
import House
import LedgerEngine
import Plans
import Spelling
import Storage
import Store
import Training
import Upkeep
import Vocabulary

/// Which ledger is meant.
struct LedgerOptions: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            said("截至日：当日已发生的；缺省为今天", "what had happened by that day; today without it"), valueName: "day"))
    var asOfAsked: String?
    @Option(
        name: .customLong("known-at"),
        help: ArgumentHelp(
            said("登记截至：只算当日已登记、已发布的", "only what had been recorded and published by that day"),
            valueName: "day"))
    var knownAtAsked: String?
    @OptionGroup var edition: EditionOptions
    @OptionGroup var data: DataOptions

    /// The edition and the facts to judge by it, the days asked for, and the database they come from.
    func load() throws -> LoadedLedger {
        let today = try data.clock().today
        let asOf = try AskedDay.asOf.day(in: asOfAsked, today: today) ?? today
        let knownAt = try AskedDay.knownAt.day(in: knownAtAsked, today: today)
        let database = try data.openForReading()
        let keeper: ColumnKeeper? =
            if case .directory(let directory) = data.place { ColumnKeeper(directory: directory, writes: false) } else {
                nil
            }
        return try database.read { reading in
            let columns = try keeper?.ready(reading).columns ?? RecordColumns.reading(reading)
            return LoadedLedger(
                evaluator: Evaluator(
                    edition: try edition.choose(in: reading, asOf: asOf, knownAt: knownAt),
                    columns: try columns.known(at: knownAt, in: reading),
                    calendar: try reading.workingCalendar()),
                asOf: asOf, knownAt: knownAt, database: database)
        }
    }
}

/// What a ledger is made from.
struct LoadedLedger {
    var evaluator: Evaluator
    var asOf: Day
    var knownAt: Day?
    var database: Database
    var edition: PlanEdition { evaluator.edition }
}

struct EditionOptions: ParsableArguments {
    @Option(help: ArgumentHelp(said("第几版；缺省为截至日生效的一版", "edition number; else the one in force"), valueName: "n"))
    var edition: Int?

    func choose(in reading: ReadTransaction, asOf day: Day, knownAt: Day?) throws -> PlanEdition {
        let stored =
            try edition.map(reading.edition(number:)) ?? reading.edition(inForceOn: day, knownAt: knownAt)
        if let stored { return stored.edition }
        if let edition { throw Trouble.unusable("没有第\(edition)版方案。", "There is no edition \(edition).") }
        throw Trouble.unusable(
            "\(day.iso) 没有生效的方案。先用 xingzhi plan publish 发布。",
            "No plan is in force on \(day.iso). Publish one with xingzhi plan publish.")
    }
}
