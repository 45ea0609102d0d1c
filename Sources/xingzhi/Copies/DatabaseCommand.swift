import ArgumentParser
import Exchange
import Formats
import House
import Storage
import Store
import Upkeep

struct DatabaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database", abstract: said("数据库。", "The database."),
        subcommands: [DatabaseCheckCommand.self, DatabaseCopyCommand.self])
}

struct DatabaseCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: said("检查整个数据库：文件、结构、操作日志、记录。", "Check the whole database: file, schema, journal, records."),
        discussion: said(
            "全部完好才以 0 结束；否则以 1 结束，并逐条说明。服务运行时也可以检查。",
            "Exits 0 only where all of it is sound; else 1, telling what was found. May run beside a server."))

    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Trouble.unusableOnly {
            try data.requireDatabase()
            let faults = try Progress(common).during("正在检查", "Checking") {
                let faults = try data.place.faults()
                // Of a database that is damaged itself no papers are asked for.
                guard faults.isEmpty else { return faults }
                let database = try data.upToDate { try data.place.openForReading() }
                defer { try? database.close() }
                return try database.evidenceFaults(data.evidence)
            }
            guard faults.isEmpty else {
                throw DatabaseDamaged(path: data.place.databaseName, faults: faults)
            }
            if case .directory(let directory) = data.place { CheckedMark(directory: directory).note() }
            let standard = ByteOutput.standard
            standard.write(said("数据库完好。\n", "The database is sound.\n"))
            try standard.finish()
        }
    }
}
