import Accounts
import Pages
import Storage
import Store
import Vocabulary

/// What is asked for, as somebody fills it in.
struct DestructionDraft: Sendable, Hashable {
    /// What becomes of the name where people wrote it.
    enum InTexts: String, Named {
        case destroy, keep

        var words: Words {
            self == .destroy ? Words("一并销毁", "Destroyed too") : Words("不改动", "Left as it is")
        }
    }

    var ground = ""
    var inTexts = InTexts.destroy

    static let form = Form<DestructionDraft>(
        .init(
            Words("申请", "What is asked"),
            .longText(
                \.ground, "ground", Words("法律依据", "Legal ground"),
                hint: Words(
                    "如：本人申请，个人信息保护法第四十七条第一款第（三）项，申请书编号。永久保留，不要写姓名",
                    "Such as the person's request by article 47, with its number. It stays: no name"), limit: 500,
                rows: 3),
            .choice(
                \.inTexts, "inTexts", Words("文字中的姓名", "The name in texts"),
                hint: Words(
                    "活动名称、理由、说明等文字；有同名人员，或姓名是常用词的，请先核对",
                    "Titles, reasons, notes; look first where others have the name or it is a common word"))))
}

/// Does it, and has the database's files cleared of it beside the pages.
struct DecideAndScrub: Act {
    static let right = DecideDestruction.right
    static let name = DecideDestruction.name
    static let words = DecideDestruction.words
    static let isTownWide = true
    var act: DecideDestruction

    func perform(in t: ActTransaction) throws -> Destruction {
        let destruction = try act.perform(in: t)
        if destruction.stage == .done { _ = try BeginJob(job: ScrubJob()).perform(in: t) }
        return destruction
    }
}

/// Clears the files beside the records of what was destroyed.
struct ScrubJob: Job {
    static let right = DecideDestruction.right
    static let isTownWide = true

    var words: Words { Words("清理已销毁的个人信息", "Clear what was destroyed") }

    func run(in run: JobRun) throws -> JobEnd {
        let destroyed = try run.database.read { try $0.destroyedPersons() }
        // First of all: by it nothing comes back.
        try DestructionList(inFiles: run.filesDirectory).add(destroyed)
        try run.removeFilesOfOthers()
        try run.database.scrub()
        return JobEnd(Words("数据库文件已重写，原内容不再存在。", "The database was written anew; what was destroyed is in it no more."))
    }
}

extension Routes {
    mutating func destructions() {
        list("/destructions", Destruction.listing, right: DecideDestruction.right)
        page("/destructions/:code", Words("一项销毁申请", "One destruction"), right: DecideDestruction.right) { ask in
            try ask.one(Destruction.self).page(ask)
        }
        let home = { @Sendable (_: Ask) in [Frame.Crumb(Destruction.listing.words, "/destructions")] }
        var decide = FormFlow(Words("审批销毁个人信息", "Decide on the destruction"), RoleDecision.form) { _ in
            RoleDecision()
        } act: { decision, ask in
            DecideAndScrub(
                act: DecideDestruction(
                    code: try ask.one(Destruction.self).code, isAgreed: decision.answer == .agree,
                    remark: decision.remark))
        } then: {
            "/destructions/\($0.code)/begun"
        }
        decide.crumbs = home
        decide.opening = { ask in try ask.one(Destruction.self).facts(ask) }
        decide.remarks = { decision, ask in
            guard decision.answer == .agree else { return .nothing }
            return .warning(
                .bad,
                .say(
                    "批准后立即销毁\(try ask.one(Destruction.self).person)的个人信息，任何人都不能恢复。",
                    "What is held about \(try ask.one(Destruction.self).person) is destroyed at once, and nobody can bring it back."
                ))
        }
        decide.isGrave = true
        decide.submit = Words("确认办理，不能撤销", "Decide, for good")
        form("/destructions/:code/decide", decide)
        // The worker hears of it at once.
        look("/destructions/:code/begun", RouteAbout(Words("销毁之后", "After it")), right: DecideDestruction.right) {
            ask in
            ask.jobs?.start()
            return .goTo(ask.context.link("/destructions/\(ask.parts["code"] ?? "")"))
        }

        var asking = FormFlow(Words("申请销毁个人信息", "Ask for a destruction"), DestructionDraft.form) { _ in
            DestructionDraft()
        } act: { draft, ask in
            AskDestruction(person: try person(ask), ground: draft.ground, inTexts: draft.inTexts == .destroy)
        } then: {
            "/people/\(Query.encoded($0.person))/destroy"
        }
        asking.crumbs = { ask in [Frame.Crumb(text: try person(ask), address: "/people/\(try person(ask))")] }
        asking.opening = { ask in
            .group([
                .sheet(try whom(ask)),
                .opening(
                    .say(
                        "依法应当删除个人信息的，由本页申请，安全管理员批准后销毁，不能恢复；台账数字不变。",
                        "Where the law asks that personal data be deleted, it is asked for here and destroyed, for good, once the security administrator agrees. The ledger's figures stay."
                    )), try DestructionPreview(try person(ask), ask).html,
            ])
        }
        asking.remarks = { draft, ask in
            .group([
                .warning(
                    .bad,
                    .say(
                        "提交后由安全管理员批准，批准即销毁，不能恢复。请核对是不是此人。",
                        "Once the security administrator agrees it is destroyed for good: make sure of the person.")),
                try whom(ask),
            ])
        }
        asking.instead = { ask in
            guard let last = try ask.reading.destructions(of: try person(ask)).last, last.stage != .refused else {
                return nil
            }
            return .page(
                Page(
                    Words("销毁个人信息", "Destruction"),
                    crumbs: [Frame.Crumb(text: try person(ask), address: "/people/\(try person(ask))")],
                    .when(
                        last.stage == .asked,
                        .opening(.say("已提交，等待安全管理员批准。", "It was handed in, and waits for the security administrator."))),
                    try last.facts(ask),
                    .when(
                        last.stage == .done,
                        .sheet(
                            .section(.h2(.say("还须由本单位办理", "What is left to the site")), Destruction.leftToTheSite)))))
        }
        asking.isGrave = true
        form("/people/:code/destroy", asking)
    }
}

/// Whom the address names; it is asked for by those who see the whole town.
private func person(_ ask: Ask) throws -> String {
    guard let code = ask.parts["code"], try ask.reading.person(code: code) != nil else {
        throw NotFound(context: ask.context)
    }
    return code
}

/// Whom it is about: the office knows them by name.
private func whom(_ ask: Ask) throws -> HTML {
    let code = try person(ask)
    return .section(
        .facts(
            [
                Fact(Words("人员", "Person"), .text("\(try ask.naming.personName(code)) \(code)")),
                Fact(Words("单位职务", "Post"), .text(try ask.naming.whereabouts(of: code))),
            ], long: true))
}
