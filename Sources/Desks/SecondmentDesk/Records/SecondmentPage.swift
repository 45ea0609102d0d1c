import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Papers of a secondment (一人一档).
enum SecondmentDocument: String, Named, Stored {
    case form, letter, plan, midTerm, leave, appraisal, other

    var words: Words {
        switch self {
        case .form: Words("推荐表", "Form of recommendation")
        case .letter: Words("挂职通知", "Letter")
        case .plan: Words("工作计划", "Work plan")
        case .midTerm: Words("中期材料", "Papers of the mid-term look")
        case .leave: Words("请销假审批单", "Leave forms")
        case .appraisal: Words("鉴定表", "Appraisal")
        case .other: Words("其他", "Other")
        }
    }
}

extension Secondment: EvidenceBearer {
    typealias Document = SecondmentDocument
}

extension Secondment {
    func page(_ ask: Ask) throws -> Page {
        let (rules, state) = (try ask.secondmentRules, try SecondmentState.state(of: self, ask))
        let look = try ask.reading.look(at: self)
        let appraisal = try ask.reading.appraisal(of: self)
        let name = try ask.naming.personName(person)
        var page = try Page(
            of: self, ask,
            .sheet(
                .section(
                    .id("flow"), .div(.class("head"), .h2(.say("进程", "Progress"))),
                    .flow(steps(rules, look, appraisal, ask.today))),
                remark.isEmpty ? .nothing : .section(.p(.class("warn"), .say("说明：", "Remark: "), .text(remark))),
                .warnings(try remarks(ask, rules)),
                // What they take part in while away is told by their training file.
                try stage == .declined || started != nil || notTheirs(.home, ask.reading, ask.reader) != nil
                    ? .nothing
                    : try ask.clashes(of: person, from: from, to: to, besides: nil), try facts(ask),
                try monthsSaid(ask, rules), try look.map { try said($0, ask) } ?? .nothing,
                try appraisal.map { try said($0, ask) } ?? .nothing, try leaves(ask), try extensions(ask),
                stage == .approved
                    ? .section(
                        .p(
                            .link("\(address)/letter.docx", .say("挂职通知（Word）", "The letter (Word)")),
                            ended == nil
                                ? .nothing
                                : .group([
                                    " · ",
                                    .link("\(address)/appraisal.docx", .say("鉴定表（Word）", "The appraisal (Word)")),
                                ]))) : .nothing,
                try ask.evidence(of: self, required: requiredPapers(rules)), try history(ask)))
        page.title = Words("\(name)挂职（\(kind.words.zh)）", "\(name), seconded (\(kind.words.en.lowercased()))")
        page.sentence = .group([
            .link("/people/\(Query.encoded(person))", .text(name)), .say("，", ", "),
            .text(try ask.naming.unitName(home)), .say("→", " → "),
            .link(
                SecondmentPost.address(of: post), .text(try ask.post(post)?.called(ask.naming) ?? post)),
            .say("，", ", "), .days(started ?? from, ended?.day ?? to), .say("。", ". "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    private func requiredPapers(_ rules: SecondmentRules) -> [RequiredPaper<SecondmentDocument>] {
        guard stage == .approved else { return [] }
        let due = Words("一人一档", "Of the file")
        var papers = [RequiredPaper<SecondmentDocument>(.letter, due: started, why: due)]
        if let started { papers.append(RequiredPaper(.plan, due: started + rules.planDays, why: due)) }
        if let ended { papers.append(RequiredPaper(.appraisal, due: ended.day + rules.appraisalDays, why: due)) }
        return papers
    }

    /// Each step with the day on which it was due and the day on which it was done.
    private func steps(
        _ rules: SecondmentRules, _ look: MidTermLook?, _ appraisal: SecondmentAppraisal?, _ today: Day
    ) -> [FlowStep] {
        func step(_ name: Words, due: Day?, done: Day?, isOpen: Bool, _ rule: Words) -> FlowStep {
            let state: StepState =
                if let done { due.map { done > $0 } == true ? .late : .done } else {
                    !isOpen ? .toCome : due.map { $0 < today } == true ? .overdue : .toDo
                }
            return FlowStep(name, state, due: due, done: done, rule: rule)
        }
        let planDue = started.map { $0 + rules.planDays }
        let appraisalDue = ended.map { $0.day + rules.appraisalDays }
        return [
            step(
                Words("审批", "Approved"), due: from, done: approved, isOpen: stage == .proposed,
                Words("开始之前", "before it begins")),
            step(
                Words("报到", "Reported"), due: reportBy, done: started, isOpen: stage == .approved,
                Words("按通知的期限", "by the letter")),
            step(
                Words("工作计划", "Work plan"), due: planDue, done: planDone, isOpen: isAway,
                Words("报到后\(rules.planDays)天", "\(rules.planDays) days after the start")),
            step(
                Words("中期", "Mid-term"), due: middle, done: look?.draft.day,
                isOpen: isAway && middle.map { $0 <= today } == true, Words("时间过半", "half the time")),
            step(
                Words("期满", "End"), due: to, done: ended?.day, isOpen: isAway && to <= today,
                Words("按批准的期限", "as approved")),
            step(
                Words("鉴定", "Appraisal"), due: appraisalDue, done: appraisal?.hostDay, isOpen: ended != nil,
                Words("期满后\(rules.appraisalDays)天", "\(rules.appraisalDays) days after the end")),
            step(
                Words("去向", "What came of it"), due: ended?.day.adding(months: rules.outcomeMonths),
                done: cameOf?.day, isOpen: ended != nil,
                Words("期满后\(rules.outcomeMonths)个月内", "within \(rules.outcomeMonths) months")),
        ]
    }

    /// What the rules would not have, and what changed at home meanwhile: shown, never refused.
    private func remarks(_ ask: Ask, _ rules: SecondmentRules) throws -> [Words] {
        var found: [Words] = []
        // What a recommendation holds is the home unit's and the office's.
        if stage == .proposed, let nomination = try ask.reading.one(Nomination.self, nomination, for: ask.reader) {
            found += try ask.reading.eligibility(
                of: nomination.draft, from: from, to: to, on: ask.today, rules, besides: code
            ).reasons
        }
        guard isAway, let held = try ask.reading.appointment(of: person, on: ask.today) else { return found }
        let units = try ask.reading.unitsAbove(held.unit).map(\.code)
        if !units.contains(home) {
            let unit = try ask.naming.unitName(held.unit)
            found.append(
                Words(
                    "挂职期间调到\(unit)（\(held.dated.span.from.iso)起），请核对派出单位",
                    "Moved to \(unit) on \(held.dated.span.from.iso) meanwhile: check the home unit"))
        } else if held.rank != homeRank, !homeRank.isEmpty {
            found.append(
                Words(
                    "挂职期间职级由\(homeRank)变为\(held.rank)（\(held.dated.span.from.iso)起）",
                    "The rank at home changed from \(homeRank) to \(held.rank) on \(held.dated.span.from.iso)"))
        }
        return found
    }

    private func facts(_ ask: Ask) throws -> HTML {
        .part(
            Words("基本情况", "The secondment"),
            .facts([
                Fact(Words("派出单位和职务", "Home and post"), .text("\(try ask.naming.unitName(home)) \(homePost)")),
                Fact(Words("职级", "Rank"), .text(homeRank)),
                Fact(Words("接收单位和职务", "Host and post"), .text(try ask.post(post)?.called(ask.naming) ?? post)),
                Fact(Words("期限", "Days"), .days(from, to)),
                Fact(Words("通知文号", "Letter"), letter.isEmpty ? "—" : .text(letter)),
                Fact(
                    Words("推荐", "Recommended by"),
                    try notTheirs(.home, ask.reading, ask.reader) == nil
                        ? .link(Nomination.address(of: nomination), .text(nomination)) : .text(nomination)),
                Fact(Words("结束原因", "Ended by"), ended.map { .words($0.reason.words) } ?? "—"),
                Fact(
                    Words("活动记录", "On record as"),
                    try ended.map { end in
                        let standing = try ask.reading.standing(activity: end.activity)
                        return .group([
                            .link("/activities/\(standing.code)", .text(standing.code)),
                            .when(standing.isVoid, .say("（已作废，不计入）", " (void, counts no more)")),
                        ])
                    } ?? "—"),
                Fact(Words("去向", "What came of it"), cameOf.map { .words($0.what.words) } ?? "—"),
            ]))
    }

    /// Month by month, with holes where a line is missing.
    private func monthsSaid(_ ask: Ask, _ rules: SecondmentRules) throws -> HTML {
        let months = months(until: ask.today)
        guard !months.isEmpty else { return .nothing }
        let notes = Dictionary(try ask.reading.notes(of: self).map { ($0.month, $0) }) { first, _ in first }
        return .part(
            Words("逐月情况", "Month by month"), id: "months",
            aside: .say("\(notes.count)个月有月报", "\(notes.count) months told"),
            .data(
                .say("逐月情况", "Month by month"),
                [
                    DataHead(.say("月份", "Month"), .lead),
                    DataHead(.say("到岗天数", "Days there"), .meta, isNumber: true, unit: Words("天", "days")),
                    DataHead(.say("做了什么", "What was done"), .below), DataHead(.say("状态", "State"), .end),
                ],
                months.reversed().map { month in
                    let note = notes[month.number]
                    let due = month.last + rules.noteBy
                    let state: HTML =
                        if let note {
                            note.written > due
                                ? .standing(.behind, Words("迟报", "late")) : .standing(.met, Words("已报", "told"))
                        } else if month.last >= ask.today {
                            .standing(.notYetDue, Words("未到", "to come"))
                        } else {
                            due < ask.today
                                ? .standing(.overdue, Words("缺", "missing")) : .standing(.next, Words("待报", "due"))
                        }
                    return [
                        .words(month.words), .text(note.map { String($0.days) } ?? "–"),
                        .text(note?.line ?? "–"), state,
                    ]
                }, class: "even wrap"))
    }

    private func said(_ look: MidTermLook, _ ask: Ask) throws -> HTML { try LookDraft.form.facts(look.draft, ask) }

    private func said(_ appraisal: SecondmentAppraisal, _ ask: Ask) throws -> HTML {
        .group([
            try AppraisalDraft.form.facts(appraisal.draft, ask),
            appraisal.homeDay.map { day in
                .part(
                    Words("派出单位意见", "The home unit"), aside: .day(day), .p(.text(appraisal.homeOpinion)))
            } ?? .nothing,
        ])
    }

    private func leaves(_ ask: Ask) throws -> HTML {
        let leaves = try ask.all(SecondmentLeave.self, where: "secondment = \(code)", order: "from_day desc")
        return leaves.isEmpty
            ? .nothing
            : .part(
                Words("请假", "Leave"), id: "leave",
                try SecondmentLeave.listing.table(
                    leaves, columns: ["title", "from", "to", "days", "approver", "state"], ask))
    }

    private func extensions(_ ask: Ask) throws -> HTML {
        let asked = try ask.all(SecondmentExtension.self, where: "secondment = \(code)", order: "asked_day desc")
        return asked.isEmpty
            ? .nothing
            : .part(
                Words("延期", "Extensions"), id: "extensions",
                try SecondmentExtension.listing.table(asked, columns: ["title", "until", "asked", "state"], ask))
    }

    private func history(_ ask: Ask) throws -> HTML {
        let own = try ask.steps(of: Secondment.self, code) { step, secondment, change in
            let tells = [CancelSecondment.name, TakeEndBack.name].contains(change.row.act)
            if tells || secondment.stage == .declined, !secondment.remark.isEmpty {
                step.remarks = [HistoryStep.reason(secondment.remark)]
            }
        }
        let others =
            try ask.reading.notes(of: self).flatMap { note in
                try ask.steps(of: MonthlyNote.self, note.code) { step, note, _ in
                    step.what = NoteMonth(number: note.month).map { .words($0.words) } ?? .nothing
                }
            } + ask.steps(of: MidTermLook.self, code) + ask.steps(of: SecondmentSummary.self, code)
            + ask.steps(of: SecondmentAppraisal.self, code)
        return try ask.history(own + others + ask.paperSteps(of: self))
    }
}
