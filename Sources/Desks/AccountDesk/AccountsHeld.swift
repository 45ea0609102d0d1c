import Accounts
import Pages
import Store
import Vocabulary

extension Account {
    /// Accounts of a person, with every role that they hold or held.
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        let accounts = try ask.reading.accounts(of: person)
        let roles = try accounts.flatMap { account in
            try ask.reading.grants(of: account.name).map { grant -> [HTML] in
                [
                    .words(grant.asked.role.words), .text(try grant.unitName(ask)), .text(grant.span),
                    .words(grant.stage.words),
                ]
            }
        }
        return [
            Held(
                Words("账号", "Accounts"), [Words("账号", "Account"), Words("姓名", "Name"), Words("状态", "State")],
                accounts.map { account in
                    [
                        .text(account.name), .text(account.displayName),
                        account.isDisabled ? .say("已停用", "disabled") : .say("有效", "active"),
                    ]
                }),
            Held(
                Words("授权", "Roles"),
                [Words("角色", "Role"), Words("管辖单位", "Unit"), Words("期限", "From and until"), Words("状态", "State")],
                roles),
        ]
    }
}
