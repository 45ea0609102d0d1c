import Accounts
import Store
import Vocabulary

/// What the console does to accounts, for whoever can do nothing from a page.
enum AccountsRequest: Codable, Sendable {
    case reset(String)
    case firstCodes

    func perform(in database: Database, asked: WriteRequest, on today: Day) throws -> WriteReply {
        switch self {
        case .reset(let name):
            do {
                let handed = try database.perform(
                    ResetAccount(name: name), by: .console(named: asked.by), on: today)
                return asked.reply(
                    "账号\(handed.account.name)的登录码：\(handed.code)\n\(handed.until.iso)前有效；登录后须自设密码。",
                    "The code for \(handed.account.name): \(handed.code)\nIt works until \(handed.until.iso); a password is chosen after signing in."
                )
            } catch let refused as Refused {
                let words = refused.problems.map(\.words)
                return asked.reply(
                    words.map(\.zh).joined(separator: "\n"), words.map(\.en).joined(separator: "\n"), .unusable)
            }
        case .firstCodes:
            guard let codes = try database.makeFirstCodes(by: asked.by, on: today) else {
                let words = AccountProblem.isRunning.words
                return asked.reply(words.zh, words.en, .unusable)
            }
            return asked.reply(codes.said(in: .zh), codes.said(in: .en))
        }
    }
}

extension FirstCodes {
    /// As the console shows them, once.
    func said(in language: Language) -> String {
        let lines = codes.map { "  \($0.role.words.in(language))\(language == .zh ? "：" : ": ")\($0.code)" }
        let first =
            language == .zh
            ? "首次启用码，只显示这一次。请由两个人分别在 /first-start 页面开通账号："
            : "First codes, shown this once. Two people each open an account with one, at /first-start:"
        return ([first] + lines).joined(separator: "\n")
    }
}
