import ArgumentParser
import Glibc
import House
import Storage
import Store
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
    @Option(
        name: .customLong("database"),
        help: ArgumentHelp(
            said(
                "PostgreSQL 数据库，代替数据目录：postgres://用户@主机/库名；缺省取环境变量 XINGZHI_DATABASE",
                "a PostgreSQL database instead of a directory, postgres://user@host/name; else XINGZHI_DATABASE"),
            valueName: "url"))
    var serverAsked: String?
    @Option(
        name: .customLong("files"),
        help: ArgumentHelp(
            said(
                "使用 PostgreSQL 时材料等文件所在目录；缺省取 XINGZHI_FILES，再缺省为 ./xingzhi-data/files",
                "with PostgreSQL, where papers and other files lie; else XINGZHI_FILES, else ./xingzhi-data/files"),
            valueName: "dir"))
    var filesAsked: String?

    func validate() throws {
        if directoryAsked == "" { throw ValidationError(said("--data 后应写目录。", "--data needs a directory.")) }
        if directoryAsked != nil, serverAsked != nil {
            throw ValidationError(said("--data 与 --database 只能取一。", "Give --data or --database, not both."))
        }
        guard case .directory = place,
            serverAsked != nil || (directoryAsked == nil && Self.variable("XINGZHI_DATABASE") != nil)
        else { return }
        throw ValidationError(
            said(
                "数据库地址应写作 postgres://用户@主机/库名。",
                "A database is named as postgres://user@host/name."))
    }

    /// What the arguments name, or else the variables.
    var place: DatabasePlace {
        if let directoryAsked { return .directory(directoryAsked) }
        if let server = serverAsked ?? Self.variable("XINGZHI_DATABASE") { return DatabasePlace(server) }
        return .directory(Self.variable("XINGZHI_DATA") ?? "./xingzhi-data")
    }

    /// Where files lie that belong to the database.
    var files: String { Self.files(of: place, asked: filesAsked) }
    var evidence: EvidenceStore { Self.evidence(of: place, files: filesAsked) }

    static func evidence(of place: DatabasePlace, files: String?) -> EvidenceStore {
        EvidenceStore(directory: Self.files(of: place, asked: files) + "/evidence")
    }

    private static func files(of place: DatabasePlace, asked: String?) -> String {
        switch place {
        case .directory(let directory): directory + "/files"
        case .server: asked ?? variable("XINGZHI_FILES") ?? "./xingzhi-data/files"
        }
    }

    /// A variable that is set to nothing is as good as none.
    private static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The clock of the site that the database belongs to; the usual one where there is no database yet.
    func clock() throws -> TownClock {
        guard try place.exists() else { return try TownClock() }
        let database = try upToDate { try place.openForReading() }
        let clock = try database.read { try TownClock($0) }
        try database.close()
        return clock
    }

    /// The database for reading, beside others that may be writing to it.
    func openForReading() throws -> Database {
        try requireDatabase()
        let database = try upToDate { try place.openForReading() }
        if case .directory(let directory) = place { try refuseDamage(of: database, in: directory) }
        return database
    }

    /// Checks a file that nobody has checked as it is now. A server sees to its own pages, and a process of ours to its file.
    private func refuseDamage(of database: Database, in directory: String) throws {
        let mark = CheckedMark(directory: directory)
        guard !mark.isCurrent, !Database.isOwned(directory: directory) else { return }
        guard DatabaseWatch(place, schema: .xingzhi).isQuick else {
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
        if case .directory(let directory) = place, let damaged = Database.damage(inDirectory: directory) {
            throw damaged
        }
        guard try place.exists() else { throw noDatabase }
    }

    /// Where an earlier program wrote the data and nobody else holds them, they are brought up to date first.
    func upToDate<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let older as SchemaTooOld {
            do { try place.open().close() } catch is DirectoryInUse { throw older }
            return try body()
        }
    }

    private var noDatabase: Trouble {
        switch place {
        case .directory(let directory):
            .unusable(
                "\(directory) 里没有数据库。正式使用：先 xingzhi serve，或 xingzhi import units 文件 导入单位，再 xingzhi plan publish 发布方案；看示例：bin/run，或 xingzhi town make。",
                "There is no database in \(directory). For a site of your own: xingzhi serve, or xingzhi import units FILE, then xingzhi plan publish. For the sample: bin/run, or xingzhi town make."
            )
        case .server:
            .unusable(
                "\(place.name) 还是空的。可先运行 xingzhi serve，或用 xingzhi database copy 复制一个进来。",
                "\(place.name) is empty. Run xingzhi serve first, or copy one into it with xingzhi database copy.")
        }
    }
}
