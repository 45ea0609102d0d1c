import Pages
import Records
import Storage
import Store
import Vocabulary

/// Papers of an assessment.
enum StarDocument: String, Named, Stored {
    case form, proof, visit, minutes, appeal, other

    var words: Words {
        switch self {
        case .form: Words("自评表（盖章）", "Assessment, stamped")
        case .proof: Words("佐证材料", "Proof")
        case .visit: Words("实地查看记录", "Look on the spot")
        case .minutes: Words("支部讨论记录", "Minutes of the branch")
        case .appeal: Words("申诉材料", "Appeal")
        case .other: Words("其他", "Other")
        }
    }
}

extension StarAssessment: EvidenceBearer {
    typealias Document = StarDocument

    /// While it is on notice papers of an appeal still come; by what the stars were announced for, nothing changes any more.
    func ended(in reading: some Reading) throws -> Words? {
        stage == .announced ? Words("星级已经公布，材料不再变动", "The stars are announced: its papers stand as they are") : nil
    }
}

extension StarRound {
    func page(_ ask: Ask) throws -> Page {
        let rules = try ask.branchRules
        let count = try ask.reading.count(StarAssessment.self, for: ask.reader, where: "round = \(code)")
        let all = try ask.reading.all(
            StarAssessment.self, for: ask.reader, where: "round = \(code)", order: "score desc, code",
            limit: Self.mostRows)
        let back = try ask.reading.count(
            StarAssessment.self, for: ask.reader, where: "round = \(code) and stage = \(AssessmentStage.returned)")
        let state = try RoundState.state(of: self, ask)
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("flow"), .div(.class("head"), .h2(.say("进程", "Progress"))),
                    .flow(steps(rules, count, ask.today))),
                .part(
                    Words("参评支部", "Branches"), id: "branches",
                    aside: .group([
                        .link(
                            ask.context.link("\(StarAssessment.listAddress)", ("round", code)),
                            .say("名单和Excel", "List and workbook")), " ",
                        decided == nil ? .nothing : .link("\(address)/notice.docx", .say("公示（Word）", "Notice (Word)")),
                    ]),
                    all.isEmpty
                        ? .p(.class("quiet"), .say("还没有支部自评。", "No branch has assessed itself yet."))
                        : try StarAssessment.listing.table(
                            all, columns: ["branch", "own", "review", "score", "stars", "before", "why", "state"], ask),
                    more(count - all.count), left(back)),
                try StarScheme.form.facts(scheme, ask),
                try ask.history(
                    ask.steps(of: StarRound.self, code, StarScheme.form, \.scheme) { step, round, change in
                        if change.row.act == DecideStars.name { step.what = .text(round.meeting) }
                        if change.row.act == AnnounceStars.name { step.what = .text(round.document) }
                    })))
        page.sentence = .group([
            .words(scheme.field.words), .say("，自评\(count)个支部。", ": \(count) branches. "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    private static let mostRows = 60

    private func more(_ count: Int) -> HTML {
        guard count > 0 else { return .nothing }
        return .p(.class("quiet"), .say("另有\(count)个支部，见名单。", "\(count) more stand in the list."))
    }

    /// Those whose assessment is back with them: the round goes on without them, or waits.
    private func left(_ count: Int) -> HTML {
        guard count > 0 else { return .nothing }
        let said: HTML =
            stage == .open
            ? .say(
                "\(count)个支部退回或撤回后还没有重新报送。",
                "\(count) branches have not sent again what came back or was withdrawn.")
            : .say(
                "\(count)个支部没有重新报送，这次未参评，原星级不变。",
                "\(count) branches did not send again and were left out: their stars stay as they were.")
        return .p(.class("quiet"), said)
    }

    private func steps(_ rules: BranchRules, _ count: Int, _ today: Day) -> [FlowStep] {
        let until = noticeUntil(rules)
        var days = rules.starNoticeDays
        if let until, let noticeFrom { days = until - noticeFrom + 1 }
        return [
            FlowStep(
                Words("公布标准", "Criteria"), .done, due: nil, done: opened,
                rule: Words("评定前公布", "before anything is rated")),
            FlowStep(
                Words("自评", "Own assessment"),
                stage != .open ? .met : today > scheme.assessBy ? .behind : .next,
                stage != .open
                    ? Words("已结束", "Over")
                    : today > scheme.assessBy ? Words("已过截止", "After its day") : Words("待办", "To do"),
                due: scheme.assessBy, done: .words(.count(count, "个支部", "branch", "branches")),
                rule: Words("支部逐项自评", "criterion by criterion")),
            FlowStep(
                Words("会议审定", "Decided"), decided != nil ? .done : .toCome, due: nil, done: decided,
                rule: Words("全部复核后", "once all are reviewed")),
            FlowStep(
                Words("公示", "Public notice"),
                until.map { $0 < today ? .done : .toDo } ?? .toCome, due: until, done: noticeFrom,
                rule: Words("\(days)天", "\(days) days")),
            FlowStep(
                Words("公布", "Announced"), announced != nil ? .done : .toCome, due: nil, done: announced,
                rule: Words("公示期满、申诉答复后", "after the notice, appeals answered")),
        ]
    }
}

extension StarAssessment {
    func page(_ ask: Ask) throws -> Page {
        let round = try ask.reading.one(StarRound.self, round, for: .everybody)
        let rules = try ask.branchRules
        let appeals = try ask.reading.appeals(of: code)
        let state = try AssessmentState.state(of: self, ask)
        let late = round.map { assessed > $0.scheme.assessBy } ?? false
        var page = try Page(
            of: self, ask,
            .sheet(
                backSaid,
                .warnings(late ? [Words("自评晚于截止日期", "Assessed after the day it was due")] : []),
                criteria(round), found(ask),
                appeals.isEmpty
                    ? .nothing
                    : .part(
                        Words("申诉", "Appeals"),
                        try StarAppeal.listing.table(appeals, columns: ["title", "asked", "state"], ask),
                        .warnings(try lateAppeals(appeals, round, ask, rules))),
                try ask.evidence(
                    of: self,
                    required: [
                        RequiredPaper(.form, why: Words("支部盖章", "Stamped by the branch")),
                        RequiredPaper(.proof, why: Words("逐项佐证", "Of each criterion")),
                    ]),
                try ask.history(
                    ask.steps(of: StarAssessment.self, code) { step, after, change in
                        if [ReturnAssessment.name, WithdrawAssessment.name].contains(change.row.act) {
                            step.remarks = [HistoryStep.reason(after.remark)]
                        }
                        if let before = change.before, before.stars != after.stars {
                            step.what = .words(starsSaid(after.stars))
                        }
                    } + ask.paperSteps(of: self))))
        let branch = HTML.link(Branch.address(of: own.branch), .text(try ask.naming.unitName(own.branch)))
        let ofRound: HTML = round.map { HTML.link($0.address, .text($0.title)) } ?? .nothing
        page.sentence = .group([
            branch, .say("，", ", "), ofRound, .say("。", ". "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    /// Why it is with the branch again.
    var backSaid: HTML {
        guard stage == .returned else { return .nothing }
        return withdrawn == nil
            ? .warning(.behind, .say("退回修改：\(remark)", "Returned: \(remark)"))
            : .warning(.behind, .say("支部撤回：\(remark)", "Withdrawn by the branch: \(remark)"))
    }

    private func lateAppeals(
        _ appeals: [StarAppeal], _ round: StarRound?, _ ask: Ask, _ rules: BranchRules
    ) throws -> [Words] {
        guard let last = round?.appealBy(rules, try ask.workingCalendar) else { return [] }
        return appeals.filter { $0.asked > last }.map {
            Words("\($0.code)：应于\(last.iso)前提出", "\($0.code): it was to be made by \(last.iso)")
        }
    }

    private func criteria(_ round: StarRound?) -> HTML {
        let items = round?.scheme.items ?? []
        func said(_ halves: Int) -> String { Figure.plain(Double(halves) / 2) }
        return .part(
            Words("逐项得分", "Criterion by criterion"), id: "lines",
            .data(
                .say("逐项得分", "Criterion by criterion"),
                [
                    DataHead(.say("项目", "Criterion"), .lead),
                    DataHead(.say("分值", "Points"), .meta, isNumber: true, unit: Words("分值", "points")),
                    DataHead(.say("自评", "Own"), .meta, isNumber: true, unit: Words("自评", "own")),
                    DataHead(.say("复核", "Review"), .meta, isNumber: true, unit: Words("复核", "review")),
                    DataHead(.say("佐证", "Proof"), .below),
                    DataHead(.say("差异原因", "Why it differs"), .below),
                ],
                zip(items, own.lines).enumerated().map { place, pair in
                    [
                        .text("\(place + 1). \(pair.0.item)"), .text(said(pair.0.points)), .text(said(pair.1.own)),
                        reviewed == nil ? "–" : .text(said(pair.1.review)), .text(pair.1.proof), .text(pair.1.reason),
                    ]
                }))
    }

    private func found(_ ask: Ask) -> HTML {
        func said(_ halves: Int) -> String { Figure.plain(Double(halves) / 2) }
        var facts = [
            Fact(Words("自评加分", "Own bonus"), .text("\(said(own.bonus)) \(own.bonusFor)")),
            Fact(Words("创新做法", "Innovation"), own.innovation.isEmpty ? "—" : .text(own.innovation)),
            Fact(Words("直接评五星的荣誉", "Honour"), own.honour.isEmpty ? "—" : .text(own.honour)),
        ]
        if let reviewed {
            facts += [
                Fact(Words("复核", "Reviewed"), .day(reviewed)),
                Fact(Words("实地查看", "Looked at on the spot"), review.visited.map { .day($0) } ?? "—"),
                Fact(Words("认定加分", "Bonus"), .text(said(review.bonus))),
                Fact(Words("考核得分", "Assessment"), .text(said(review.assessment))),
                Fact(Words("一票否决", "Veto"), review.veto.isEmpty ? "—" : .text(review.veto)),
                Fact(Words("复核意见", "Remark"), review.remark.isEmpty ? "—" : .text(review.remark)),
            ]
        }
        if let score, let stars {
            facts += [
                Fact(Words("得分", "Score"), .text(Figure.plain(Double(score) / 200))),
                Fact(
                    Words("星级", "Stars"),
                    stars == 0 ? .say("不评星级", "none") : .words(starsSaid(stars))),
                Fact(Words("原星级", "Before"), .words(starsSaid(before))),
                Fact(
                    Words("说明", "Why"),
                    reasonsFound.isEmpty ? "—" : .ul(.each(reasonsFound) { .li(.words($0.words)) })),
            ]
        }
        return .part(Words("加分、认定和结果", "Bonus, findings and result"), id: "result", .facts(facts))
    }
}

extension StarAppeal {
    func page(_ ask: Ask) throws -> Page {
        let assessment = try ask.reading.one(StarAssessment.self, assessment, for: .everybody)
        let state = AppealState.state(of: self, ask)
        var page = try Page(
            of: self, ask,
            .sheet(
                try AppealScheme.form.facts(scheme, ask),
                answered == nil
                    ? .nothing
                    : .part(
                        Words("答复", "Answer"),
                        .facts([
                            Fact(Words("是否采纳", "Upheld"), .words(answer.isUpheld.words)),
                            Fact(
                                Words("星级", "Stars"),
                                from == nil
                                    ? "—" : .group([.words(starsSaid(from)), " → ", .words(starsSaid(to))])),
                            Fact(Words("答复意见", "Answer"), .text(answer.answer)),
                        ])), try ask.history(ask.steps(of: StarAppeal.self, code))))
        page.sentence = .group([
            try assessment.map { .link($0.address, .text(try ask.naming.unitName($0.own.branch))) } ?? .nothing,
            .say("，第\(scheme.item)项。", ", criterion \(scheme.item). "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }
}

extension BranchStar {
    func page(_ ask: Ask) throws -> Page {
        let round = try round.flatMap { try ask.reading.one(StarRound.self, $0, for: .everybody) }
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .facts([
                        Fact(Words("星级", "Stars"), .words(starsSaid(stars))), Fact(Words("生效", "From"), .day(from)),
                        Fact(Words("失效", "Until"), until.map { .day($0) } ?? "—"),
                        Fact(Words("评定", "Round"), round.map { .link($0.address, .text($0.title)) } ?? "—"),
                        Fact(Words("文号", "Document"), document.isEmpty ? "—" : .text(document)),
                        Fact(Words("原因", "Why"), reason.isEmpty ? "—" : .text(reason)),
                    ])), try pointsPart(ask), try ask.history(ask.steps(of: BranchStar.self, code))))
        page.sentence = .group([
            .link(Branch.address(of: branch), .text(try ask.naming.unitName(branch))), .say("。", "."),
        ])
        return page
    }
}

extension Branch {
    /// Stars now and before, each with its days.
    func starsPart(_ ask: Ask) throws -> HTML {
        let all = try ask.all(
            BranchStar.self, where: "branch = \(code) and from_day <= \(ask.today)", order: "from_day desc")
        guard !all.isEmpty else { return .nothing }
        return .part(
            Words("星级", "Stars"), id: "stars",
            aside: .words(starsSaid(all.first { $0.until.map { $0 >= ask.today } ?? true }?.stars)),
            .data(
                .say("星级", "Stars"),
                [
                    DataHead(.say("星级", "Stars"), .lead), DataHead(.say("生效", "From"), .meta),
                    DataHead(.say("失效", "Until"), .meta), DataHead(.say("原因", "Why"), .below),
                    DataHead(.say("文号", "Document"), .end),
                ],
                all.map { star in
                    [
                        .link(star.address, .words(starsSaid(star.stars))), .day(star.from),
                        star.until.map { .day($0) } ?? .say("现行", "in force"), .text(star.reason),
                        .text(star.document),
                    ]
                }))
    }
}
