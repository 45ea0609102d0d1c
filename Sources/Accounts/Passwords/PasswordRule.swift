public import Vocabulary

/// What a password must be: long, and nothing that others would try first. Length goes over rules of composition.
public struct PasswordRule: Sendable {
    public var profile: SignInProfile
    /// What everybody knows of whose it is: names, numbers, unit.
    public var known: [String]

    public init(_ profile: SignInProfile, known: [String] = []) {
        self.profile = profile
        self.known = known
    }

    /// Why it cannot be taken; nil where it can.
    public func flaw(in password: String) -> Words? {
        let count = password.count
        let shortest = profile.shortest
        if count < shortest {
            // All that it has to be at once, not one thing after the other.
            let kinds = profile.longWithoutKinds.map { Self.threeKinds(under: $0) } ?? Words("", "")
            return Words(
                "密码至少\(shortest)个字符，现为\(count)个\(kinds.zh)",
                "At least \(shortest) characters; this has \(count)\(kinds.en)")
        }
        if password.utf8.count > SignInProfile.longest * 4 || count > SignInProfile.longest {
            return Words("密码最多\(SignInProfile.longest)个字符", "At most \(SignInProfile.longest) characters")
        }
        if password.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            return Words("密码含有无法输入的字符，请重新输入", "It holds a sign that cannot be typed")
        }
        if let long = profile.longWithoutKinds, count < long, Self.kinds(of: password) < 3 {
            let kinds = Self.threeKinds(under: long)
            return Words(String("密码" + kinds.zh.dropFirst()), String(kinds.en.dropFirst(2)))
        }
        if GuessablePassword.isOne(password, knowing: known) {
            return Words(
                "这个密码太容易猜到：由常用词、年份、姓名、单位名称、连续或重复的字符组成，请换一个",
                "Too easy to guess: it is made of common words, years, names, and signs in a row. Choose another")
        }
        return nil
    }

    private static func threeKinds(under long: Int) -> Words {
        Words(
            "；不足\(long)个字符的，须含大写字母、小写字母、数字、其他字符中的三类",
            "; under \(long) characters it needs three of: capitals, small letters, digits, others")
    }

    private static func kinds(of password: String) -> Int {
        var kinds: Set<Int> = []
        for sign in password.unicodeScalars {
            switch sign.value {
            case 0x30...0x39: kinds.insert(0)
            case 0x41...0x5A: kinds.insert(1)
            case 0x61...0x7A: kinds.insert(2)
            default: kinds.insert(3)
            }
        }
        return kinds.count
    }
}
