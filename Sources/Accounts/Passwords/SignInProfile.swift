public import Storage
public import Store
public import Vocabulary

/// By which norm people sign in here: they contradict each other, so a site chooses (docs/decisions/0122).
public enum SignInProfile: String, Named, Stored {
    /// GB/T 22239-2019, level 3.
    case djbh
    /// OWASP ASVS 5.0, level 2.
    case asvs

    public var words: Words {
        switch self {
        case .djbh: Words("等级保护三级（密码定期更换、须含多类字符）", "GB/T 22239 level 3 (passwords expire, several kinds of signs)")
        case .asvs: Words("OWASP ASVS（密码长而不换）", "OWASP ASVS (long passwords, which never expire)")
        }
    }

    public var shortest: Int { self == .djbh ? 10 : 12 }
    /// From this length on it need not be of several kinds of signs; nil: it never need.
    public var longWithoutKinds: Int? { self == .djbh ? 15 : nil }
    /// Days after which a password must be changed; nil: never.
    public var daysValid: Int? { self == .djbh ? 90 : nil }
    /// Minutes without a request after which a session ends.
    public func idleMinutes(isAdministrator: Bool) -> Int { isAdministrator ? 15 : 30 }
    /// Hours after which a session ends in any case.
    public var longestHours: Int { self == .djbh ? 8 : 12 }
    public static let formerKept = 5
    public static let longest = 128
    /// Days within which a code that was handed out must be used.
    public static let daysOfCode = 14
}

extension SettingName {
    public static let signInProfile = SettingName(rawValue: "signInProfile")
}

extension Reading {
    /// The stricter one where nothing was chosen.
    public func signInProfile() throws -> SignInProfile {
        try setting(.signInProfile).flatMap(SignInProfile.init(rawValue:)) ?? .djbh
    }
}

/// Chooses by which norm people sign in.
public struct SetSignInProfile: Act {
    public static let right = Right.administerSecurity
    public static let words = Words("设置登录规则", "Sign-in rules set")
    public static let isTownWide = true
    public static let mayStandAlready = true
    public var profile: SignInProfile
    /// Nil: as it was chosen, or as the norm asks.
    public var secondFactor: SecondFactorRule?

    public init(_ profile: SignInProfile, secondFactor: SecondFactorRule? = nil) {
        self.profile = profile
        self.secondFactor = secondFactor
    }

    public func perform(in t: ActTransaction) throws {
        try t.writing.set(.signInProfile, to: profile.rawValue)
        if let secondFactor { try t.writing.set(.secondFactor, to: secondFactor.rawValue) }
    }
}
