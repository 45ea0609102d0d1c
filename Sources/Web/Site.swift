public import Barrier
import Books
import Foundation
import Glibc
import House
public import Hummingbird
import HummingbirdCore
import Logging
import Pages
import SeatDesk
public import Store
import StructureDesk
public import Upkeep
public import Vocabulary
import YearDesk

/// The pages, on one database. The port is open to this machine alone; others come through a proxy on it.
public struct Site: Sendable {
    let database: Database
    let today: @Sendable () -> Day
    /// The moment, for what is judged by the clock; another in tests.
    var now: @Sendable () -> Date = { Date() }
    let state: TownState
    /// The years of classes, as long as they stay as they are.
    private let seats: Desk
    /// The structure of the corps, counted anew when a record changes.
    private let structure: Desk
    /// The year of the town, laid out anew when a record changes.
    private let townYear: Desk
    /// What obliges nothing in the editions that were shown.
    private let planNumbers = PlanNumbers()
    let jobs: JobWorker
    var evidence: EvidenceStore
    let once = OncePosted()
    let pages = KeptPages()
    let waitingCounts = WaitingCounts()
    let noted = NotedViews()
    /// Whoever was away from their desk for so long comes anew.
    var minutesBetweenVisits = 30
    /// Seals when a browser opened what counts by its moment.
    let openedKey: [UInt8]
    /// Who asks: whoever is signed in; where nobody need, whoever sits at this machine.
    var reader: @Sendable (Request) throws -> Reader = { _ in .localOperator }
    /// Nil: nobody need sign in.
    let signIn: SignIn?
    /// As whom anybody may look at a sample town; none elsewhere.
    let looks: [Look]
    /// Nil: nobody looks whether the database is sound.
    let watch: DatabaseWatch?
    /// Whether the page of all components is served, for those who build pages.
    let showsKit: Bool

    /// The image of the columns stands beside the database in `directory`. Nil: the database is read anew at each start.
    /// `files` is where files lie that no address leads into; nil: beside the database. `signIn` is how people come in; nil:
    /// whoever sits at this machine may do all work, and look at a sample town as anybody.
    public init(
        database: Database, today: @escaping @Sendable () -> Day, directory: String? = nil, files: String? = nil,
        watch: DatabaseWatch? = nil, showsKit: Bool = false, signIn: SignIn? = nil
    ) {
        self.signIn = signIn
        self.database = database
        self.watch = watch
        self.today = today
        self.showsKit = showsKit
        state = TownState(
            database: database, today: today, keeper: directory.map { ColumnKeeper(directory: $0, writes: true) })
        let files = files ?? database.filesDirectory
        let evidence = EvidenceStore(directory: files + "/evidence")
        let letters = DigestClock(database: database, origin: signIn?.entrance.name.map { "https://\($0)" } ?? "")
        self.evidence = evidence
        seats = .seats(SeatPictures())
        structure = .structure(CorpsKept())
        townYear = .townYear(YearKept())
        jobs = JobWorker(
            (desks + [seats]).flatMap(\.jobs) + [DigestJob.self], on: database, directory: files + "/results",
            today: today, doors: state.doors, prepareThread: PageBarrier.prepareThread,
            tidying: {
                try database.sweep(evidence)
                try letters.look()
            })
        // A database that cannot be read says so on every page.
        openedKey = Array(((try? database.siteKey("opened")) ?? RandomText.make(32)).utf8)
        looks = signIn == nil ? (try? database.read { try Look.all($0, on: today()) }) ?? [] : []
        if signIn != nil {
            reader = { _ in try Visit.reader() }
        } else if !looks.isEmpty {
            reader = { [looks] request in Look.chosen(by: request, of: looks)?.reader ?? .localOperator }
        }
    }

    /// Everything that is answered, without a port; tests call it.
    public func router() -> Router<BasicRequestContext> {
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: Guard(signIn?.entrance ?? .thisMachine) { request in
                let page = ErrorPages<BasicRequestContext>.plain(request, today: today())
                return html(ErrorPages<BasicRequestContext>.fromElsewhere(page), status: .forbidden)
            })
        let deskRoutes = deskRoutes
        router.add(
            middleware: PostedBody(
                once: once, streams: { deskRoutes.streams($0) }))
        router.add(middleware: AddressLength())
        router.add(middleware: Lanes())
        router.add(middleware: OpenedFirst(site: self))
        if let signIn { router.add(middleware: SignedIn(signIn: signIn, site: self)) }
        router.add(middleware: ErrorPages(site: self))
        router.add(middleware: Soundness(site: self))
        router.add(middleware: RightToSee(site: self))
        router.add(middleware: WithinReach(site: self))
        router.add(middleware: PersonalViews(site: self))
        router.add(middleware: DeskVisits(site: self))
        router.add(middleware: Unchanged(site: self))
        router.get(RouterPath(Stylesheet.address)) { _, _ in Response.stylesheet }
        router.get(RouterPath(Dragging.address)) { _, _ in Response.dragging }
        addLooks(to: router)
        if let signIn { addSignIn(signIn, to: router) }
        addPlan(to: router)
        addPeople(to: router)
        deskRoutes.add(to: router)
        if showsKit {
            router.get(RouterPath(KitPage.address)) { request, _ in
                let context = try pageContext(request)
                return html(KitPage.page(context).html(context))
            }
        }
        return router
    }

    /// The addresses of all desks, each by itself.
    var deskRoutes: DeskRoutes {
        DeskRoutes(
            desks + [.own, .search, .ledger(state, planNumbers), seats, structure, townYear], database: database,
            doors: state.doors,
            context: { try deskContext($0) },
            reader: reader,
            jobs: jobs, evidence: evidence)
    }

    /// Keeps what is laid out in memory for the next start; for a clean stop, when nobody asks any more.
    public func keep() throws { try state.keep() }

    /// Serves on 127.0.0.1 until told to stop. `onRunning` is given the port, also where 0 asked for any. Behind a barrier
    /// a page whose making faults ends by itself.
    public func serve(
        port: Int, behind barrier: PageBarrier? = nil, onRunning: @escaping @Sendable (Int) -> Void
    ) async throws {
        let warming = Task { try await warm(behind: barrier) }
        defer { warming.cancel() }
        jobs.start()
        defer { jobs.stop() }
        let responder = router().buildResponder()
        guard let barrier else { return try await serve(responder, port: port, onRunning: onRunning) }
        let database = database
        let state = try state(in: database)
        let guarded = FaultBarrier(responder, behind: barrier) {
            // A database that cannot say has an answer of its own to give.
            (try? self.state(in: database)) != state
        } page: { request, closed in
            ErrorPages<BasicRequestContext>.fallen(request, closed, site: self)
        }
        try await serve(guarded, port: port) { port in
            barrier.serves(at: port)
            onRunning(port)
        }
    }

    /// What pages are made from: the records, and the day.
    private func state(in database: Database) throws -> [String] {
        [String(try database.read { try $0.revision() }), today().iso]
    }

    private func serve(
        _ responder: some HTTPResponder<BasicRequestContext>, port: Int, onRunning: @escaping @Sendable (Int) -> Void
    ) async throws {
        var logger = Logger(label: "xingzhi.web")
        logger.logLevel = .warning
        let application = Application(
            responder: responder, server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(
                address: .hostname("127.0.0.1", port: port), serverName: nil,
                // Whoever opens very many and says nothing waits until the first of them are closed.
                availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
            onServerRunning: { channel in onRunning(channel.localAddress?.port ?? port) }, logger: logger)
        try await application.runService()
    }

    /// As many as half of the files that this process may open.
    private static var mostConnections: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 256 }
        return Int(min(limit.rlim_cur, 8192)) / 2
    }

    /// What a page needs is read while the port opens, so that the first reader waits as little as can be.
    private func warm(behind barrier: PageBarrier?) async throws {
        let state = state
        let today = today()
        let reading: @Sendable () throws -> Void = {
            try state.read { town in
                guard let view = try town.ledger(asOf: today) else { return }
                _ = view.summary
                _ = state.trend(of: view)
            }
        }
        guard let barrier else { return try reading() }
        let address = PageAddress(method: "", address: "start")
        guard !barrier.isClosed(address) else { return }
        try await barrier.make(address) { try reading() }
    }
}
