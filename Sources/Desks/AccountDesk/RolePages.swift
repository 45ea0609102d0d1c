import Accounts
import Pages
import Store
import Vocabulary

extension RoleGrant {
    static let listing: Listing<RoleGrant> = {
        var listing = rows
        listing.bulk = [
            BulkAct("agree", Words("批准", "Agree"), RoleDecision.remarkForm, blank: Reason()) { grant, remark in
                DecideRole(grant: grant.code, isAgreed: true, remark: remark.text)
            }
        ]
        return listing
    }()

    private static let rows = Listing<RoleGrant>(
        Words("授权", "Roles"),
        columns: [
            ListColumn(
                "account", Words("账号", "Account"), .lead, sort: "account",
                text: { grant, ask in try ask.naming.accountName(grant.account) }),
            ListColumn(
                "role", Words("角色", "Role"), .meta, sort: "granted_role",
                text: { grant, ask in ask.say(grant.asked.role.words) }),
            ListColumn(
                "unit", Words("管辖单位", "Unit"), .meta, sort: "unit", text: { grant, ask in try grant.unitName(ask) }),
            ListColumn(
                "span", Words("期限", "From and until"), .meta, sort: "from_day", text: { grant, _ in grant.span }),
            ListColumn(
                "askedBy", Words("申请人", "Asked by"), .off, sort: "asked_by",
                text: { grant, ask in try ask.naming.accountName(grant.askedBy) }),
            ListColumn(
                "decidedBy", Words("批准人", "Decided by"), .off, sort: "decided_by",
                text: { grant, ask in grant.decidedBy.isEmpty ? "" : try ask.naming.accountName(grant.decidedBy) }),
            ListColumn("code", Words("编号", "Number"), .off, sort: "code", text: { grant, _ in grant.code }),
            ListColumn(
                "stage", Words("状态", "State"), .end, sort: "stage", text: { grant, ask in ask.say(grant.stage.words) }
            ) { grant, ask in
                let mark = HTML.state(grant.mark(on: ask.today), ask.say(grant.stage.words))
                switch grant.stage {
                case .asked:
                    return .group([
                        mark, " ", ask.button(DecideRole.self, "/roles/\(grant.code)/decide", Words("审批", "Decide")),
                    ])
                case .agreed:
                    return .group([mark, " ", ask.button(EndRole.self, "/roles/\(grant.code)/end", Words("终止", "End"))])
                case .refused, .ended: return mark
                }
            },
        ],
        filters: [
            .search(Words("账号", "Account"), RoleGrant.self),
            .choice("role", Words("角色", "Role"), Role.self) { role, _ in "granted_role = \(role)" },
            .unit(Words("管辖单位", "Unit"), column: "unit"),
            .choice("stage", Words("状态", "State"), Stage.self) { stage, _ in "stage = \(stage)" },
        ], order: "asked_day desc", empty: Words("还没有授权", "No role was granted yet"),
        sentence: { ask in
            let waiting = try ask.reading.count(RoleGrant.self, for: ask.reader, where: "stage = \(Stage.asked)")
            return .group([
                .say("待批准 ", "To be agreed: "),
                .a(.href(ask.context.link("/roles", ("stage", "asked"))), .b(.text(String(waiting)))),
                .say(
                    "。授权由系统管理员申请、安全管理员批准，两人分别办理。", ". The system administrator asks, the security administrator agrees."
                ),
            ])
        })

    func unitName(_ ask: Ask) throws -> String {
        if asked.role.isAdministrator { return "—" }
        return asked.unit.isEmpty ? ask.say("全部单位", "All units") : try ask.naming.unitName(asked.unit)
    }

    var span: String { "\(asked.from.iso)—\(asked.until?.iso ?? "")" }

    func mark(on day: Day) -> Mark {
        switch stage {
        case .asked: .next
        case .agreed: isValid(on: day) ? .met : .waiting
        case .refused, .ended: .doesNotApply
        }
    }

    func facts(_ ask: Ask) throws -> HTML {
        .sheet(
            .section(
                .facts(
                    [
                        Fact(Words("账号", "Account"), .text(try ask.naming.accountName(account))),
                        Fact(Words("角色", "Role"), .words(asked.role.words)),
                        Fact(Words("管辖单位", "Unit"), .text(try unitName(ask))),
                        Fact(Words("期限", "From and until"), .text(span)),
                        Fact(Words("事由", "What for"), .text(asked.purpose)),
                        Fact(Words("申请人", "Asked by"), .text(try ask.naming.accountName(askedBy))),
                    ], long: true)))
    }
}

extension RoleDecision {
    static let remarkForm = Form<Reason>(
        .init(
            Words("审批意见", "Decision"),
            .longText(\.text, "remark", Words("说明", "Remark"), isRequired: false, limit: 200, rows: 2)))
}
