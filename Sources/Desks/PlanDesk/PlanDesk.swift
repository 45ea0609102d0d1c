import Books
import Foundation
public import Pages
import PlanLanguage
import Plans
import Storage
import Store
import Training
import Vocabulary

/// Plans come in, are looked through, held against what is in force, and published (docs/plans.md).
public let planDesk = Desk(
    PlanDraft.listing.words,
    nouns: [PlanDraft.self, PlanDraftText.self, Evidence<PlanDraft>.self],
    migrations: [.planDrafts],
    entries: [],
    jobs: [EffectJob.self],
    waiting: { ask in
        guard PublishDraft.isAllowed(to: ask.reader) else { return [] }
        return try Waiting.some(
            Words("方案稿待发布", "Drafts of the plan to be published"), PlanDraft.self,
            where: "stage = \(DraftStage.open)", order: "handed_day", address: "\(PlanDraft.listAddress)?state=open",
            ask
        ) { draft in
            .init(draft.title, draft.address, remark: .day(draft.handed), act: PublishDraft.button, at: draft.address)
        }
    },
    found: { ask, typed in
        guard ask.reader.may(.plan) else { return [] }
        return try PlanDraft.found(ask, typed) { .day($0.handed) }
    }
) { routes in
    routes.drafts()
    routes.review()
    routes.publishedNumbers()
    routes.page(
        "/plan/editions/:number/against/:other", Words("两版方案的差异", "Two editions of the plan held against each other")
    ) { try ComparePage($0).page() }
    routes.look(
        "/plan/editions/:number/original", RouteAbout(Words("一版方案的原件", "The file that an edition was read from"))
    ) { ask in
        guard let number = ask.parts["number"].flatMap({ Int($0) }), let original = try ask.original(ofEdition: number)
        else { throw NotFound(context: ask.context) }
        return try ask.handed(original, as: "plan-\(number)")
    }
}

extension Ask {
    /// The file that a draft was read from; nil where it was not handed in as one.
    func original(of draft: PlanDraft) throws -> Evidence<PlanDraft>? {
        try reading.evidence(of: draft).first { $0.document == .original && $0.withdrawn == nil }
    }

    /// The same of an edition.
    func original(ofEdition number: Int) throws -> Evidence<PlanDraft>? {
        try reading.all(PlanDraft.self, for: .everybody, where: "edition = \(number)", order: "code", limit: 1).first
            .flatMap { try original(of: $0) }
    }

    /// The file as it was handed in, by what it holds: what is not that any more is not given out as if it were.
    fileprivate func handed(_ original: Evidence<PlanDraft>, as name: String) throws -> Answered {
        guard let evidence, try evidence.isSound(original.file) else { throw NotFound(context: context) }
        let ending = original.file.name.split(separator: ".").last ?? ""
        return .stored(
            evidence.path(of: original.file.hash), type: original.file.type, name: "\(name).\(ending)",
            shown: original.file.name)
    }
}

extension Routes {
    fileprivate mutating func drafts() {
        list(PlanDraft.self, right: .plan) { ask in
            .group([
                ask.button(HandInPlan.self, "/plan/new", Words("上传方案", "Hand a plan in"), isPrimary: true),
                ReviseEdition.isAllowed(to: ask.reader)
                    ? .press("/plan/revise", Words("在现行方案上修订", "Revise the plan in force"), .outlined) : .nothing,
            ])
        }
        page(of: PlanDraft.self, Words("一份方案稿", "A draft of the plan"), right: .plan) { draft, ask in
            try DraftPage(read: DraftReading(draft, in: ask.reading, on: ask.today), ask: ask).page()
        }
        look(
            "/plan/drafts/:code/original", RouteAbout(Words("方案稿的原件", "The file that a draft was read from")),
            right: .plan
        ) { ask in
            let draft = try ask.one(PlanDraft.self)
            guard let original = try ask.original(of: draft) else { throw NotFound(context: ask.context) }
            return try ask.handed(original, as: draft.code)
        }
        var handIn = FormFlow(new: Words("上传方案", "Hand a plan in"), PlanMaterial.form) { _ in
            PlanMaterial()
        } act: { material, ask in
            HandInPlan(material: material, bytes: try material.file.flatMap { try ask.evidence?.bytes(of: $0) })
        }
        handIn.isOneStep = true
        handIn.submit = Words("读取并预览", "Read and preview")
        handIn.crumbs = { _ in [Frame.Crumb(Words("方案", "Plan"), "/plan"), PlanDraft.home] }
        form("/plan/new", handIn)

        take("/plan/revise", Words("在现行方案上修订", "Begin a revision"), ReviseEdition.self) { sent in
            let draft = try sent.database.perform(ReviseEdition(), by: sent.reader, on: sent.context.today)
            return .goTo(sent.context.link(PlanReview.address(of: draft.code)))
        }

        var publish = FormFlow(
            PublishDraft.self, PublishScheme.form,
            blank: { draft, ask in
                PublishScheme(inForce: ask.today, way: draft.against == nil ? .begins : .amends)
            }
        ) { draft, scheme in
            PublishDraft(record: draft.code, scheme: scheme)
        }
        publish.checkDoor = .ledger
        publish.submit = Words("确认发布", "Publish")
        publish.remarks = { scheme, ask in
            let read = try DraftReading(try PlanDraft.asked(ask), in: ask.reading, on: ask.today)
            let open: HTML = .when(
                !read.open.isEmpty,
                .p(
                    .class("warn"),
                    .say(
                        "还有\(read.open.count)条待明确，发布后暂不计入台账。",
                        "\(read.open.count) clauses are open, and are not counted until they are answered.")))
            let overtaken = try read.draft.overtaken(on: scheme.inForce, in: ask.reading)
            let town = try ask.town
            guard !town.town.isLarge else {
                return .group([
                    overtaken, open,
                    .p(
                        .link(
                            "\(read.draft.address)/effect?from=\(scheme.inForce.iso)&way=\(scheme.way.rawValue)",
                            .say("先测算对台账的影响", "Work the effect on the ledger out first"))),
                ])
            }
            let effect = try PlanEffect(
                read.edition(inForce: scheme.inForce, scheme.way), in: town, today: ask.today)
            return .group([overtaken, open, .p(effect.sentence), try effect.html(ask)])
        }
        form(publish)
        form(
            FormFlow(DiscardDraft.self, Reason.form, blank: { _, _ in Reason() }) { draft, reason in
                DiscardDraft(record: draft.code, reason: reason.text)
            })
        page(
            "/plan/drafts/:code/effect", Words("方案稿对台账的影响", "What a draft changes in the ledger"), right: .plan,
            door: .ledger
        ) { ask in
            let draft = try ask.one(PlanDraft.self)
            return try EffectPage(read: DraftReading(draft, in: ask.reading, on: ask.today), ask: ask).page()
        }
        take("/plan/drafts/:code/effect", Words("测算方案稿的影响", "Work out what a draft changes"), BeginJob<EffectJob>.self)
        {
            sent in
            let (code, from) = try sent.asking { ask in
                (try ask.one(PlanDraft.self).code, EffectPage.day(sent.fields["from"], on: ask.today))
            }
            guard let jobs = sent.jobs else { return .goTo(sent.context.link("/plan/drafts/\(code)")) }
            let job = try jobs.begin(
                EffectJob(draft: code, from: from, way: sent.fields["way"] ?? ""), by: sent.reader,
                on: sent.context.today)
            return .goTo(sent.context.link("/jobs/\(job.code)"))
        }
    }

    fileprivate mutating func review() {
        look("/plan/drafts/:code/review", RouteAbout(Words("复核方案稿", "Review a draft")), right: .plan) { ask in
            let review = try ask.review
            let after = ask.query["after"].flatMap { Int($0) }
            guard review.read.draft.stage == .open, let next = review.next(after: after) else {
                return .page(review.over(ask, after: after))
            }
            return .goTo(ask.context.link(review.address(at: next)))
        }
        answering(
            "/plan/drafts/:code/review/:place", Words("复核一条要求", "Review a clause"), ClauseAnswer.form)
        answering(
            "/plan/drafts/:code/numbers/:place", Words("列为量化要求", "Make it an obligation"), ClauseAnswer.numberForm)
    }

    private mutating func answering(_ path: String, _ words: Words, _ form: Form<ClauseAnswer>) {
        var flow = FormFlow(
            words, on: PlanDraft.self, form,
            notNow: { draft, _ in draft.stage == .open ? nil : PlanProblem.isClosed(draft.stage) }
        ) { _, ask in
            let review = try ask.review
            return review.answer(at: try ask.place(in: review))
        } act: { draft, answer in
            AnswerDraft(draft: draft.code, place: 0, answer: answer)
        } then: { answered in
            PlanReview.address(of: answered.draft.code, after: answered.place)
        }
        flow.act = { answer, ask in
            let review = try ask.review
            return AnswerDraft(
                draft: review.read.draft.code, place: try ask.place(in: review), answer: answer)
        }
        flow.opening = { ask in
            let review = try ask.review
            return review.opening(at: try ask.place(in: review), ask)
        }
        flow.checkDoor = .ledger
        flow.foreseen = { after, ask in
            let review = try ask.review
            return try review.foreseen(at: try ask.place(in: review), after: after, ask)
        }
        self.form(path, flow)
    }
}

extension PlanReview {
    /// Nothing is unsure, or the end was reached.
    func over(_ ask: Ask, after: Int?) -> Page {
        let (draft, left) = (read.draft, places.count)
        return Page(
            Words("复核方案稿", "Review"),
            crumbs: [
                Frame.Crumb(Words("方案", "Plan"), "/plan"), PlanDraft.home,
                Frame.Crumb(Words(draft.title, draft.title), draft.address),
            ],
            .sheet(
                .emptyState(
                    left == 0 ? Words("没有不确定的地方", "Nothing is unsure") : Words("已到最后一处", "That was the last"),
                    left == 0
                        ? .say("可以预览影响并发布。", "See the effect, and publish.")
                        : .say("跳过的还有\(left)处。", "\(left) were passed over."),
                    acts: .group([
                        .when(left > 0, .act(Self.address(of: draft.code), Words("从头再看", "Begin again"), .outlined)),
                        .act(draft.address, Words("返回方案稿", "Back to the draft"), .primary),
                    ]))))
    }
}

extension PlanDraft {
    /// That another edition than the one it was held against is in force on a day: what was answered there does not come along.
    fileprivate func overtaken(on day: Day, in reading: some Reading) throws -> HTML {
        guard let against, let governing = try reading.editionNumber(inForceOn: day), governing != against else {
            return .nothing
        }
        return .p(
            .class("warn"),
            .say(
                "方案稿对照的是第\(against)版，这一天施行的是第\(governing)版：第\(governing)版中另作的明确口径不会带入，请核对后再发布。",
                "The draft was held against edition \(against); edition \(governing) is in force on that day, and what was answered there does not come along: look before you publish."
            ))
    }
}
