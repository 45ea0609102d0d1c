import Accounts
import HTTPTypes
import Hummingbird
import Logging
import Pages
import Store
import Vocabulary

/// Finds out who asks before anything is answered. Whoever is nobody is led to the sign-in, and from there to where they
/// wanted to go; what they were sending when their session ended is kept for them.
struct SignedIn<Context: RequestContext>: RouterMiddleware {
    let signIn: SignIn
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        if path == Stylesheet.address { return try await next(request, context) }
        let found: Visit.Found
        do { found = try signIn.visit(request, on: site.today()) } catch { found = .failed(error) }
        return try await Visit.$found.withValue(found) {
            let other: Response?
            // Such as a full disk, on which what was being sent cannot be kept: it is shown.
            do { other = try await elsewhere(request, found) } catch {
                return await ErrorPages<Context>(site: site).notSaved(NotSaved(error), nil, request, nil)
            }
            if let other { return other }
            let response = try await next(request, context)
            return try noted(response, to: request, found, context)
        }
    }

    /// Where a request leads that is not answered as it is; nil where it is.
    private func elsewhere(_ request: Request, _ found: Visit.Found) async throws -> Response? {
        let path = request.uri.path
        switch found {
        case .failed: return nil
        case .somebody(let visit):
            guard !SignInAddress.whileChanging.contains(path) else { return nil }
            if visit.mustChange { return .seeOther(SignInAddress.password) }
            guard visit.mustSetSecondFactor, !path.hasPrefix(SignInAddress.secondFactor) else { return nil }
            return .seeOther(SignInAddress.secondFactor)
        case .nobody, .ended:
            if SignInAddress.everybodys.contains(path) { return nil }
            guard let begun = try? signIn.hasAccounts() else { return nil }
            if !begun { return .seeOther(SignInAddress.firstStart) }
            return try await signInFirst(request, found)
        }
    }

    private func signInFirst(_ request: Request, _ found: Visit.Found) async throws -> Response {
        let path = request.uri.path
        var wanted = request.method == .post ? path : request.head.path ?? path
        var why: String?
        if case .ended(let reader) = found {
            why = "ended"
            if request.method == .post { wanted = try await keep(request, for: reader) }
        }
        // A program that asks for a list is told so in its own way.
        if path.hasSuffix(".json") {
            return Response(
                status: .unauthorized,
                headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(string: #"{"error":"请先登录"}"#)))
        }
        var query = Query()
        if wanted != "/" { query.set("to", wanted) }
        query.set("why", why)
        if Query(parsing: request.uri.query ?? "")["lang"] == "en" { query.set("lang", "en") }
        return .seeOther(query.isEmpty ? SignInAddress.signIn : "\(SignInAddress.signIn)?\(query.text)")
    }

    /// Keeps what was sent; where to go on after the sign-in.
    private func keep(_ request: Request, for reader: Reader) async throws -> String {
        let path = request.uri.path
        let type = request.headers[.contentType] ?? "application/x-www-form-urlencoded"
        guard type.hasPrefix("application/x-www-form-urlencoded"), !SignInAddress.secrets.contains(path) else {
            return path
        }
        let fields: Query
        // What is too much to be taken is too much to be kept.
        do { fields = try await request.fields() } catch is TooMuchSent { return path }
        // A form of a desk has a draft on the server: it is shown there as it was being filled in.
        if let draft = fields["draft"], FormDraft.isCode(draft), keepsDraft(path) {
            let typed = fields.items.filter { !["draft", "seen", "step", "once", "checked"].contains($0.name) }
            if !typed.isEmpty {
                try site.database.keep(
                    FormDraft(
                        code: draft, account: reader.account, form: path,
                        fields: Query(typed.map { ($0.name, $0.value) }).text, seen: fields.number("seen"),
                        post: reader.post))
            }
            return "\(path)?draft=\(draft)"
        }
        try site.database.keep(KeptForm(account: reader.account, form: request.head.path ?? path, fields: fields.text))
        return path
    }

    private func keepsDraft(_ path: String) -> Bool { site.deskRoutes.keepsDraft(at: path) }

    /// What was fetched as a file, and what was refused, is told in the journal. Where the database takes nothing it is held
    /// until it does, and no further file is given out meanwhile: what leaves the house is on record.
    private func noted(
        _ response: Response, to request: Request, _ found: Visit.Found, _ context: Context
    ) throws -> Response {
        guard case .somebody(let visit) = found else { return response }
        let isFile = response.headers[.contentDisposition]?.hasPrefix("attachment") == true
        guard isFile || response.status == .forbidden else { return response }
        let (database, unwritten) = (site.database, signIn.unwrittenTraces)
        if !unwritten.isEmpty {
            do { try unwritten.write(to: database) } catch {
                guard isFile else { return response }
                context.logger.error("a file was not given out, as it could not be noted: \(error)")
                return try ErrorPages<Context>(site: site).notGivenOut(NotSaved(error), request)
            }
        }
        let trace = Trace(
            act: isFile ? "fetchFile" : "refused", path: request.uri.path, query: request.uri.query ?? "",
            account: visit.account.name, address: signIn.address(of: request), at: signIn.signing.now())
        let logger = context.logger
        database.notes.add {
            try trace.write(to: database)
        } failed: {
            logger.error("not noted yet: \(trace.act) \(trace.path) by \(trace.account) from \(trace.address)")
            unwritten.add(trace)
        }
        return response
    }
}

/// The addresses by which people come in.
enum SignInAddress {
    static let signIn = "/sign-in"
    static let kept = "/sign-in/kept"
    /// To somebody else's issuer, and back from it.
    static let issuer = "/sign-in/issuer"
    static let issuerBack = "/sign-in/issuer/back"
    /// What a telephone shows: the other half of a sign-in.
    static let code = "/sign-in/code"
    static let secondFactor = "/account/second-factor"
    static let digest = "/account/letter"
    static let firstStart = "/first-start"
    static let signOut = "/sign-out"
    static let account = "/account"
    static let password = "/account/password"

    static let all = [signIn, firstStart, signOut, account]
    static let everybodys: Set<String> = [signIn, code, issuer, issuerBack, firstStart]
    static let whileChanging: Set<String> = [password, signOut, signIn, code, issuer, issuerBack, firstStart]
    /// What is sent there is kept nowhere.
    static let secrets: Set<String> = [
        signIn, code, firstStart, password, secondFactor, secondFactor + "/begin", secondFactor + "/remove",
    ]

    /// Where somebody wanted to go, where it is an address of this site.
    static func isOurs(_ address: String) -> Bool {
        let signs = Array(address.utf8)
        guard signs.first == UInt8(ascii: "/"), signs.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return false }
        return (signs.count == 1 || signs[1] != UInt8(ascii: "/")) && signs.count < 2000
    }
}
