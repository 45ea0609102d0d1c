import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// Judges as they are named.
struct JudgePanel: Sendable, Hashable {
    var contest = ""
    var judges: [ContestJudge] = []

    static let form = Form<JudgePanel>(
        .init(
            Words("评委", "Judges"), .hidden(\.contest, "contest"),
            .rows(
                \.judges, "judges", Words("评委", "Judges"),
                of: Form<ContestJudge>(
                    .init(
                        Words("评委", "Judges"),
                        .person(\.person, "person", Words("姓名或人员编号", "Name or number")),
                        .contestEvent(\.choice, none: Words("全部赛项", "all events")))),
                blank: ContestJudge(), most: 60)))
}

struct SeedDraft: Sendable, Hashable {
    var seed = ""

    static let form = Form<SeedDraft>(
        .init(
            Words("抽签种子", "The seed"),
            .text(
                \.seed, "seed", Words("种子", "Seed"),
                hint: Words(
                    "当众产生，如各领队报的数字、当天某期开奖号码；抽签后公布，任何人可以复核",
                    "Made in public, such as numbers that teams call out; published, so that anybody can check it"),
                rule: .name)))
}

extension Routes {
    mutating func contests() {
        list(DrillContest.self) { ask in
            ask.button(
                AnnounceContest.self, "/drills/contests/new", Words("发布比武", "Announce a contest"), isPrimary: true)
        }
        var announce = FormFlow(new: Words("发布业务比武", "Announce a contest"), ContestScheme.form) { ask in
            try ask.proposedContest()
        } act: { scheme, _ in
            AnnounceContest(scheme: scheme)
        }
        announce.refusals = { scheme, _ in scheme.problems }
        announce.remarks = { scheme, ask in .warnings(scheme.remarks(try ask.drillRules)) }
        form("/drills/contests/new", announce)
        page(of: DrillContest.self, Words("一次比武", "One contest")) { try $0.page($1) }
        evidence(of: DrillContest.self)
        look("\(DrillContest.path)/award.docx", RouteAbout(Words("表彰决定（Word）", "The award as a document"))) { ask in
            let contest = try ask.one(DrillContest.self)
            guard contest.stage == .decided else { throw NotFound(context: ask.context) }
            return try contest.decision(ask)
        }
        var change = FormFlow(ChangeContest.self, ContestScheme.form, changing: \.scheme) { contest, scheme in
            ChangeContest(record: contest.code, scheme: scheme)
        }
        change.refusals = { scheme, _ in scheme.problems }
        form(change)
        var cancel = FormFlow(CancelContest.self, Reason.form) { _, _ in
            Reason()
        } act: { contest, reason in
            CancelContest(record: contest.code, reason: reason.text)
        }
        cancel.isGrave = true
        form(cancel)
        entering()
        judging()
        ending()
    }

    private mutating func entering() {
        var enter = FormFlow(EnterContest.self, Registration.form) { contest, ask in
            Registration(contest: contest.code, unit: ask.reader.unit ?? "", lines: [])
        } act: { contest, registration in
            EnterContest(record: contest.code, unit: registration.unit, lines: registration.lines)
        }
        enter.refusals = { registration, ask in
            try registration.problems(try ask.one(DrillContest.self), in: ask.reading)
        }
        enter.remarks = { registration, ask in
            let contest = try ask.one(DrillContest.self)
            return .warnings(
                registration.remarks(contest)
                    + (contest.scheme.registerBy < ask.today
                        ? [
                            Words(
                                "报名已于\(contest.scheme.registerBy.iso)截止，这次按逾期报名登记",
                                "Registration ended on \(contest.scheme.registerBy.iso): these are entered late")
                        ] : []))
        }
        enter.opening = { ask in
            .p(
                .class("quiet"),
                .each(try ask.one(DrillContest.self).scheme.events) { event in
                    event.isForTeams
                        ? .say(
                            "“\(event.name)”每单位限报\(event.perUnit)队，每队\(event.teamSize)人。",
                            "“\(event.name)”: \(event.perUnit) teams of a unit, of \(event.teamSize) each. ")
                        : .say(
                            "“\(event.name)”每单位限报\(event.perUnit)人。", "“\(event.name)”: \(event.perUnit) of a unit. ")
                })
        }
        form(enter)
        list(ContestEntry.self)
        page(of: ContestEntry.self, Words("一人的报名", "One entry")) { try $0.page($1) }
        var withdraw = FormFlow(WithdrawEntry.self, Nothing.form) { _, _ in
            Nothing()
        } act: { entry, _ in
            WithdrawEntry(record: entry.code)
        }
        withdraw.opening = { ask in
            let entry = try ask.one(ContestEntry.self)
            return .p(.text("\(try ask.naming.entrant(entry)) \(try ask.eventName(of: entry))"))
        }
        (withdraw.isOneStep, withdraw.isGrave, withdraw.submit) = (true, true, WithdrawEntry.button)
        form(withdraw)
        var draw = FormFlow(DrawOrder.self, SeedDraft.form) { _, _ in
            SeedDraft()
        } act: { contest, draft in
            DrawOrder(record: contest.code, seed: draft.seed)
        }
        draw.foreseen = { after, ask in
            let contest = try ask.one(DrillContest.self)
            let entries = try after.entries(of: contest)
            return .part(
                Words("抽签结果", "The order"),
                .each(contest.scheme.events.enumerated()) { place, event in
                    .p(
                        .text("\(event.name)：\(entries.count { $0.event == place + 1 })"),
                        event.isForTeams ? .say("队", "") : .say("人", ""))
                })
        }
        form(draw)
    }

    private mutating func judging() {
        var judges = FormFlow(NameJudges.self, JudgePanel.form) { contest, _ in
            JudgePanel(contest: contest.code, judges: contest.judges)
        } act: { contest, panel in
            NameJudges(record: contest.code, judges: panel.judges)
        }
        judges.tellsChanges = true
        judges.refusals = { panel, ask in
            var contest = try ask.one(DrillContest.self)
            contest.judges = panel.judges
            return try contest.problemsOfJudges(in: ask.reading)
        }
        form(judges)

        let mayScore: @Sendable (DrillContest, Ask) throws -> (any Refusal)? = { contest, ask in
            guard try ask.reading.isWithinReach(contest.unit, of: ask.reader) else {
                return DrillProblem.anothersContest
            }
            return contest.stage == .drawn ? nil : DrillProblem.notInStage(contest.stage)
        }
        var sheet = FormFlow(
            Words("录入评分表", "A judge's sheet"), on: DrillContest.self, JudgeSheet.form, notNow: mayScore,
            blank: { contest, ask in try ask.judgeSheet(of: contest) },
            act: { contest, sheet in EnterMarks(contest: contest.code, event: 0, judge: "", marks: sheet.marks) },
            then: { (contest: DrillContest) in "\(contest.address)#judges" })
        sheet.act = { sheet, ask in
            let contest = try ask.one(DrillContest.self)
            return EnterMarks(
                contest: contest.code, event: try ask.event(of: contest).number,
                judge: try ask.judge(of: contest).person, marks: sheet.marks,
                // Another program was shown nothing.
                shown: sheet.shown.isEmpty ? nil : sheet.shown)
        }
        sheet.tellsChanges = true
        sheet.opening = { ask in
            let contest = try ask.one(DrillContest.self)
            let judge = try ask.judge(of: contest)
            return .p(
                .text("\(try ask.event(of: contest).event.name)："),
                .text("\(try ask.naming.personName(judge.person)) "),
                .text(try judge.unit.map(ask.naming.unitName) ?? ""))
        }
        form("\(DrillContest.path)/sheets/:event/:judge", sheet)

        var parts = FormFlow(
            Words("录入理论成绩和用时", "Theory and times"), on: DrillContest.self, PartSheet.form, notNow: mayScore,
            blank: { contest, ask in try ask.partSheet(of: contest) },
            act: { contest, sheet in EnterParts(contest: contest.code, event: 0, sheet: sheet) },
            then: { (contest: DrillContest) in "\(contest.address)#judges" })
        parts.act = { sheet, ask in
            let contest = try ask.one(DrillContest.self)
            return EnterParts(contest: contest.code, event: try ask.event(of: contest).number, sheet: sheet)
        }
        parts.tellsChanges = true
        parts.opening = { ask in
            .p(.text(try ask.event(of: try ask.one(DrillContest.self)).event.name))
        }
        form("\(DrillContest.path)/parts/:event", parts)
        eventSheets(notNow: mayScore)
    }

    private mutating func ending() {
        var publish = FormFlow(PublishResults.self, Nothing.form) { _, _ in
            Nothing()
        } act: { contest, _ in
            PublishResults(record: contest.code)
        }
        publish.opening = { ask in
            let rules = try ask.drillRules
            let until = try ask.workingCalendar.after(ask.today, rules.noticeDays)
            return .p(
                .say("成绩已齐。公示至 ", "Every score is in. Results are public until "), .day(until),
                .say("，各单位可在期内提出异议；提交后记入台账。", "; units may object until then. The ledger counts it."))
        }
        (publish.isOneStep, publish.submit) = (true, PublishResults.button)
        form(publish)
        form(
            FormFlow(ReopenResults.self, Reason.form) { _, _ in
                Reason()
            } act: { contest, reason in
                ReopenResults(record: contest.code, reason: reason.text)
            })
        var award = FormFlow(DecideAward.self, AwardDraft.form) { contest, ask in
            var draft = AwardDraft()
            (draft.body, draft.day) = (try ask.naming.unitName(contest.unit), ask.today)
            return draft
        } act: { contest, draft in
            DecideAward(record: contest.code, award: draft)
        }
        award.refusals = { draft, ask in try draft.level.problems(for: ask.reader, in: ask.reading) }
        award.remarks = { draft, ask in try ask.one(DrillContest.self).beforeAward(draft, ask) }
        form(award)
        var object = FormFlow(RaiseObjection.self, ObjectionForm.form) { contest, ask in
            ObjectionForm(contest: contest.code, unit: ask.reader.unit ?? "")
        } act: { contest, objection in
            RaiseObjection(record: contest.code, objection: objection)
        }
        object.remarks = { _, ask in
            let until = try ask.one(DrillContest.self).noticeUntil
            return .warnings(
                until.map { $0 < ask.today } ?? false ? [Words("公示已经期满", "The public notice is over")] : [])
        }
        form(object)
        list(ContestObjection.self)
        page(of: ContestObjection.self, Words("一件异议", "One objection")) { try $0.page($1) }
        form(
            FormFlow(AnswerObjection.self, AnswerDraft.form) { _, _ in
                AnswerDraft()
            } act: { objection, draft in
                AnswerObjection(record: objection.code, isUpheld: draft.answer == .upheld, text: draft.text)
            })
    }
}

extension Ask {
    /// The year's contest as the last one was held.
    fileprivate func proposedContest() throws -> ContestScheme {
        let rules = try drillRules
        var scheme = ContestScheme()
        scheme.unit = query["unit"] ?? reader.unit ?? ""
        (scheme.from, scheme.to, scheme.registerBy) = (today + 30, today + 31, today + 15)
        scheme.year = scheme.from.year
        (scheme.trimFrom, scheme.firstPoints) = (rules.trimFrom, rules.firstPoints)
        (scheme.secondPoints, scheme.thirdPoints) = (rules.secondPoints, rules.thirdPoints)
        guard !scheme.unit.isEmpty else { return scheme }
        scheme.title = "\(try naming.unitName(scheme.unit))\(scheme.year)年业务技能比武"
        let last = try all(
            DrillContest.self, where: "unit = \(scheme.unit) and stage <> \(ContestStage.cancelled)",
            order: "from_day desc", limit: 1
        ).first?.scheme
        if let last {
            (scheme.heldAt, scheme.halfHours, scheme.events) = (last.heldAt, last.halfHours, last.events)
            (scheme.notice, scheme.tieRule) = (last.notice, last.tieRule)
        }
        return scheme
    }
}

extension DrillContest {
    /// What is to be known before an award: who is given a title.
    fileprivate func beforeAward(_ draft: AwardDraft, _ ask: Ask) throws -> HTML {
        let entries = Dictionary(
            try ask.reading.entries(of: self).map { ($0.code, $0.people) }, uniquingKeysWith: { one, _ in one })
        let first = try ask.reading.places(of: self).flatMap(\.placings).filter {
            $0.rank.map { $0 <= draft.places } ?? false
        }.flatMap { entries[$0.entry] ?? [] }
        let names = try first.map(ask.naming.personName).joined(separator: "、")
        return draft.titled.title.map { title in
            .p(.say("授予“\(title.words.zh)”：", "“\(title.words.en)” is given to: "), .text(names))
        } ?? .nothing
    }
}
