import Accounts
import Pages
import Store
import Vocabulary

extension SecondFactor {
    /// Whose telephone is asked, for whoever takes it back.
    static let listing = Listing<SecondFactor>(
        Words("动态口令", "Second factors"),
        columns: [
            ListColumn(
                "account", Words("账号", "Account"), .lead, sort: "account",
                text: { factor, ask in try ask.naming.accountName(factor.account) }),
            ListColumn(
                "confirmed", Words("启用", "In force since"), .meta, as: .day, sort: "confirmed_day",
                text: { factor, _ in factor.confirmed?.iso ?? "" }),
            ListColumn(
                "recovery", Words("剩余恢复码", "Recovery codes left"), .meta, as: .number,
                text: { factor, _ in String(factor.recovery.count) }),
            ListColumn(
                "state", Words("状态", "State"), .end,
                text: { factor, ask in ask.say(factor.isInForce ? Words("已启用", "In force") : Words("设置中", "Begun")) }
            ) { factor, ask in
                .group([
                    .state(
                        factor.isInForce ? .met : .waiting,
                        ask.say(factor.isInForce ? Words("已启用", "In force") : Words("设置中", "Begun"))), " ",
                    ask.button(
                        ResetSecondFactor.self, "/second-factors/\(Query.encoded(factor.account))/reset",
                        Words("重置", "Reset")),
                ])
            },
        ],
        filters: [.choice("state", Words("状态", "State"), State.self) { state, _ in state.condition }],
        order: "account", empty: Words("没有账号设置动态口令", "Nobody has set one up"),
        sentence: { _ in
            .say(
                "手机丢失或更换、恢复码用完的，当面核实本人后重置。",
                "Where a telephone is lost or another, reset it, once you are sure who asks.")
        })

    private enum State: String, Named {
        case inForce, begun

        var words: Words { self == .inForce ? Words("已启用", "In force") : Words("设置中", "Begun") }
        var condition: SQL { self == .inForce ? "confirmed_day is not null" : "confirmed_day is null" }
    }
}
