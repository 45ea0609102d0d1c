public import Accounts
public import Foundation
import HTTPTypes
import Hummingbird
public import OpenID
import Pages
import Records
import Storage
public import Store
import Synchronization
import Vocabulary

/// How people sign in to one site: by a cookie whose session lies in the database.
public struct SignIn: Sendable {
    let signing: SigningIn
    let entrance: Entrance
    /// Who may sign people in beside us.
    let issuer: Issuer?
    private let database: Database
    private let isBegun = Begun()
    private let seen = SeenSessions()
    let unwrittenEnds = UnwrittenEnds()
    let unwrittenTraces = UnwrittenTraces()

    /// `proxy` is the name by which a proxy on this machine lets others in; nil: this machine alone. `issuer` may sign people
    /// in beside us. `cost` and `now` are others in tests.
    public init(
        to database: Database, behindProxy proxy: String? = nil, issuer: Issuer? = nil, cost: PasswordCost = .usual,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        self.database = database
        self.issuer = issuer
        entrance = proxy.map { .proxy(name: $0) } ?? .thisMachine
        signing = try SigningIn(database, cost: cost, now: now)
    }

    /// As long as there is no account, every page leads to where the first is opened.
    func hasAccounts() throws -> Bool {
        if isBegun.value.withLock({ $0 }) { return true }
        guard try database.read({ try $0.hasAccounts() }) else { return false }
        isBegun.value.withLock { $0 = true }
        return true
    }

    func visit(_ request: Request, on today: Day) throws -> Visit.Found {
        guard let token = token(of: request) else { return .nobody }
        let now = signing.now()
        let found: Visit.Found = try database.read { reading in
            guard let session = try reading.session(ofToken: token), !unwrittenEnds.holds(session),
                let account = try reading.account(named: session.account), !account.isDisabled
            else { return .nobody }
            let posts = try reading.posts(of: account.name, on: today)
            let post = posts.first { $0.unit == session.actsFor } ?? posts.first
            // Whoever runs the issuer is no administrator here, however long ago the session began.
            if session.means == .issuer, posts.contains(where: \.isAdministrator) { return .nobody }
            let profile = try reading.signInProfile()
            switch session.end(
                at: now, idleMinutes: profile.idleMinutes(isAdministrator: post?.isAdministrator ?? false))
            {
            case .signedOut: return .nobody
            case .idle, .tooOld: return .ended(Reader(account, in: post))
            case nil: break
            }
            let credential = try reading.credential(of: account.name)
            var reader = Reader(account, in: post)
            // The account of a number that was merged is that of the person kept.
            reader.person = try reader.person.flatMap { try reading.person(code: $0) }?.code
            return .somebody(
                Visit(
                    session: session, account: account, posts: posts, post: post, reader: reader,
                    // Whoever comes from the issuer needs no password here.
                    mustChange: session.means == .own && credential?.mustChange(on: today, by: profile) ?? true,
                    hasPassword: credential?.password != nil,
                    mustSetSecondFactor: try session.means == .own && posts.contains(where: \.isAdministrator)
                        && reading.secondFactorRule() == .administrators
                        && reading.secondFactor(of: account.name)?.isInForce != true,
                    passwordUntil: profile.daysValid.flatMap { days in credential.map { $0.set + days } }))
        }
        unwrittenEnds.retry(in: database, at: now)
        // Where the database takes nothing, looking goes on; the session then ends a little early.
        if case .somebody(let visit) = found, seen.isNew(visit.session, at: now) {
            let (database, session) = (database, visit.session)
            database.notes.add { try database.note(session, seenAt: now) }
        }
        return found
    }

    // MARK: The cookie

    private var cookieName: String { entrance.isSecure ? "__Host-xingzhi" : "xingzhi" }

    func token(of request: Request) -> String? { cookie(named: cookieName, of: request) }

    /// One of our own, by its name; each is 32 signs long.
    func cookie(named name: String, of request: Request) -> String? {
        let pairs = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }
        let start = "\(name)="
        let found = pairs.lazy.map { $0.drop { $0 == " " } }.first { $0.hasPrefix(start) }
        return found.map { String($0.dropFirst(start.count)) }.flatMap { $0.utf8.count == 32 ? $0 : nil }
    }

    /// Gone with the browser's window; never shown to a script, never sent from another site's page.
    func cookie(_ token: String) -> String {
        "\(cookieName)=\(token); Path=/; HttpOnly; SameSite=Strict\(entrance.isSecure ? "; Secure" : "")"
    }

    var noCookie: String { cookie("") + "; Max-Age=0" }

    func address(of request: Request) -> String { entrance.address(of: request) }

    /// As much of what a browser says of itself as tells one from another.
    func browser(of request: Request) -> String {
        String((request.headers[.userAgent] ?? "").filter { $0.isASCII && !$0.isNewline }.prefix(200))
    }
}

/// When sessions were last noted as used: once a minute is enough.
private final class SeenSessions: Sendable {
    private let noted = Mutex<[String: Date]>([:])
    private static let most = 20_000

    func isNew(_ session: Session, at now: Date) -> Bool {
        noted.withLock { noted in
            if let last = noted[session.hash], now.timeIntervalSince(last) <= 60 { return false }
            if noted.count >= Self.most { noted = [:] }
            noted[session.hash] = now
            return true
        }
    }
}

/// Whether there ever was an account: they are never taken away.
private final class Begun: Sendable {
    let value = Mutex(false)
}
