import Accounts
import Pages
import Records
import Storage
import Store
import Vocabulary

extension Account {
    var address: String { "/accounts/\(Query.encoded(name))" }

    func state(_ reading: some Reading) throws -> AccountState {
        isDisabled ? .disabled : AccountState(of: try reading.credential(of: name))
    }

    static let listing = Listing<Account>(
        Words("账号", "Accounts"),
        columns: [
            ListColumn("name", Words("账号", "Account"), .meta, sort: "name", text: { account, _ in account.name }),
            ListColumn(
                "displayName", Words("姓名", "Name"), .lead, sort: "display_name",
                text: { account, _ in account.displayName }
            ) { account, ask in .a(.href(ask.context.link(account.address)), .text(account.displayName)) },
            ListColumn(
                "unit", Words("所在单位", "Unit"), .meta,
                text: { account, ask in try account.person.map { try ask.naming.whereabouts(of: $0) } ?? "" }),
            ListColumn(
                "roles", Words("角色", "Roles"), .meta,
                text: { account, ask in
                    let grants = try ask.reading.grantsValid(of: account.name, on: ask.today)
                    if grants.isEmpty { return account.person == nil ? "" : ask.say("干部", "Official") }
                    return grants.map { ask.say($0.asked.role.words) }.joined(separator: ask.say("、", ", "))
                }),
            ListColumn(
                "opened", Words("开通", "Opened"), .off, as: .day, sort: "opened_day",
                text: { account, _ in account.opened.iso }),
            ListColumn(
                "state", Words("状态", "State"), .end,
                text: { account, ask in ask.say(try account.state(ask.reading).words) }
            ) { account, ask in
                let state = try account.state(ask.reading)
                return .state(state.mark, ask.say(state.words))
            },
        ],
        filters: [
            .search(Words("账号或姓名", "Account or name"), Account.self),
            ListFilter(
                name: "unit", words: Words("所在单位", "Unit"), kind: .unit,
                control: { ask, chosen in
                    guard let units = try ask.naming.choosableUnits() else { return .textField("unit", chosen) }
                    return .choice(
                        "unit", [("", ask.say("全部", "All"))] + units.map { ($0.code, $0.name) }, chosen: chosen)
                },
                meant: { ask, typed in
                    guard let unit = try ask.naming.unit(typed: typed) else { return nil }
                    return (
                        unit.name,
                        """
                        person in (select person from appointments where from_day <= \(ask.today)
                            and (until_day is null or until_day >= \(ask.today))
                            and \(SQL.beneath(unit.code, column: "unit")))
                        """
                    )
                }),
            .choice("state", Words("状态", "State"), AccountState.self) { state, _ in state.condition },
            .choice("role", Words("角色", "Role"), Role.self) { role, ask in
                """
                name in (select account from role_grants where granted_role = \(role) and stage = 'agreed'
                    and from_day <= \(ask.today) and (until_day is null or until_day >= \(ask.today)))
                """
            },
        ], order: "name", empty: Words("还没有账号", "There are no accounts"))

    func page(_ ask: Ask) throws -> Page {
        let state = try state(ask.reading)
        let grants = try ask.reading.grants(of: name)
        let credential = try ask.reading.credential(of: name)
        var facts = [
            Fact(Words("账号", "Account"), .text(name)),
            Fact(Words("状态", "State"), .standing(state.mark, state.words)),
            Fact(
                Words("人员", "Person"),
                try person.map { person in
                    .text("\(try ask.naming.personName(person)) \(try ask.naming.whereabouts(of: person))")
                } ?? .say("不是本地人员", "Nobody of the town")),
            Fact(Words("开通", "Opened"), .day(opened)),
        ]
        if let until = credential?.oneTimeUntil { facts.append(Fact(Words("登录码有效至", "Code until"), .day(until))) }
        if isDisabled { facts.append(Fact(Words("停用原因", "Why disabled"), .text(reason))) }
        return Page(
            Words(displayName, displayName), crumbs: [Frame.Crumb(Self.listing.words, "/accounts")],
            actions: actions(ask),
            .sheet(
                .section(.facts(facts, long: true)),
                .part(
                    Words("角色", "Roles"), id: "roles",
                    grants.isEmpty
                        ? .p(
                            .class("quiet"),
                            person == nil
                                ? .say("没有角色，登录后没有可看的内容。", "None: there is nothing to see for them.")
                                : .say("没有角色，只能查看本人培训档案。", "None: they see their own training file only."))
                        : try table(of: grants, ask)),
                try ask.history(of: Account.self, name)))
    }

    private func actions(_ ask: Ask) -> HTML {
        .group([
            isDisabled
                ? ask.button(EnableAccount.self, "\(address)/enable", Words("启用", "Enable"), isPrimary: true)
                : .group([
                    ask.button(AskRole.self, "\(address)/role", Words("申请授权", "Ask for a role"), isPrimary: true),
                    .press("\(address)/code", Words("发放登录码", "Hand out a code")),
                    ask.button(EndSessions.self, "\(address)/sessions/end", Words("结束登录", "End sessions")),
                    ask.button(DisableAccount.self, "\(address)/disable", Words("停用", "Disable")),
                ])
        ])
    }

    private func table(of grants: [RoleGrant], _ ask: Ask) throws -> HTML {
        .data(
            .say("角色", "Roles"),
            [
                DataHead(.say("角色", "Role"), .lead), DataHead(.say("管辖单位", "Unit"), .meta),
                DataHead(.say("期限", "From and until"), .day), DataHead(.say("状态", "State"), .end),
            ],
            try grants.map { grant in
                [
                    .words(grant.asked.role.words), .text(try grant.unitName(ask)), .text(grant.span),
                    .standing(grant.mark(on: ask.today), grant.stage.words),
                ]
            }, count: grants.count)
    }
}

extension AccountState {
    var mark: Mark {
        switch self {
        case .active: .met
        case .waiting: .waiting
        case .withoutCode: .next
        case .disabled: .doesNotApply
        }
    }
}
