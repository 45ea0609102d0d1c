import Accounts
import HTTPTypes
import Hummingbird
import Logging
import Pages
import Store
import Vocabulary

extension Site {
    /// The ways in and out, and one's own account.
    func addSignIn(_ signIn: SignIn, to router: Router<BasicRequestContext>) {
        router.get(RouterPath(SignInAddress.signIn)) { request, _ in
            let context = try deskContext(request)
            if let visit = Visit.current { return Response.seeOther(try home(of: visit, context)) }
            return try signInPage(context, name: "", to: context.query["to"] ?? "/", problem: nil)
        }
        router.post(RouterPath(SignInAddress.signIn)) { request, _ in
            let context = try deskContext(request)
            let fields = try await fields(request)
            let wanted = fields["to"].flatMap { SignInAddress.isOurs($0) ? $0 : nil } ?? "/"
            let name = String((fields["name"] ?? "").prefix(100))
            let attempt = SignInAttempt(
                name: name, secret: fields.all("password").first ?? "", address: signIn.address(of: request),
                browser: signIn.browser(of: request))
            let today = today()
            let result: SignInResult
            do {
                result = try await PasswordWork.run { try signIn.signing.attempt(attempt, on: today) }
            } catch is PasswordWork.TooMany {
                return try signInPage(
                    context, name: name, to: wanted,
                    problem: Words("现在登录的人较多，请稍候再试", "Many people are signing in: try again in a moment"),
                    status: .serviceUnavailable)
            }
            switch result {
            case .refused:
                return try signInPage(
                    context, name: name, to: wanted,
                    problem: Words("账号或密码不正确", "The account or the password is not right"),
                    status: .unprocessableContent)
            case .locked(let minutes):
                return try signInPage(
                    context, name: name, to: wanted,
                    problem: Words("错误次数较多，请\(minutes)分钟后再试", "Too many mistakes: try again in \(minutes) minutes"),
                    status: .tooManyRequests)
            case .halfWay(let token):
                return html(SecondFactorPages.asked(token: token, to: wanted, problem: nil).html(context))
            case .signedIn(let account, let token): return try entered(account, token, context, to: wanted, signIn)
            }
        }
        router.get(RouterPath(SignInAddress.kept)) { request, _ in
            let context = try deskContext(request)
            guard let visit = Visit.current else { return Response.seeOther(SignInAddress.signIn) }
            guard let kept = try database.takeKeptForm(of: visit.account.name) else {
                return Response.seeOther(context.link("/"))
            }
            return html(SignInPages.kept(kept).html(context))
        }
        if let issuer = signIn.issuer { addIssuer(issuer, signIn, to: router) }
        addFirstStart(signIn, to: router)
        addOwnAccount(signIn, to: router)
        addSecondFactor(signIn, to: router)
        addDigest(to: router)
    }

    func signInPage(
        _ context: PageContext, name: String, to wanted: String, problem: Words?, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let hasFirstCodes = try database.read { try $0.hasFirstCodes() }
        let wanted = SignInAddress.isOurs(wanted) ? wanted : "/"
        return html(
            SignInPages.signIn(
                context, name: name, to: wanted, problem: problem, hasFirstCodes: hasFirstCodes,
                hasIssuer: signIn?.issuer != nil
            )
            .html(context), status: status)
    }

    private func home(of visit: Visit, _ context: PageContext) throws -> String {
        context.link(visit.reader.may(.see) ? "/" : visit.reader.home ?? SignInAddress.account)
    }

    private func addFirstStart(_ signIn: SignIn, to router: Router<BasicRequestContext>) {
        router.get(RouterPath(SignInAddress.firstStart)) { request, _ in
            let context = try deskContext(request)
            guard try isFirstStartOpen(signIn) else { throw NotFound(context: context) }
            return html(SignInPages.firstStart(context, draft: AccountDraft(), problems: []).html(context))
        }
        router.post(RouterPath(SignInAddress.firstStart)) { request, _ in
            let context = try deskContext(request)
            guard try isFirstStartOpen(signIn) else { throw NotFound(context: context) }
            let fields = try await fields(request)
            let draft = AccountDraft(
                name: String((fields["name"] ?? "").prefix(60)),
                displayName: String((fields["displayName"] ?? "").prefix(60)))
            let password = NewPassword(
                current: "", new: fields.all("new").first ?? "", again: fields.all("again").first ?? "")
            let (database, today) = (database, today())
            do {
                let account = try await PasswordWork.run {
                    try database.begin(
                        draft, code: fields["code"] ?? "", password: password, cost: signIn.signing.cost, on: today,
                        at: signIn.signing.now())
                }
                let token = try signIn.signing.beginAgain(
                    account, address: signIn.address(of: request), browser: signIn.browser(of: request))
                return Response.seeOther(context.link("/")).setting(signIn.cookie(token))
            } catch let refused as Refused {
                return html(
                    SignInPages.firstStart(context, draft: draft, problems: refused.problems).html(context),
                    status: .unprocessableContent)
            }
        }
    }

    /// Until both of the first accounts are there.
    private func isFirstStartOpen(_ signIn: SignIn) throws -> Bool {
        try database.read { reading in
            let isOpen = try reading.hasFirstCodes()
            return try isOpen || !reading.hasAccounts()
        }
    }

    private func addOwnAccount(_ signIn: SignIn, to router: Router<BasicRequestContext>) {
        router.get(RouterPath(SignInAddress.account)) { request, _ in
            let (context, visit) = (try deskContext(request), try visit())
            return html(try database.read { try visit.page($0, at: signIn.signing.now(), on: today()) }.html(context))
        }
        router.post("\(SignInAddress.account)/post") { request, _ in
            let (context, visit) = (try deskContext(request), try visit())
            let unit = try await fields(request)["unit"].map { $0 == "*" ? "" : $0 }
            guard let post = visit.posts.first(where: { $0.unit == unit }) else { throw NotFound(context: context) }
            try database.act(visit.session, for: post.unit)
            return Response.seeOther(context.link("/"))
        }
        router.post("\(SignInAddress.account)/sessions/:code/end") { request, route in
            let (context, visit) = (try deskContext(request), try visit())
            guard try database.endSession(route.named("code"), of: visit.account.name) else {
                throw NotFound(context: context)
            }
            return Response.seeOther(context.link(SignInAddress.account))
        }
        router.get(RouterPath(SignInAddress.password)) { request, _ in
            let (context, visit) = (try deskContext(request), try visit())
            return html(SignInPages.password(visit, problems: []).html(context))
        }
        router.post(RouterPath(SignInAddress.password)) { request, _ in
            let (context, visit) = (try deskContext(request), try visit())
            let fields = try await fields(request)
            let new = NewPassword(
                current: fields.all("current").first ?? "", new: fields.all("new").first ?? "",
                again: fields.all("again").first ?? "")
            let (database, today) = (database, today())
            // The first one is proof of whose account it is: whoever runs the issuer could else choose it.
            guard visit.hasPassword || visit.session.means == .own else {
                let problems = [AccountProblem.firstPasswordByCode]
                return html(
                    SignInPages.password(visit, problems: problems).html(context), status: .unprocessableContent)
            }
            do {
                try await PasswordWork.run {
                    try database.setPassword(
                        of: visit.account, to: new, asksCurrent: visit.hasPassword, cost: signIn.signing.cost,
                        by: visit.reader, on: today)
                }
            } catch let refused as Refused {
                return html(
                    SignInPages.password(visit, problems: refused.problems).html(context), status: .unprocessableContent
                )
            }
            let token = try signIn.signing.beginAgain(
                visit.account, address: signIn.address(of: request), browser: signIn.browser(of: request))
            let isKept = try database.read { try $0.hasKeptForm(of: visit.account.name) }
            return Response.seeOther(isKept ? SignInAddress.kept : context.link("/")).setting(signIn.cookie(token))
        }
        router.get(RouterPath(SignInAddress.signOut)) { request, _ in
            let (context, _) = (try deskContext(request), try visit())
            return html(SignInPages.signOut.html(context))
        }
        router.post(RouterPath(SignInAddress.signOut)) { _, route in
            let visit = try visit()
            // Nobody is kept signed in by a full disk.
            do { _ = try database.endSession(visit.session.code, of: visit.account.name) } catch {
                route.logger.error("the end of a session was not written: \(error)")
                signIn.unwrittenEnds.add(visit.session, at: signIn.signing.now())
            }
            var response = Response.seeOther("\(SignInAddress.signIn)?why=out").setting(signIn.noCookie)
            // What pages this browser has kept is of no use to whoever sits down next.
            if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = "\"cache\"" }
            return response
        }
    }

    /// Whoever is signed in; the middleware lets nobody else come so far.
    func visit() throws -> Visit {
        guard let visit = Visit.current else {
            _ = try Visit.reader()
            throw NotSignedIn()
        }
        return visit
    }
}

extension Response {
    func setting(_ cookie: String) -> Response {
        var response = self
        response.headers[.setCookie] = cookie
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
