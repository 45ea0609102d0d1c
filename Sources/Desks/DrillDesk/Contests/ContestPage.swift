import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Papers of a contest.
enum ContestDocument: String, Named, Stored {
    case rules, committee, papers, scoreSheets, notice, award, summary, photographs, other

    var words: Words {
        switch self {
        case .rules: Words("赛项规程", "Rules")
        case .committee: Words("组委会和评委名单", "Committee and judges")
        case .papers: Words("试题和任务书", "Papers and tasks")
        case .scoreSheets: Words("签字评分表", "Signed score sheets")
        case .notice: Words("结果公示", "Public notice")
        case .award: Words("表彰决定", "Award decision")
        case .summary: Words("总结", "Summary")
        case .photographs: Words("照片", "Photographs")
        case .other: Words("其他", "Other")
        }
    }
}

extension DrillContest: EvidenceBearer {
    typealias Document = ContestDocument

    /// Everybody sees a contest; its papers are its holder's.
    func papersUnit(in reading: some Reading) throws -> String? { unit }
}

extension DrillContest {
    func page(_ ask: Ask) throws -> Page {
        let state = ContestState.state(of: self, ask)
        let isHolders = try ask.reading.isWithinReach(unit, of: ask.reader)
        let isPublic = stage == .published || stage == .decided
        var sections: [HTML] = [
            .section(
                .id("flow"), .div(.class("head"), .h2(.say("进程", "Progress"))), .flow(steps(state))),
            remark.isEmpty || stage == .published || stage == .decided
                ? .nothing
                : .section(
                    .p(
                        .b(
                            stage == .cancelled
                                ? .say("取消原因：", "Why it was cancelled: ")
                                : .say("撤回公示原因：", "Why results were taken back: ")),
                        .text(remark))),
            .warnings(try warnings(ask, isHolders: isHolders)),
        ]
        if isPublic || isHolders && stage == .drawn { sections += try results(ask, isPublic: isPublic) }
        sections.append(try panel(ask, isHolders: isHolders))
        if stage == .announced || stage == .drawn { sections.append(try roster(ask, isHolders: isHolders)) }
        sections += [
            try ContestScheme.form.facts(scheme, ask), try drawSaid(ask),
            try objections(ask), try titles(ask), try ask.evidence(of: self, required: required(ask)),
            try ask.history(
                ask.steps(of: DrillContest.self, code, ContestScheme.form, \.scheme) { step, contest, change in
                    if [CancelContest.name, ReopenResults.name].contains(change.row.act) {
                        step.remarks = [HistoryStep.reason(contest.remark)]
                    }
                } + ask.paperSteps(of: self)),
        ]
        var page = try Page(of: self, ask, .sheet(.group(sections)))
        if stage == .decided {
            page.actions = .group([
                page.actions, .act("\(address)/award.docx", Words("表彰决定（Word）", "The award (Word)")),
            ])
        }
        page.sentence = .group([
            .text(try ask.naming.unitName(unit)), .say("，", ", "), .days(scheme.from, scheme.to), .say("。", ". "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    private func steps(_ state: ContestState) -> [FlowStep] {
        func step(_ words: Words, done: Day?, due: Day?, isNext: Bool, _ rule: Words) -> FlowStep {
            FlowStep(words, done != nil ? .done : isNext ? .toDo : .toCome, due: due, done: done, rule: rule)
        }
        return [
            step(
                Words("发布", "Announced"), done: announced, due: nil, isNext: false,
                Words("赛项、规程和同分规则", "events, rules and how equals are told apart")),
            step(
                Words("抽签", "Draw"), done: drawn, due: nil, isNext: state == .toDraw,
                Words("报名截止后", "after the last day to enter")),
            step(
                Words("公示结果", "Results"), done: published, due: scheme.to, isNext: state == .toPublish,
                Words("全部评分录入后", "once every mark is in")),
            step(
                Words("表彰", "Award"), done: decided, due: noticeUntil.map { $0 + 1 }, isNext: state == .toDecide,
                Words("公示期满", "after the public notice")),
        ]
    }

    private func warnings(_ ask: Ask, isHolders: Bool) throws -> [Words] {
        guard isHolders, stage != .cancelled else { return [] }
        let rules = try ask.drillRules
        var warnings = scheme.remarks(rules)
        if !activity.isEmpty, try ask.reading.standing(activity: activity).isVoid { warnings.append(.voidedElsewhere) }
        let entries = try ask.reading.entries(of: self)
        for (place, event) in scheme.events.enumerated() where scheme.registerBy < ask.today {
            let count = entries.count { $0.event == place + 1 }
            if count < rules.leastEntrants {
                let noun = event.isForTeams ? "队" : "人"
                warnings.append(
                    Words(
                        "“\(event.name)”报名\(count)\(noun)，不足\(rules.leastEntrants)\(noun)，一般取消该赛项",
                        "“\(event.name)”: \(count) entered, fewer than \(rules.leastEntrants): such an event is cancelled as a rule"
                    ))
            }
        }
        for (place, event) in scheme.events.enumerated() where event.theoryShare < 100 {
            let judges = try ask.reading.panel(of: self, event: place + 1)
            let alone = entries.filter { entry in
                entry.event == place + 1 && !judges.isEmpty && !judges.contains { $0.mayJudge(entry) }
            }
            if !alone.isEmpty {
                warnings.append(
                    Words(
                        "“\(event.name)”有\(alone.count)人的评委全部需要回避，请增加评委",
                        "“\(event.name)”: all judges step aside for \(alone.count): name others"))
            }
        }
        return warnings
    }

    private func required(_ ask: Ask) -> [RequiredPaper<ContestDocument>] {
        let why = Words("一次一档", "For the folder")
        var papers: [RequiredPaper<ContestDocument>] = []
        guard stage != .cancelled else { return papers }
        papers.append(RequiredPaper(.rules, due: scheme.registerBy, why: why))
        if stage == .published || stage == .decided {
            papers.append(RequiredPaper(.scoreSheets, due: published, why: why))
        }
        if stage == .decided { papers.append(RequiredPaper(.award, due: decided, why: why)) }
        return papers
    }

    /// Who is entered; before the draw a unit sees its own.
    private func roster(_ ask: Ask, isHolders: Bool) throws -> HTML {
        let entries = try ask.reading.entries(of: self)
        let shown = try entries.filter {
            isHolders || stage != .announced ? true : try ask.reading.isWithinReach($0.unit, of: ask.reader)
        }
        guard !shown.isEmpty else {
            return .part(
                Words("参赛名单", "Entrants"), id: "roster", .p(.class("quiet"), .say("还没有人报名。", "Nobody has entered yet."))
            )
        }
        return .part(
            Words("参赛名单", "Entrants"), id: "roster", aside: .say("\(shown.count)人次", "\(shown.count)"),
            .data(
                .say("参赛名单", "Entrants"),
                [
                    DataHead(.say("姓名", "Name"), .lead), DataHead(.say("单位", "Unit"), .meta),
                    DataHead(.say("赛项", "Event"), .meta), DataHead(.say("报名", "Entered"), .day),
                    DataHead(.say("抽签号", "Draw"), .end),
                ],
                try shown.map { entry in
                    let name = try ask.naming.entrant(entry)
                    let isLate = entry.entered > scheme.registerBy
                    return [
                        try ask.reading.isWithinReach(entry.unit, of: ask.reader)
                            ? .link(entry.address, .text(name)) : .text(name),
                        .text(try ask.naming.unitName(entry.unit)), .text(scheme.event(entry.event)?.name ?? ""),
                        .group([
                            .day(entry.entered),
                            isLate ? .small(.say("截止后报名", "after the last day")) : .nothing,
                        ]), entry.draw.map { .text(String($0)) } ?? "–",
                    ]
                }))
    }

    /// Places by event and by team; while scores come in, only whoever holds the contest looks at them.
    private func results(_ ask: Ask, isPublic: Bool) throws -> [HTML] {
        let entries = Dictionary(
            try ask.reading.entries(of: self).map { ($0.code, $0) }, uniquingKeysWith: { one, _ in one })
        let places = try ask.reading.places(of: self)
        let missing = try ask.reading.missingParts(of: self)
        let isWhole = isPublic || missing == 0
        // Before the first mark there is nothing to look at but the roster.
        let isScored = entries.values.contains { !$0.marks.isEmpty || $0.theory != nil }
        guard isPublic || isScored else { return [] }
        var sections = try places.filter { !$0.placings.isEmpty }.map { number, event, placings in
            HTML.part(
                Words("\(event.name)名次", "Places: \(event.name)"), id: "places-\(number)",
                aside: isPublic
                    ? .nothing
                    : missing == 0 ? .say("尚未公示", "not public yet") : .say("评分未齐", "marks are still to come"),
                .data(
                    .text(event.name),
                    [
                        DataHead(.say("姓名", "Name"), .lead), DataHead(.say("单位", "Unit"), .meta),
                        DataHead(.say("理论", "Theory"), .meta, isNumber: true, unit: Words("理论", "theory")),
                        DataHead(.say("实操", "Practice"), .meta, isNumber: true, unit: Words("实操", "practice")),
                        DataHead(.say("总分", "Total"), .meta, isNumber: true, unit: Words("分", "in all")),
                        DataHead(.say("名次", "Place"), .meta, isNumber: true, unit: Words("名", "place")),
                        DataHead(.say("奖项", "Prize"), .end),
                    ],
                    try placings.map { placing in
                        [
                            .group([
                                .text(try entries[placing.entry].map(ask.naming.entrant) ?? ""),
                                placing.tie.map { .small(.words($0.words)) } ?? .nothing,
                            ]), .text(try ask.naming.unitName(placing.unit)), .text(placing.theory?.text ?? "–"),
                            .text(placing.practice?.text ?? "–"), .text(placing.total?.text ?? "–"),
                            // While marks come in a place means nothing.
                            .text(isWhole ? placing.rank.map(String.init) ?? "–" : "–"),
                            !isWhole || placing.prize == .none ? "–" : .standing(.met, placing.prize.words),
                        ]
                    }))
        }
        let teams = TeamPlacing.places(places.flatMap(\.placings), points: scheme.points)
        if teams.count > 1, missing == 0 {
            sections.append(
                .part(
                    Words("团体名次", "Teams"), id: "teams",
                    .figures(
                        Words("团体名次", "Teams"),
                        [
                            Words("单位", "Unit"), Words("名次", "Place"), Words("团体分", "Points"), Words("一等奖", "First"),
                            Words("二等奖", "Second"), Words("三等奖", "Third"),
                        ],
                        try teams.map { team in
                            [.text(try ask.naming.unitName(team.unit)), .text(String(team.rank))]
                                + ([team.points] + team.prizes).map { .text(String($0)) }
                        }),
                    .p(
                        .class("quiet"),
                        .say(
                            "一、二、三等奖各计\(scheme.firstPoints)、\(scheme.secondPoints)、\(scheme.thirdPoints)分；同分先比一等奖，再比二等奖，仍然相同的并列。",
                            "A first, second and third prize count \(scheme.firstPoints), \(scheme.secondPoints) and \(scheme.thirdPoints); equals are told apart by first, then second prizes, and share the place else."
                        ))))
        }
        return sections
    }

    /// Who judges; for whoever holds the contest, each one's sheet, and for whom they step aside.
    private func panel(_ ask: Ask, isHolders: Bool) throws -> HTML {
        let entries = try ask.reading.entries(of: self)
        guard !judges.isEmpty else { return .nothing }
        let rows = try scheme.events.enumerated().flatMap { place, event -> [[HTML]] in
            let number = place + 1
            let own = entries.filter { $0.event == number }
            let opens = isHolders && stage == .drawn && EnterMarks.isAllowed(to: ask.reader)
            var rows: [[HTML]] = []
            if event.theoryShare < 100 {
                rows += try ask.reading.panel(of: self, event: number).map { judge in
                    let may = own.filter { judge.mayJudge($0) }
                    let given = may.count { $0.marks.contains { $0.judge == judge.person } }
                    let aside = own.count - may.count
                    return [
                        .text(try ask.naming.personName(judge.person)), .text(event.name),
                        .text(try judge.unit.map(ask.naming.unitName) ?? "–"),
                        aside == 0 || !isHolders && stage == .announced
                            ? "–" : .say("回避\(aside)人", "steps aside for \(aside)"),
                        isHolders ? .text("\(given) / \(may.count)") : "–",
                        opens && !may.isEmpty
                            ? .act(
                                "\(address)/sheets/\(number)/\(Query.encoded(judge.person))", Words("评分表", "Sheet"),
                                .small) : .nothing,
                    ]
                }
            }
            if opens, !own.isEmpty {
                rows.append([
                    .say("理论成绩和用时", "Theory and times"), .text(event.name), "–", "–",
                    .text("\(own.count { $0.theory != nil }) / \(event.theoryShare > 0 ? own.count : 0)"),
                    .group([
                        .act("\(address)/parts/\(number)", Words("录入", "Enter"), .small), " ",
                        .act("\(address)/events/\(number)/sheet", Words("按表导入", "From a sheet"), .small),
                    ]),
                ])
            }
            return rows
        }
        return .part(
            Words("评委和评分", "Judges and marks"), id: "judges",
            .data(
                .say("评委", "Judges"),
                [
                    DataHead(.say("评委", "Judge"), .lead), DataHead(.say("赛项", "Event"), .meta),
                    DataHead(.say("单位", "Unit"), .meta), DataHead(.say("回避", "Steps aside"), .meta),
                    DataHead(.say("已评", "Given"), .meta),
                    DataHead(.say("评分", "Marks"), .end),
                ], rows),
            .p(.class("quiet"), .say("评委不为本单位选手评分。", "A judge gives no mark to contestants of their own unit.")))
    }

    /// The seed, and how anybody works the order out again.
    private func drawSaid(_ ask: Ask) throws -> HTML {
        guard let drawn else { return .nothing }
        let entries = try ask.reading.entries(of: self)
        return .part(
            Words("抽签", "The draw"), id: "draw",
            .facts([Fact(Words("种子", "Seed"), .text(seed)), Fact(Words("抽签日期", "Drawn on"), .day(drawn))]),
            .p(
                .class("quiet"),
                .say(
                    "对“种子、一个空格、报名编号”取SHA-256，同一赛项从小到大排列，即为出场顺序；任何人都可以复核。",
                    "The SHA-256 of seed, a space and entry number, from the smallest up, is the order within an event: anybody can check it."
                )),
            .details(
                .summary(.say("逐人核对", "One by one")),
                .data(
                    .say("抽签", "The draw"),
                    [
                        DataHead(.say("报名编号", "Entry"), .lead), DataHead(.say("赛项", "Event"), .meta),
                        DataHead(.say("SHA-256前12位", "SHA-256, first 12"), .meta), DataHead(.say("抽签号", "Draw"), .end),
                    ],
                    entries.map { entry in
                        [
                            .text(entry.code), .text(scheme.event(entry.event)?.name ?? ""),
                            .text(String(Draw.digest(of: entry.code, seed: seed).prefix(12))),
                            .text(entry.draw.map(String.init) ?? "–"),
                        ]
                    })))
    }

    private func objections(_ ask: Ask) throws -> HTML {
        let raised = try ask.all(ContestObjection.self, where: "contest = \(code)", order: "raised_day")
        guard !raised.isEmpty else { return .nothing }
        return .part(
            Words("异议", "Objections"), id: "objections", aside: .say("\(raised.count)件", String(raised.count)),
            try ContestObjection.listing.table(raised, columns: ["title", "unit", "raised", "state"], ask))
    }

    private func titles(_ ask: Ask) throws -> HTML {
        let given = try ask.all(DrillTitle.self, where: "contest = \(code)", order: "code")
        guard !given.isEmpty else { return .nothing }
        return .part(
            Words("授予称号", "Titles given"), id: "titles", aside: .say("\(given.count)人", String(given.count)),
            try DrillTitle.listing.table(given, columns: ["person", "unit", "title", "document", "state"], ask))
    }
}
