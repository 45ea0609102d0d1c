import Accounts
import Pages
import Records
import Storage
import Store
import Vocabulary

/// Codes as they are handed out: on the page that answers, and nowhere else, to be printed and cut (登录码).
enum CodeSheet {
    private static let most = 200
    private static let words = Words("发放登录码", "Hand out codes")

    /// Who has none yet, before anything is done.
    static func question(_ ask: Ask) throws -> Page {
        let count = try ask.reading.count(Account.self, for: ask.reader, where: AccountState.withoutCode.condition)
        return Page(
            words, crumbs: [Frame.Crumb(Account.listing.words, "/accounts")],
            .opening(
                .say(
                    "有\(count)个账号还没有登录码。登录码只显示一次，请打印后装封发给本人，\(SignInProfile.daysOfCode)天内有效，首次登录后须自设密码。",
                    "\(count) accounts have no code yet. Codes are shown once: print them and hand each out sealed. They work for \(SignInProfile.daysOfCode) days; whoever signs in chooses a password."
                )),
            .sheet(
                .section(
                    count == 0
                        ? .p(.class("quiet"), .say("没有需要发放的账号。", "There is nobody to hand one to."))
                        : .form(
                            .attribute("method", "post"), .action("/accounts/codes"), PageContext.once,
                            .acts(
                                .submit(
                                    Words("生成并显示\(min(count, most))份登录码", "Make and show \(min(count, most)) codes")),
                                .act("/accounts", Words("返回", "Back")))))))
    }

    /// For as many as have none, in order of their accounts.
    static func handOut(_ sent: Sent) throws -> Answered {
        let names = try sent.database.read {
            try $0.keys(Account.self, for: sent.reader, where: AccountState.withoutCode.condition, limit: most)
        }
        let handed = try sent.database.perform(
            HandOutCodes(accounts: names), by: sent.reader, on: sent.context.today)
        return .page(try page(handed, sent, back: "/accounts"))
    }

    /// For the one that the address names.
    static func handOut<A: Act>(_ sent: Sent, _ act: (String) -> A) throws -> Answered where A.Outcome == HandedOut {
        let back = String(
            sent.context.path.dropLast(sent.context.path.split(separator: "/").last.map { $0.count + 1 } ?? 0))
        do {
            let handed = try sent.database.perform(
                act(sent.parts["code"] ?? ""), by: sent.reader, on: sent.context.today)
            return .page(try page([handed], sent, back: back))
        } catch let refused as Refused {
            return .refused(
                Page(
                    words, hasErrors: true,
                    ErrorSummary(errors: refused.problems.map { FieldError(field: "content", $0.words) }).html,
                    .sheet(.section(.acts(.act("/", Words("返回", "Back")))))))
        }
    }

    /// For the person that the address names.
    static func handOutToOfficial(_ sent: Sent) throws -> Answered {
        let person = try sent.database.read {
            try official(sent.parts, in: $0, for: sent.reader, sent.context)
        }
        return try handOut(sent) { _ in HandOutOfficialCode(person: person.code) }
    }

    /// Whom the address names, where the reader may see them; else there is no such page.
    private static func official(
        _ parts: [String: String], in reading: ReadTransaction, for reader: Reader, _ context: PageContext
    ) throws -> Person {
        guard let code = parts["code"], let person = try reading.person(code: code),
            try reading.isWithinReach(person: code, of: reader, on: context.today)
        else { throw NotFound(context: context) }
        return person
    }

    static func questionOfOfficial(_ ask: Ask) throws -> Page {
        let person = try official(ask.parts, in: ask.reading, for: ask.reader, ask.context)
        let code = person.code
        return Page(
            Words("发放本人登录码", "Hand out an official's code"),
            crumbs: [Frame.Crumb(Words(person.name, person.name), "/people/\(Query.encoded(code))")],
            .opening(
                .say(
                    "\(person.name)凭人员编号\(code)和登录码登录，只能查看本人培训档案。登录码只显示一次；原有密码同时作废。",
                    "\(person.name) signs in with the staff number \(code) and the code, and sees their own training file only. The code is shown once; a password of before is void."
                )),
            .sheet(
                .section(
                    .form(
                        .attribute("method", "post"), .action("/people/\(Query.encoded(code))/sign-in-code"),
                        PageContext.once,
                        .acts(
                            .submit(Words("生成并显示登录码", "Make and show the code")),
                            .act("/people/\(Query.encoded(code))", Words("返回", "Back")))))))
    }

    /// Each with the unit of whose it is, by which slips are sorted and brought.
    private static func page(_ handed: [HandedOut], _ sent: Sent, back: String) throws -> Page {
        let units = try sent.asking { ask in
            try handed.map { one in try one.account.person.map { try ask.naming.whereabouts(of: $0) } ?? "" }
        }
        let slips = zip(handed, units).map { (one: $0, unit: $1) }.sorted {
            ($0.unit, $0.one.account.name) < ($1.unit, $1.one.account.name)
        }
        return Page(
            Words("登录码", "Codes"), actions: .act(back, Words("返回", "Back")),
            .warning(
                .behind,
                .say("离开本页后不再显示。请打印、裁开、装封，当面交给本人。", "Shown this once: print, cut, seal, and hand each to its owner.")),
            .sheet(
                .section(
                    .ul(
                        .class("slips"),
                        .each(slips) { one, unit in
                            .li(
                                .p(
                                    .b(.text(one.account.displayName)), " ",
                                    .text(unit.isEmpty ? sent.context.town : unit)),
                                .p(.say("账号：", "Account: "), .b(.text(one.account.name))),
                                .p(.say("登录码：", "Code: "), .b(.class("code"), .text(one.code))),
                                .p(
                                    .class("quiet"),
                                    .say(
                                        "\(one.until.iso)前有效，只能由本人使用；登录后请自设密码。",
                                        "Until \(one.until.iso), for its owner alone; choose a password after signing in."
                                    )))
                        }))))
    }
}
