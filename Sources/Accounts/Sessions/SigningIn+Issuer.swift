import Storage
public import Store
public import Vocabulary

/// What became of somebody whom the issuer has signed in.
public enum IssuerSignIn: Sendable {
    case signedIn(Account, token: String)
    /// There is no such account here, or it is disabled.
    case noAccount
    /// Administrators come in by their own passwords: else whoever runs the issuer could be all three.
    case administrator
}

extension SigningIn {
    /// Lets in whom the issuer names, by the account of that name.
    public func enter(
        issuerSays name: String, subject: String, address: String, browser: String, on today: Day
    ) throws -> IssuerSignIn {
        let (token, now) = (Token.session(), now())
        let result: IssuerSignIn = try database.read { reading in
            guard let account = try reading.account(typed: name), !account.isDisabled else { return .noAccount }
            // Also who will be one: the session may last until then.
            let isAdministrator = try reading.grants(of: account.name).contains {
                $0.asked.role.isAdministrator && $0.isOpen(on: today)
            }
            return isAdministrator ? .administrator : .signedIn(account, token: token)
        }
        guard case .signedIn(let account, _) = result else {
            let why = if case .administrator = result { "administrator" } else { "unknown" }
            try noteIssuer(refused: why, of: name, address)
            return result
        }
        let isIn = try database.write(by: account.name) { writing in
            guard try writing.account(named: account.name)?.isDisabled == false else { return false }
            try writing.enter(
                Session.Beginning(
                    token: token, account: account.name, address: address, browser: browser, now: now, means: .issuer),
                by: "issuer", ["subject": subject])
            return true
        }
        return isIn ? result : .noAccount
    }

    /// That the issuer's word did not hold, or named nobody who may come in.
    public func noteIssuer(refused why: String, of name: String?, _ address: String) throws {
        try database.write(by: SigningIn.nobody) { writing in
            let account = try name.flatMap { try writing.account(typed: $0)?.name }
            try writing.turnAway(account, why, from: address, ["by": "issuer"])
        }
    }
}
