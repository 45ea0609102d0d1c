import Foundation
import HTTPTypes
import House
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Pages
import Plans
import Records
import Storage
import Store
import Synchronization
import TestEngines
import Testing
import Training
import Vocabulary

@testable import Web

/// The pages of a county with a study group and three people, on a plan of two clauses: one that counts, one still open.
struct SmallSite {
    let place: DatabasePlace
    let database: Database
    var site: Web.Site { didSet { routed = Routed() } }
    /// Who asks, in the place of whom the site takes them for.
    var reader: (@Sendable (Request) throws -> Reader)?
    private var routed = Routed()
    static let today = day("2026-09-30")

    static let plan = """
        河畔县巡护与学习方案
        一、任务
        1.抓好学习。理论学习中心组每年集中学习不少于12次（牵头单位：县委宣传部）。
        2.加强巡护。各乡镇每年开展河道巡护不少于6次（牵头单位：县水务局）。
        """

    /// With another text in place of the plan of two clauses, or without any; by a clock of its own.
    init(withPlan: Bool = true, plan: String = Self.plan, book: RecordBook = Self.book, clock: TownClock? = nil) throws
    {
        place = try TestEngine.current.freshPlace()
        database = try place.open()
        site = Web.Site(database: database, today: { clock?.today ?? Self.today }, files: Self.files(of: place))
        // Noon there.
        site.now = { Moment.date("2026-09-30T04:00:00.000Z") }
        try database.write(by: "test") { try $0.insert(book) }
        guard withPlan else { return }
        try database.perform(
            PublishPlan(plan: Array(plan.utf8), inForce: day("2026-01-01")), by: .localOperator(named: "test"),
            on: day("2025-12-20"))
    }

    /// Another process's pages on the same database.
    init(beside other: SmallSite) throws {
        place = other.place
        database = try place.open()
        site = Web.Site(database: database, today: { Self.today }, files: Self.files(of: place))
    }

    /// A server's database has its files where pages are served from.
    private static func files(of place: DatabasePlace) -> String? {
        guard case .server(let address) = place else { return nil }
        let name = address.firstMatch(of: /test_[0-9a-f]+/).map { String($0.0) } ?? UUID().uuidString
        return FileManager.default.temporaryDirectory.appending(path: "files-\(name)").path
    }

    static var book: RecordBook {
        var book = RecordBook()
        let start = day("2024-01-01")
        let always = Dated(from: start, recorded: start)
        func unit(_ code: String, _ name: String, _ kind: UnitKind, in parent: String?) -> OrgUnit {
            OrgUnit(code: code, name: name, kind: kind, parent: parent, span: DaySpan(from: start), recorded: start)
        }
        book.units = [
            unit("U1", "河畔县", .city, in: nil), unit("U2", "县水务局", .department, in: "U1"),
            unit("U3", "柳湾镇", .township, in: "U1"),
        ]
        book.persons = [("P1", "甲一"), ("P2", "甲<二>"), ("P3", "甲三")].map {
            Person(code: $0, name: $1, sex: .female, birthMonth: "1980-01", recorded: start)
        }
        book.appointments = ["P1", "P2", "P3"].map {
            Appointment(code: "A\($0)", person: $0, unit: "U2", post: "科员", rank: "一级科员", dated: always)
        }
        book.teams = [Team(code: "T1", name: "县水务局理论学习中心组", kind: .studyGroup, unit: "U2", dated: always)]
        book.memberships = [("P1", TeamRole.secretary), ("P2", .member), ("P3", .member)].map {
            TeamMembership(code: "M\($0)", team: "T1", person: $0, role: $1, dated: always)
        }
        return book
    }

    /// Until nothing is done beside the pages any more, for a minute at most.
    func settle() async throws {
        let worker = Reader(account: "test", rights: Right.administrators)
        for _ in 0..<2000 where try database.read({ try $0.jobCounts(for: worker).open }) > 0 {
            try await Task.sleep(for: .milliseconds(30))
        }
    }

    /// A year of classes is handed in and planned.
    func handIn(_ year: String, named name: String) async throws -> Answer {
        let answer = try await post("/seats/new", [("step", "save"), ("name", name), ("text", year)])
        try await settle()
        return answer
    }

    func recorded() throws -> RecordBook { try database.read { try $0.recordBook() } }

    /// Where another composition of the same site keeps its files.
    var filesOfTests: String? { Self.files(of: place) }

    /// A page, or whatever was answered instead.
    /// `settles`: what is noted beside the page is waited for.
    func get(
        _ address: String, headers: HTTPFields = [:], authority: String = "localhost", settles: Bool = true
    ) async throws -> Answer {
        try await ask(address, .get, headers: headers, authority: authority, settles: settles)
    }

    func post(
        _ address: String, _ fields: [(String, String)], headers: HTTPFields = [:], authority: String = "localhost"
    ) async throws -> Answer {
        try await ask(address, .post, body: Query(fields).text, headers: headers, authority: authority)
    }

    /// A form as it stands on the wire.
    func postRaw(_ address: String, _ body: String) async throws -> Answer { try await ask(address, .post, body: body) }

    /// What a browser sends of another type than a plain form.
    func postBytes(_ address: String, _ body: [UInt8], type: String) async throws -> Answer {
        try await ask(address, .post, bytes: body, headers: [.contentType: type])
    }

    private func ask(
        _ address: String, _ method: HTTPRequest.Method, body: String? = nil, bytes: [UInt8] = [],
        headers: HTTPFields = [:], authority: String = "localhost", settles: Bool = true
    ) async throws -> Answer {
        var headers = headers
        let sent = body.map { Array($0.utf8) } ?? bytes
        if method == .post { headers[.contentLength] = String(sent.count) }
        let source = ApplicationRequestContextSource(
            channel: NIOAsyncTestingChannel(), logger: Logger(label: "test"))
        let response = try await Routed.asking(reader ?? site.reader) { asking in
            let request = Request(
                head: HTTPRequest(
                    method: method, scheme: "http", authority: authority, path: address,
                    headerFields: headers.adding(asking)),
                body: RequestBody(buffer: ByteBuffer(bytes: sent)))
            return try await routed.responder(of: site)
                .respond(to: request, context: BasicRequestContext(source: source))
        }
        let written = Written()
        try await response.body.write(written)
        // What is noted beside the page is there when the next one is asked for.
        if settles { database.notes.settle() }
        return Answer(status: response.status.code, headers: response.headers, bytes: written.all)
    }
}

/// A site's answers, laid out once: some hundred addresses take longer to lay out than most pages to make. Who asks changes
/// from one request to the next, and is found by a field of the request.
private final class Routed: Sendable {
    private let made = Mutex<RouterResponder<BasicRequestContext>?>(nil)
    private static let asking = Mutex<[String: @Sendable (Request) throws -> Reader]>([:])
    private static let field = HTTPField.Name("X-Asks")

    func responder(of site: Web.Site) -> RouterResponder<BasicRequestContext> {
        made.withLock { made in
            if let made { return made }
            var site = site
            let own = site.reader
            site.reader = { request in
                let key = Self.field.flatMap { request.headers[$0] }
                let reader = key.flatMap { key in Self.asking.withLock { $0[key] } } ?? own
                return try reader(request)
            }
            let responder = site.router().buildResponder()
            made = responder
            return responder
        }
    }

    /// `body` is given the fields that tell who asks.
    static func asking<Result>(
        _ reader: @escaping @Sendable (Request) throws -> Reader, _ body: (HTTPFields) async throws -> Result
    ) async throws -> Result {
        let key = UUID().uuidString
        asking.withLock { $0[key] = reader }
        defer { asking.withLock { _ = $0.removeValue(forKey: key) } }
        return try await body(field.map { [$0: key] } ?? [:])
    }
}

extension HTTPFields {
    fileprivate func adding(_ others: HTTPFields) -> HTTPFields {
        var fields = self
        fields.append(contentsOf: others)
        return fields
    }
}

/// Takes what a page writes.
private final class Written: ResponseBodyWriter {
    private let bytes = Mutex(ByteBuffer())

    var all: [UInt8] { bytes.withLock { Array($0.readableBytesView) } }

    func write(_ buffer: ByteBuffer) async throws { bytes.withLock { _ = $0.writeImmutableBuffer(buffer) } }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

struct Answer: Sendable {
    var status: Int
    var headers: HTTPFields
    var bytes: [UInt8]
    var text: String

    init(status: Int, headers: HTTPFields, bytes: [UInt8]) {
        self.status = status
        self.headers = headers
        self.bytes = bytes
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// Addresses of links within the site, in order.
    var links: [String] {
        text.matches(of: /href="(\/[^"]*)"/).map { String($0.1).replacing("&amp;", with: "&") }
    }

    /// Values of all attributes of a name.
    func values(of attribute: String) throws -> [String] {
        text.matches(of: try Regex(" \(attribute)=\"([^\"]*)\"", as: (Substring, Substring).self)).map { String($0.1) }
    }
}

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return day
}
