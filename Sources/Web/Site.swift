public import Hummingbird
import Logging
public import Storage
import Upkeep
public import Vocabulary

/// The pages, on one database. Binds to this machine only: there is no sign-in yet.
public struct Site: Sendable {
    let database: Database
    let today: @Sendable () -> Day
    let state: TownState
    let seats: SeatPlans
    let once = OncePosted()

    /// Files beside the database stand in `directory`: seat plans, and the image of the columns. Nil: plans last as long
    /// as the site, and the database is read anew at each start.
    public init(database: Database, today: @escaping @Sendable () -> Day, directory: String? = nil) {
        self.database = database
        self.today = today
        state = TownState(
            database: database, today: today, keeper: directory.map { ColumnKeeper(directory: $0, writes: true) })
        seats = SeatPlans(directory: directory.map { $0 + "/seats" })
    }

    /// Everything that is answered, without a port; tests call it.
    public func router() -> Router<BasicRequestContext> {
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.add(middleware: Guard())
        router.add(middleware: PostedBody(once: once))
        router.add(middleware: Lanes())
        router.add(middleware: ErrorPages(site: self))
        router.get(RouterPath(Stylesheet.address)) { _, _ in
            Response(
                status: .ok,
                headers: [
                    .contentType: "text/css; charset=utf-8", .cacheControl: "public, max-age=31536000, immutable",
                    .xContentTypeOptions: "nosniff",
                ], body: .init(byteBuffer: ByteBuffer(string: Stylesheet.text)))
        }
        addOverview(to: router)
        addPlan(to: router)
        addLedger(to: router)
        addUnits(to: router)
        addPeople(to: router)
        addActivities(to: router)
        addSeats(to: router)
        return router
    }

    /// Keeps what is laid out in memory for the next start; for a clean stop, when nobody asks any more.
    public func keep() throws { try state.keep() }

    /// Serves on 127.0.0.1 until told to stop. `onRunning` is given the port, also where 0 asked for any.
    public func serve(port: Int, onRunning: @escaping @Sendable (Int) -> Void) async throws {
        var logger = Logger(label: "xingzhi.web")
        logger.logLevel = .warning
        // What a page needs is read while the port opens, so that the first reader waits as little as can be.
        let state = state
        let today = today()
        let warming = Task {
            try state.read { town in
                guard let view = try town.ledger(asOf: today) else { return }
                _ = view.summary
                _ = state.trend(of: view)
            }
        }
        defer { warming.cancel() }
        let application = Application(
            router: router(),
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { channel in onRunning(channel.localAddress?.port ?? port) }, logger: logger)
        try await application.runService()
    }
}
