import ArgumentParser
import Glibc
import Storage
import Training

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
        let database = try Database.openForReading(directory: directory)
        let clock = try database.read { try TownClock($0) }
        try database.close()
        return clock
    }

    /// The database for reading, beside a server that may be writing to it.
    func openForReading() throws -> Database {
        guard Database.exists(directory: directory) else {
            throw Trouble.unusable(
                "\(directory) 里没有数据库。可先运行 bin/run，或 xingzhi town make。",
                "There is no database in \(directory). Run bin/run first, or xingzhi town make.")
        }
        return try Database.openForReading(directory: directory)
    }
}
