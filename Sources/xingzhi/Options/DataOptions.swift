import ArgumentParser
import Glibc
import Storage
import Training
import Upkeep

/// Where the database is kept.
struct DataOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            said(
                "数据目录；缺省取环境变量 XINGZHI_DATA，再缺省为 ./xingzhi-data",
                "data directory; else XINGZHI_DATA, else ./xingzhi-data"),
            valueName: "dir"))
    var directoryAsked: String?

    func validate() throws {
        if directoryAsked == "" { throw ValidationError(said("--data 后应写目录。", "--data needs a directory.")) }
    }

    /// A variable that is set to nothing is as good as none.
    var directory: String {
        let variable = getenv("XINGZHI_DATA").map { String(cString: $0) } ?? ""
        return directoryAsked ?? (variable.isEmpty ? "./xingzhi-data" : variable)
    }

    /// The clock of the site that the directory belongs to; the usual one where there is no database yet.
    func clock() throws -> TownClock {
        guard Database.exists(directory: directory) else { return try TownClock() }
        let database = try upToDate { try Database.openForReading(directory: directory) }
        let clock = try database.read { try TownClock($0) }
        try database.close()
        return clock
    }

    /// The database for reading, beside a server that may be writing to it.
    func openForReading() throws -> Database {
        try requireDatabase()
        let database = try upToDate { try Database.openForReading(directory: directory) }
        try refuseDamage(of: database)
        return database
    }

    /// Checks a database that nobody has checked as it is now. A server checks its own.
    private func refuseDamage(of database: Database) throws {
        let mark = CheckedMark(directory: directory)
        guard !mark.isCurrent, !Database.isOwned(directory: directory) else { return }
        guard DatabaseWatch(directory: directory).isQuick else {
            tell(
                said(
                    "注意：数据库较大，这一次没有检查；可用 xingzhi database check 检查。",
                    "Note: the database is large and was not checked this time; xingzhi database check does."))
            return
        }
        let faults = try database.faults()
        guard faults.isEmpty else { throw DatabaseDamaged(path: database.path, faults: faults) }
        mark.note()
    }

    /// What is left of a database tells that one was there: that is another thing than none.
    func requireDatabase() throws {
        if let damaged = Database.damage(inDirectory: directory) { throw damaged }
        guard Database.exists(directory: directory) else { throw noDatabase }
    }

    /// Where an earlier program wrote the data and no server holds them, they are brought up to date first.
    func upToDate<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let older as SchemaTooOld {
            do { try Database.open(directory: directory).close() } catch is DirectoryInUse { throw older }
            return try body()
        }
    }

    var noDatabase: Trouble {
        .unusable(
            "\(directory) 里没有数据库。可先运行 bin/run，或 xingzhi town make。",
            "There is no database in \(directory). Run bin/run first, or xingzhi town make.")
    }
}
