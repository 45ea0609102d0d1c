import Accounts
import ArgumentParser
import Barrier
import Foundation
import Glibc
import House
import Storage
import Store
import Upkeep
import Vocabulary
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: said("提供页面。", "Serve the pages."),
        discussion: said(
            "只在 127.0.0.1 上应答；别的机器经本机上的代理（如 nginx）以 https 访问，用 --behind-proxy 说明其域名。示例城市在本机无需登录，其余都要登录：首次启动时显示两个启用码。收到中断或终止信号时，办完手头的请求再退出。",
            "Answers on 127.0.0.1 only; other machines come by https through a proxy on this one (such as nginx), whose name --behind-proxy tells. A sample town needs no sign-in on this machine, all else does: the first start shows two codes. When interrupted or terminated it finishes the requests under way."
        ))

    @Option(help: ArgumentHelp(said("端口；0 为任一空闲端口", "port; 0 for any that is free")))
    var port = 8080
    @Option(
        help: ArgumentHelp(
            said(
                "经本机代理对外的域名，如 xz.example.gov.cn；只接受代理标明来自 https 的请求",
                "the name by which a proxy on this machine serves others, by https only"),
            valueName: "name"))
    var behindProxy: String?
    @OptionGroup var issuer: IssuerOptions
    @Flag(
        help: ArgumentHelp(
            said("另设 /kit 页，列出页面的全部组件（供开发）", "also serve /kit, every component of the pages (for development)")))
    var kit = false
    @OptionGroup var data: DataOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError(said("端口号无效：\(port)", "Not a port: \(port)")) }
        if let name = behindProxy,
            name.isEmpty
                || !name.utf8.allSatisfy({
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
                })
        {
            throw ValidationError(
                said("域名无效：\(name)，应只含小写字母、数字、-、.", "Not a name: \(name); small letters, digits, - and . only"))
        }
    }

    func run() async throws {
        guard let barrier = PageBarrier.inherited() else {
            Glibc.exit(Attendant.attend(outlived: AttendantText.outlived) { tell($0.sentence) })
        }
        let database = try data.place.open()
        let watch = DatabaseWatch(data.place, schema: .xingzhi)
        do { try await serve(database, watch, behind: barrier) } catch {
            // What kept it from serving is what is told.
            try? database.close()
            throw error
        }
        try database.close()
        if case .directory(let directory) = data.place, watch.state == .sound {
            CheckedMark(directory: directory).note()
        }
    }

    private func serve(
        _ database: Database, _ watch: DatabaseWatch, behind barrier: PageBarrier
    ) async throws {
        try begin(watch)
        defer { watch.stop() }
        let isFirst = barrier.port == nil
        let port = barrier.port ?? port
        if isFirst, let version = try database.versionWithWALResetRace() {
            tell(
                said(
                    "注意：SQLite \(version) 在多个进程同时写入时可能丢失数据。行知只用一个写入者，不受影响；请勿用别的工具写这个数据库。",
                    "Note: SQLite \(version) may lose data where several processes write. Xingzhi writes through one only; let no other tool write to this database."
                ))
        }
        // A file that was put back by hand is a restore too.
        let again = try database.repeatDestructions(
            DestructionList(inFiles: data.files).read(), by: NSUserName(),
            on: try database.read { try TownClock($0).today })
        if again > 0 {
            tell(said("已重新销毁\(again)人的个人信息。", "Destroyed again what was held about \(again) people."))
        }
        let directory: String? = if case .directory(let directory) = data.place { directory } else { nil }
        let clock = try ServedClock(database, isShared: directory == nil)
        // A database on a PostgreSQL server is written to by whoever wants to: nobody need ask here.
        let listener = try directory.map { directory in
            try CommandListener(directory: directory) { request in
                let reply = request.perform(in: database)
                // Where the database cannot be read, the next page will say so.
                try? clock.renew(database)
                return reply
            }
        }
        defer { listener?.stop() }
        do {
            let signIn = try signIn(to: database)
            let site = Site(
                database: database, today: { clock.today }, directory: directory, files: data.files, watch: watch,
                showsKit: kit, signIn: signIn)
            if isFirst, signIn != nil, try !database.read({ try $0.hasAccounts() }),
                let codes = try database.makeFirstCodes(by: NSUserName(), on: clock.today)
            {
                tell(codes.said(in: Speaking.language))
            }
            Self.waitForPort(port)
            try await site.serve(port: port, behind: barrier) { port in
                // Its attendant has said that it is started again.
                guard isFirst else { return }
                tell(
                    said(
                        "行知已在 http://127.0.0.1:\(port) 提供服务，\(usage(signIn).zh)。按 Ctrl-C 结束。",
                        "Xingzhi serves http://127.0.0.1:\(port), \(usage(signIn).en). Ctrl-C ends it."))
            }
            // What a command has begun is finished before the database is let go.
            listener?.stop()
            // What cannot be kept is read again at the next start.
            try? site.keep()
        } catch {
            throw Self.trouble(error, port: port)
        }
    }
}

extension ServeCommand {
    /// A sample town is nobody's: on this machine it needs no sign-in. Nil where none is needed.
    private func signIn(to database: Database) throws -> SignIn? {
        guard try behindProxy != nil || database.read({ try $0.setting(.sampleTown) == nil }) else { return nil }
        #if DEBUG
            // For the tests that look at other things than who is there. No released program has this.
            if getenv("XINGZHI_TRIAL") != nil, behindProxy == nil { return nil }
        #endif
        return try SignIn(to: database, behindProxy: behindProxy, issuer: issuer.issuer())
    }

    private func usage(_ signIn: SignIn?) -> Words {
        if let behindProxy { return Words("经代理以 https://\(behindProxy) 访问", "to others as https://\(behindProxy)") }
        return signIn == nil
            ? Words("仅本机可用，示例数据无需登录", "to this machine only, without a sign-in")
            : Words("仅本机可用，须登录", "to this machine only, with a sign-in")
    }

    /// A server that was killed a moment ago may not have let go of its port yet.
    private static func waitForPort(_ port: Int) {
        for _ in 0..<20 where port != 0 {
            let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
            defer { close(probe) }
            var yes: Int32 = 1
            setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &yes, 4)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(clamping: port).bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            let bound = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(probe, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            guard bound < 0, errno == EADDRINUSE else { return }
            usleep(50_000)
        }
    }

    /// A small database is checked before anybody is served, a large one beside.
    private func begin(_ watch: DatabaseWatch) throws {
        let path = data.place.databaseName
        if watch.isQuick {
            if case .damaged(let faults) = try watch.check() { throw DatabaseDamaged(path: path, faults: faults) }
            return
        }
        tell(
            said(
                "数据库较大，正在后台检查；检查完之前，页面底部会注明。",
                "The database is large and is being checked beside; until that is over, pages say so at their foot."))
        watch.checkBeside { result in
            switch result {
            case .success(.damaged(let faults)):
                tell(DatabaseDamaged(path: path, faults: faults).message(in: Speaking.language))
                tell(said("所有页面已停止显示。", "No page is shown any more."))
            case .success: tell(said("数据库检查完毕，完好。", "The database was checked and is sound."))
            case .failure(let error):
                let trouble = Trouble(explaining: error)
                tell(said("数据库没有检查完：", "The database could not be checked: ") + trouble.message)
            }
        }
    }

    /// A port that is taken is the one failure at start that a user meets.
    private static func trouble(_ error: any Error, port: Int) -> any Error {
        let text = String(describing: error)
        guard text.contains("errno: \(EADDRINUSE)") || text.contains("Address already in use") else { return error }
        return Trouble.broken(
            "端口 \(port) 已被占用：行知可能已在运行；也可用 --port 换一个端口。",
            "Port \(port) is taken: Xingzhi may be running already. Another can be chosen with --port.")
    }
}
