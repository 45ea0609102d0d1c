import Testing

@testable import Accounts

@Suite("Passwords") struct PasswordTests {
    private static let known = ["P00123", "王小芳", "wangxiaofang", "县水务局", "1980-01", "198001"]

    @Test(
        "guessed ones are refused by both norms",
        arguments: [
            "", "Aa1!", "password", "Password2024!", "P@ssw0rd2026", "Admin@123456", "admin123admin123",
            "Qwerty!2345678",
            "1qaz@WSX3edc", "QAZwsx!edc123", "123456789012345", "aaaaaaaaaaaaaaaa", "Abc123!Abc123!",
            "abcdefghijklmnop",
            "Zxcvbnm,./2024", "Xingzhi@2026", "Ganbu2024!peixun", "Zuzhibu@2025", "县水务局2026!Aa", "王小芳19800101Aa!",
            "P00123p00123!A", "wangxiaofang@2026", "Zhongguo1949!", "Iloveyou1314!", "2024-2025-2026-2027",
            "Welcome@2026!", "Letmein!Letmein!", "Huawei@123456", "Spring2026Summer", "9876543210Abc!",
            "qwertyuiop[]2024A",
        ])
    func guessable(_ password: String) {
        for profile in SignInProfile.allCases {
            #expect(PasswordRule(profile, known: Self.known).flaw(in: password) != nil, "\(profile)")
        }
    }

    @Test(
        "long ones are taken whatever they are made of",
        arguments: [
            "蓝色河马在窗台上读报纸和杂志呢", "correct horse battery staple", "kulturbeutelwaschgang", "mifugongyuanlideyu",
            "9f2c7ab1e04d6835",
        ])
    func long(_ password: String) {
        for profile in SignInProfile.allCases {
            #expect(PasswordRule(profile, known: Self.known).flaw(in: password) == nil, "\(profile)")
        }
    }

    @Test("short ones need three kinds of signs by one norm, and more length by the other") func kinds() {
        let both = [
            ("Lw7#kvTpq2", true, false), ("lw7kvtpq2m", false, false), ("lw7kvtpq2mzh", false, true),
            ("Lw7kvtpq2mzh", true, true),
        ]
        for (password, djbh, asvs) in both {
            #expect((PasswordRule(.djbh).flaw(in: password) == nil) == djbh, "\(password)")
            #expect((PasswordRule(.asvs).flaw(in: password) == nil) == asvs, "\(password)")
        }
        #expect(PasswordRule(.asvs).flaw(in: String(repeating: "长城gk", count: 32)) == nil)
        #expect(PasswordRule(.asvs).flaw(in: String(repeating: "长城gk", count: 33)) != nil)
        #expect(PasswordRule(.asvs).flaw(in: "tuwenjiegou\u{7}huabao") != nil)
    }

    @Test("are kept as argon2id with their cost, each with a salt of its own") func hash() throws {
        let one = try PasswordHash.make(Town.password, cost: .least)
        #expect(one.text.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
        #expect(try PasswordHash.make(Town.password, cost: .least) != one)
        #expect(PasswordHash.fits(Town.password, one))
        for other in ["", Town.password + " ", Town.password.uppercased() + "a"] {
            #expect(!PasswordHash.fits(other, one))
        }
        #expect("\(one)" == "***" && String(reflecting: one) == "***")
    }

    @Test("codes are read however they are typed") func codes() {
        let code = Token.code()
        #expect(code.count == 19 && code.split(separator: "-").count == 4)
        for typed in [code.lowercased(), code.replacing("-", with: ""), " \(code) ", code.replacing("-", with: "－")] {
            #expect(Token.hash(code: typed) == Token.hash(code: code))
        }
        #expect(Set((0..<200).map { _ in Token.session() }).count == 200)
    }
}
