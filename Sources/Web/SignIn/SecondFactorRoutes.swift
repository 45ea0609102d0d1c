import Accounts
import HTTPTypes
import Hummingbird
import Pages
import Store
import Vocabulary

extension Site {
    /// The other half of a sign-in, and one's own second factor.
    func addSecondFactor(_ signIn: SignIn, to router: Router<BasicRequestContext>) {
        router.post(RouterPath(SignInAddress.code)) { request, _ in
            let context = try deskContext(request)
            let fields = try await fields(request)
            let wanted = fields["to"].flatMap { SignInAddress.isOurs($0) ? $0 : nil } ?? "/"
            let half = fields["attempt"] ?? ""
            let attempt = CodeAttempt(
                token: half, code: fields.timeCode,
                address: signIn.address(of: request), browser: signIn.browser(of: request))
            switch try signIn.signing.finish(attempt, on: today()) {
            case .refused:
                let page = SecondFactorPages.asked(
                    token: half, to: wanted, problem: AccountProblem.wrongTimeCode.words)
                return html(page.html(context), status: .unprocessableContent)
            case .locked(let minutes):
                return try signInPage(
                    context, name: "", to: wanted,
                    problem: Words("错误次数较多，请\(minutes)分钟后再试", "Too many mistakes: try again in \(minutes) minutes"),
                    status: .tooManyRequests)
            case .expired:
                return try signInPage(
                    context, name: "", to: wanted,
                    problem: Words("这次登录已过期，请重新输入密码", "This took too long: begin again with your password"),
                    status: .unprocessableContent)
            case .signedIn(let account, let token): return try entered(account, token, context, to: wanted, signIn)
            }
        }
        router.get(RouterPath(SignInAddress.secondFactor)) { request, _ in
            let (context, visit) = (try deskContext(request), try visit())
            return try ownSecondFactor(visit, context, problems: [])
        }
        router.post("\(SignInAddress.secondFactor)/begin") { request, _ in
            let (context, visit) = (try deskContext(request), try visit())
            let (database, today) = (database, today())
            let password = try await fields(request).all("current").first ?? ""
            do {
                _ = try await PasswordWork.run {
                    try database.beginSecondFactor(of: visit.account, password: password, by: visit.reader, on: today)
                }
            } catch let refused as Refused {
                return try ownSecondFactor(visit, context, problems: refused.problems)
            }
            return Response.seeOther(context.link(SignInAddress.secondFactor))
        }
        router.post(RouterPath(SignInAddress.secondFactor)) { request, _ in
            let (context, visit) = (try deskContext(request), try visit())
            let code = try await fields(request).timeCode
            do {
                let codes = try database.perform(
                    ConfirmSecondFactor(account: visit.account.name, code: code, now: signIn.signing.now()),
                    by: visit.reader, on: today())
                return html(SecondFactorPages.recovery(codes).html(context))
            } catch let refused as Refused {
                return try ownSecondFactor(visit, context, problems: refused.problems)
            }
        }
        router.post("\(SignInAddress.secondFactor)/remove") { request, _ in
            let (context, visit) = (try deskContext(request), try visit())
            let code = try await fields(request).timeCode
            do {
                try database.perform(
                    RemoveSecondFactor(account: visit.account.name, code: code, now: signIn.signing.now()),
                    by: visit.reader, on: today())
            } catch let refused as Refused {
                return try ownSecondFactor(visit, context, problems: refused.problems)
            }
            return Response.seeOther(context.link(SignInAddress.secondFactor))
        }
    }

    private func ownSecondFactor(_ visit: Visit, _ context: PageContext, problems: [any Refusal]) throws -> Response {
        let factor = try database.read { try $0.secondFactor(of: visit.account.name) }
        return html(
            SecondFactorPages.own(visit, factor, context, problems: problems).html(context),
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// Leads in whoever has just signed in.
    func entered(
        _ account: Account, _ token: String, _ context: PageContext, to wanted: String, _ signIn: SignIn
    ) throws -> Response {
        Response.seeOther(try begins(account, at: context.link(wanted))).setting(signIn.cookie(token))
    }

    /// Where they begin: whoever was signed in with this browser is no longer, and what was kept for them comes first.
    func begins(_ account: Account, at wanted: String) throws -> String {
        if let before = Visit.current { _ = try database.endSession(before.session.code, of: before.account.name) }
        return try database.read { try $0.hasKeptForm(of: account.name) } ? SignInAddress.kept : wanted
    }
}

extension Query {
    /// What was typed of a telephone or a recovery code; none is as long.
    fileprivate var timeCode: String { String((all("code").first ?? "").prefix(60)) }
}
