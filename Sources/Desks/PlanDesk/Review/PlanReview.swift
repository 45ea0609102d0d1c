import Books
import Exchange
import LedgerEngine
import Pages
import PlanLanguage
import Plans
import Storage
import Store
import Training
import Vocabulary

/// Goes through a draft from one unsure place to the next (复核), with the paragraph around each, what it would oblige, and what that
/// changes.
struct PlanReview {
    let read: DraftReading

    static func address(of draft: String) -> String { "/plan/drafts/\(Query.encoded(draft))/review" }
    static func address(of draft: String, at start: Int) -> String { "\(address(of: draft))/\(start)" }
    static func address(of draft: String, ofNumber start: Int) -> String {
        "/plan/drafts/\(Query.encoded(draft))/numbers/\(start)"
    }
    static func address(of draft: String, after start: Int) -> String { "\(address(of: draft))?after=\(start)" }

    /// Reasons for which somebody should look at a number.
    private static let unsure: Set<PassedOver.Reason> = [.unclear, .openAmount, .beyondLimit, .noSuchDay]

    /// Where something is unsure, in the order of the text.
    var places: [Int] {
        (read.open.map(\.place.start)
            + read.passedOver.filter { Self.unsure.contains($0.reason) }.map(\.place.start)).sorted()
    }

    /// Where the review goes on: the next place, or the first from which it has not gone past.
    func next(after start: Int?) -> Int? {
        guard let start else { return places.first }
        return places.first { $0 > start }
    }

    /// The form of what stands at a place.
    func address(at start: Int) -> String {
        read.compiled.obligations.contains { $0.place.start == start }
            ? Self.address(of: read.draft.code, at: start) : Self.address(of: read.draft.code, ofNumber: start)
    }

    func obligation(at start: Int) -> Obligation? { read.edition.obligations.first { $0.place.start == start } }
    func number(at start: Int) -> PassedOver? { read.compiled.passedOver.first { $0.place.start == start } }
}

extension Ask {
    var review: PlanReview {
        get throws { PlanReview(read: try DraftReading(try one(PlanDraft.self), in: reading, on: today)) }
    }

    /// The place that the address names. Throws `NotFound` where neither a clause nor a number begins there.
    func place(in review: PlanReview) throws -> Int {
        guard let place = parts["place"].flatMap({ Int($0) }),
            review.obligation(at: place) != nil || review.number(at: place) != nil
                || review.read.compiled.obligations.contains(where: { $0.place.start == place })
        else { throw NotFound(context: context) }
        return place
    }
}

extension PlanReview {
    /// What stands above the fields: the paragraph, why it is asked, what it would oblige, and the way to the next.
    func opening(at place: Int, _ ask: Ask) -> HTML {
        let all = places
        let position = all.firstIndex(of: place)
        func way(_ other: Int?, _ words: Words, _ key: String) -> HTML {
            guard let other else { return .nothing }
            return .a(
                .class("btn"), .attribute("accesskey", key), .href(ask.context.link(address(at: other))), .words(words))
        }
        return .group([
            PlanMarks(read, ask.context).paragraph(around: place),
            .p(told(at: place, ask.context.language)),
            .div(
                .class("btns"), way(all.last { $0 < place }, Words("上一处（P）", "Back (P)"), "p"),
                way(next(after: place), Words("跳过，下一处（N）", "Pass over, next (N)"), "n"),
                position.map { .span(.class("quiet"), .say("第\($0 + 1)处，共\(all.count)处", "\($0 + 1) of \(all.count)")) }
                    ?? .nothing),
        ])
    }

    private func told(at place: Int, _ language: Language) -> HTML {
        if let obligation = obligation(at: place) {
            let sentence = language == .zh ? obligation.sentenceZh : obligation.sentenceEn
            return .group([
                .b(.text("\(obligation.id) ")), .text(sentence.isEmpty ? obligation.quote : sentence),
                obligation.question.map { .group([" ", .b(.text(QuestionText.sentence($0, in: language)))]) }
                    ?? .nothing,
            ])
        }
        if let number = number(at: place) {
            return .group([
                .b(.text("“\(number.quote)” ")), .say("没有列入：", "obliges nothing: "),
                .text(number.reason.text(in: language)),
            ])
        }
        return .say("这条已不列入台账，可以重新列入。", "This clause is left out; it can be taken up again.")
    }

    /// What the form holds first: what was understood, or answered before.
    func answer(at place: Int) -> ClauseAnswer {
        var answer = ClauseAnswer()
        let clause = obligation(at: place)
        let proposed = read.compiled.obligations.first { $0.place.start == place }
        let bound = clause ?? proposed
        answer.activity = bound?.activity?.rawValue ?? ""
        answer.population = bound?.population ?? ""
        answer.answerable = bound?.binding?.answerable.first ?? ""
        if clause == nil, let proposed {
            answer.decision = .leaveOut
            answer.reason =
                read.answers.bindings.answers.last { $0.task == proposed.task && $0.quote == proposed.quote }?.dismiss
                ?? ""
        }
        answer.rule = TypedRule(clause?.rule ?? number(at: place)?.rule)
        return answer
    }

    /// What an answer would oblige, in plain words, and whom it would concern today, before it is saved.
    func foreseen(at place: Int, after: any Reading, _ ask: Ask) throws -> HTML {
        let words = Words("保存后", "Once it is saved")
        guard let draft = try after.one(PlanDraft.self, read.draft.code, for: .everybody) else { return .nothing }
        let then = try DraftReading(draft, in: after, on: ask.today)
        guard let obligation = then.edition.obligations.first(where: { $0.place.start == place }) else {
            return .part(words, .p(.say("这一处不列入台账。", "Nothing is kept count of here.")))
        }
        let language = ask.context.language
        let town = try ask.town
        var alone = then.edition
        for task in alone.tasks.indices { alone.tasks[task].obligations.removeAll { $0.id != obligation.id } }
        let sentence = HTML.p(.b(.text(obligation.said(language))))
        guard !town.town.isLarge else {
            return .part(
                words, sentence,
                .p(
                    .class("quiet"),
                    .say("人员较多，影响请在发布前测算。", "There are many people: work the effect out before publishing.")))
        }
        let all = Evaluator(edition: alone, columns: town.records.columns, calendar: town.town.calendar)
            .live(asOf: ask.today).ledger().entries.filter { $0.standing != .doesNotApply }
        let latest = all.map(\.from).max()
        let now = all.filter { $0.from == latest && $0.subject.kind != .rollUp }
        // Of persons who are not to be named the sum alone is told.
        guard !now.isEmpty else {
            let sum = all.filter { $0.from == latest && $0.subject.kind == .rollUp }.compactMap(\.population).max() ?? 0
            return .part(
                words, sentence,
                .p(.say("今天生效的话：涉及\(sum)人，只计数，不列名单。", "In force today: it concerns \(sum) people, who are not named.")))
        }
        let standings = Standing.allCases.compactMap { standing -> HTML? in
            let count = now.count { $0.standing == standing }
            return count == 0 ? nil : .group([.standing(Mark(standing), standing.words), .text(" \(count)　")])
        }
        return .part(
            words, sentence,
            .p(
                .say(
                    "今天生效的话：台账\(now.count)项（\(Self.whom(now))）",
                    "In force today: \(now.count) entries"),
                latest.map { .group([.say("，本期自", ", the time at hand from "), .day($0), .say("起", "")]) } ?? .nothing,
                .say("。", ".")),
            .p(.group(standings)))
    }

    private static func whom(_ entries: [LedgerEntry]) -> String {
        Subject.Kind.allCases.compactMap { kind in
            let count = entries.count { $0.subject.kind == kind }
            guard count > 0 else { return nil }
            return switch kind {
            case .programme: "全市\(count)项"
            case .unit, .rollUp: "\(count)个单位"
            case .team: "\(count)个班子或支部"
            case .person: "\(count)人"
            case .activity: "\(count)次活动"
            }
        }.joined(separator: "、")
    }
}
