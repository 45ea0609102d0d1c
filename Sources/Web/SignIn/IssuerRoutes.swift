import Accounts
import HTTPTypes
import Hummingbird
import OpenID
import Pages
import Store
import Vocabulary

extension Site {
    /// The way to the issuer, and back from it (docs/decisions/0136).
    func addIssuer(_ issuer: Issuer, _ signIn: SignIn, to router: Router<BasicRequestContext>) {
        router.get(RouterPath(SignInAddress.issuer)) { request, _ in
            let context = try deskContext(request)
            let wanted = context.query["to"].flatMap { SignInAddress.isOurs($0) ? $0 : nil } ?? "/"
            let attempt = IssuerAttempt(wanted: context.link(wanted))
            do {
                let way = try await issuer.way(
                    back: signIn.back(request), state: attempt.state, nonce: attempt.nonce, verifier: attempt.verifier)
                guard try database.keep(attempt, at: signIn.signing.now()) else {
                    return issuerPage(context, .crowded, status: .serviceUnavailable)
                }
                return Response.seeOther(way).setting(signIn.issuerCookie(attempt.state))
            } catch  where error is NotAnswered || error is NotTrue {
                return try refusedByIssuer(context, error, signIn.address(of: request), signIn)
            }
        }
        router.get(RouterPath(SignInAddress.issuerBack)) { request, _ in
            let context = try deskContext(request)
            let (address, said) = (signIn.address(of: request), Query(parsing: request.uri.query ?? ""))
            // Whoever follows a link that somebody else began would be signed in as them.
            guard let state = said["state"], state == signIn.issuerState(of: request),
                let attempt = try database.takeIssuerAttempt(state, at: signIn.signing.now())
            else { return issuerPage(context, .expired, status: .unprocessableContent) }
            guard let code = said["code"], code.utf8.count <= 2000, said["error"] == nil else {
                return issuerPage(context, .turnedBack, status: .unprocessableContent)
            }
            let token: IDToken
            do {
                token = try await issuer.somebody(
                    code: code, back: signIn.back(request), nonce: attempt.nonce, verifier: attempt.verifier)
            } catch  where error is NotAnswered || error is NotTrue {
                return try refusedByIssuer(context, error, address, signIn)
            }
            guard let name = token.texts[issuer.claim], !name.isEmpty else {
                return try refusedByIssuer(context, ClaimMissing(), address, signIn)
            }
            switch try signIn.signing.enter(
                issuerSays: name, subject: token.subject, address: address, browser: signIn.browser(of: request),
                on: today())
            {
            case .noAccount: return issuerPage(context, .noAccount, status: .forbidden)
            case .administrator: return issuerPage(context, .administrator, status: .forbidden)
            case .signedIn(let account, let session):
                return IssuerPages.entered(
                    try begins(account, at: attempt.wanted), context, cookie: signIn.cookie(session))
            }
        }
    }

    private func issuerPage(_ context: PageContext, _ outcome: IssuerPages.Outcome, status: HTTPResponse.Status)
        -> Response
    { html(IssuerPages.page(outcome).html(context), status: status) }

    /// What did not hold stands in the journal; whoever wanted in is told that they may come in by password.
    private func refusedByIssuer(
        _ context: PageContext, _ error: any Error, _ address: String, _ signIn: SignIn
    ) throws -> Response {
        let why =
            switch error {
            case let error as NotTrue: "issuer: \(error.what)"
            case is ClaimMissing: "issuer: claim"
            default: "issuer: no answer"
            }
        // Once is enough: whoever asks on could else fill the journal.
        if (error as? NotAnswered)?.isRemembered != true {
            try signIn.signing.noteIssuer(refused: why, of: nil, address)
        }
        return issuerPage(context, .noAnswer, status: .badGateway)
    }
}

/// That the issuer does not tell the claim that holds the account.
private struct ClaimMissing: Error {}

extension SignIn {
    /// Where the issuer leads browsers back to: by the name of the proxy, or of this machine.
    fileprivate func back(_ request: Request) -> String {
        entrance.origin(request.head.authority ?? "127.0.0.1") + SignInAddress.issuerBack
    }

    private var issuerCookieName: String { entrance.isSecure ? "__Host-xingzhi-issuer" : "xingzhi-issuer" }

    /// Sent along when the issuer leads back here, which a stricter one would not be.
    fileprivate func issuerCookie(_ state: String) -> String {
        "\(issuerCookieName)=\(state); Path=/; HttpOnly; SameSite=Lax; Max-Age=600\(entrance.isSecure ? "; Secure" : "")"
    }

    fileprivate func issuerState(of request: Request) -> String? { cookie(named: issuerCookieName, of: request) }
}
