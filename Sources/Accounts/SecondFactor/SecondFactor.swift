import Foundation
public import Storage
public import Store
public import Vocabulary

/// What somebody proves besides their password: that they hold the telephone which shares a secret with us (动态口令).
public struct SecondFactor: Noun {
    public var account: String
    /// Base32. It has to be known to be held against: it is kept as it is (docs/decisions/0141).
    public var secret: Secret
    public var begun: Day
    /// Nil: the telephone has not answered yet, and nothing is asked.
    public var confirmed: Day?
    /// Of the last code that was used: none is used twice.
    public var lastStep: Int
    /// Hashes of codes for when the telephone is lost, each of use once.
    public var recovery: [Secret] = []

    public static let table = Table<SecondFactor>(
        "second_factors",
        Column("account") { $0.account }, Column("secret") { $0.secret }, Column("begun_day") { $0.begun },
        Column("confirmed_day") { $0.confirmed }, Column("last_step") { $0.lastStep }
    ) { account, secret, begun, confirmed, lastStep in
        SecondFactor(account: account, secret: secret, begun: begun, confirmed: confirmed, lastStep: lastStep)
    }
    public static let lists = [
        NounList<SecondFactor>(
            \.recovery, owner: "account", Table("recovery_codes", Column("code") { $0 }, make: { $0 }))
    ]
    public static let reach = Reach.through("account", Account.self)
    /// What was used up: the sign-in is told.
    public static let unjournaled: Set<String> = ["last_step", "recovery_codes"]
    public static let recoveryCodes = 10

    public static func mayBeGone(_ key: String, in reading: some Reading) throws -> Bool {
        try reading.isOfDestroyed(account: key)
    }

    public var isInForce: Bool { confirmed != nil }

    /// As telephones take it in (the key URI of Google Authenticator, which all of them follow).
    public func link(town: String) -> String {
        let issuer = Self.encoded(town.isEmpty ? "行知" : town)
        return "otpauth://totp/\(issuer):\(Self.encoded(account))?secret=\(secret.text)&issuer=\(issuer)"
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(
            withAllowedCharacters: .alphanumerics.intersection(.init(charactersIn: "\0"..."\u{7F}")))
            ?? ""
    }

    /// With what was typed used up; nil where it is neither the telephone's code nor one for when it is lost.
    func taking(_ typed: String, at now: Date) -> (factor: SecondFactor, means: String)? {
        var used = self
        if let bytes = Base32.bytes(secret.text),
            let step = TimeCode.step(of: typed, secret: bytes, after: lastStep, at: now)
        {
            used.lastStep = step
            return (used, "totp")
        }
        let hash = Secret(Token.hash(code: typed))
        guard let place = recovery.firstIndex(of: hash) else { return nil }
        used.recovery.remove(at: place)
        return (used, "recovery")
    }
}

extension Reading {
    public func secondFactor(of account: String) throws -> SecondFactor? {
        try one(SecondFactor.self, account, for: .everything)
    }
}

/// Whose second factor is asked for.
public enum SecondFactorRule: String, Named, Stored {
    case administrators, voluntary

    public var words: Words {
        switch self {
        case .administrators: Words("管理员必须设置，其他人自愿", "Administrators must have one, others may")
        case .voluntary: Words("都自愿", "Everybody may have one")
        }
    }
}

extension Reading {
    /// What was chosen, or what the norm asks: GB/T 22239, 8.1.4.1 d), asks two kinds of proof.
    public func secondFactorRule() throws -> SecondFactorRule {
        try setting(.secondFactor).flatMap(SecondFactorRule.init(rawValue:))
            ?? (try signInProfile() == .djbh ? .administrators : .voluntary)
    }
}

extension SettingName {
    public static let secondFactor = SettingName(rawValue: "secondFactor")
}
