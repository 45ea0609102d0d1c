import Formats
import Pages
import Records
import Storage
import Store
import Vocabulary

/// Where a look stands, in one word.
enum LookState: String, Stated {
    case fine, overdue, toMend, answered, closed

    var words: Words {
        switch self {
        case .fine: LookStage.fine.words
        case .overdue: Words("整改逾期", "Overdue")
        case .toMend: LookStage.open.words
        case .answered: LookStage.answered.words
        case .closed: LookStage.closed.words
        }
    }

    var mark: Mark {
        switch self {
        case .fine, .closed: .met
        case .overdue: .overdue
        case .toMend, .answered: .next
        }
    }

    static let told: [LookState] = [.overdue, .toMend, .answered, .closed, .fine]

    func condition(_ ask: Ask) -> SQL {
        switch self {
        case .fine: "stage = \(LookStage.fine)"
        case .overdue: "stage = \(LookStage.open) and due_day < \(ask.today)"
        case .toMend: "stage = \(LookStage.open) and due_day >= \(ask.today)"
        case .answered: "stage = \(LookStage.answered)"
        case .closed: "stage = \(LookStage.closed)"
        }
    }

    static func state(of look: QuarterLook, _ ask: Ask) -> LookState {
        switch look.stage {
        case .fine: .fine
        case .open: look.scheme.due.map { $0 < ask.today } == true ? .overdue : .toMend
        case .answered: .answered
        case .closed: .closed
        }
    }

    static let waits: [WaitingState<LookState>] = [
        .init(.overdue, AnswerLook.self, of: .unit) { try due($0, $1) },
        .init(.toMend, AnswerLook.self, of: .unit) { try due($0, $1) },
        .init(.answered, CloseLook.self, of: .unit) { look, ask in .text(try ask.naming.unitName(look.branch)) },
        .init(.answered, CloseLook.self, of: .office) { look, ask in .text(try ask.naming.unitName(look.branch)) },
    ]

    private static func due(_ look: QuarterLook, _ ask: Ask) throws -> HTML {
        .group([
            .text(try ask.naming.unitName(look.branch)), " ",
            look.scheme.due.map { .group([.day($0), .say(" 前整改", " is the day of it")]) } ?? .nothing,
        ])
    }
}

extension QuarterLook: PagedNoun {
    static let path = "/branches/looks/:code"
    static let acts: [any RecordAct<QuarterLook>.Type] = [AnswerLook.self, CloseLook.self]
    static let seeing = Words("查看这次季度查看", "See the look")
    var title: String { "\(scheme.year)年第\(scheme.quarter)季度查看（\(code)）" }

    static let listing: Listing<QuarterLook> = {
        var listing = Listing<QuarterLook>(
            Words("季度查看和整改", "Quarterly looks"),
            columns: [
                .title(Words("查看", "Look"), sort: "code"),
                ListColumn(
                    "branch", Words("党支部", "Branch"), sort: "branch",
                    text: { row, ask in try ask.naming.unitName(row.branch) }),
                .day("looked", Words("查看日期", "Looked at"), sort: "looked_day") { $0.looked },
                .number("gaps", Words("整改", "To put right"), unit: Words("项整改", "to put right")) {
                    $0.scheme.gaps.count
                },
                .day("due", Words("期限", "By"), sort: "due_day") { $0.scheme.due },
                .day("closed", Words("核销", "Confirmed"), .off, sort: "closed_day") { $0.closed }, .code(),
                LookState.column(sort: "stage"),
            ],
            filters: [
                .branch, .unit(Words("单位", "Unit"), column: "branch"),
                .year(Words("年度", "Year"), offered: -4...0) { "look_year = \($0)" }, LookState.filter,
            ], order: "look_year desc, quarter desc, branch", empty: Words("还没有季度查看", "No quarter was looked at yet"),
            sentence: LookState.sentence)
        listing.since = ListedSince(Words("查看", "looked at")) { "looked_day <= \($0)" }
        return listing
    }()

    func page(_ ask: Ask) throws -> Page {
        let state = LookState.state(of: self, ask)
        var facts = [Fact(Words("查看", "Looked at"), .day(looked))]
        if let due = scheme.due { facts.append(Fact(Words("整改期限", "Put right by"), .day(due))) }
        if !scheme.remark.isEmpty { facts.append(Fact(Words("查看意见", "Remark"), .text(scheme.remark))) }
        if let answered {
            facts.append(Fact(Words("报送整改", "Put right"), .group([.day(answered), " ", .text(answer)])))
        }
        if let closed { facts.append(Fact(Words("核销", "Confirmed"), .day(closed))) }
        var page = try Page(
            of: self, ask,
            .sheet(
                stage == .open && !closeRemark.isEmpty
                    ? .warning(.behind, .say("退回：\(closeRemark)", "Sent back: \(closeRemark)")) : .nothing,
                .part(
                    Words("要整改的", "To be put right"), id: "gaps",
                    aside: scheme.gaps.isEmpty
                        ? .nothing : .link("\(address)/notice.docx", .say("整改通知书（Word）", "Notice (Word)")),
                    scheme.gaps.isEmpty
                        ? .p(.class("quiet"), .say("没有。", "Nothing.")) : .ul(.each(scheme.gaps) { .li(.text($0)) })),
                .part(Words("办理", "What was done"), .facts(facts)),
                try ask.history(
                    ask.steps(of: QuarterLook.self, code, LookScheme.form, \.scheme) { step, after, change in
                        if change.row.act == CloseLook.name, after.stage == .open {
                            step.words = Decision.Answer.sendBack.words
                        }
                        if change.row.act == CloseLook.name, !after.closeRemark.isEmpty {
                            step.remarks = [HistoryStep.reason(after.closeRemark)]
                        }
                        if change.row.act == AnswerLook.name { step.what = .text(after.answer) }
                    })))
        page.sentence = .group([
            .link(Branch.address(of: branch), .text(try ask.naming.unitName(branch))), .say("，", ", "),
            .b(.class(state.mark.rawValue), .words(state.words)), .say("。", "."), ask.standsToday,
        ])
        return page
    }

    /// The notice of what is to be put right (整改通知书).
    func notice(_ ask: Ask) throws -> Answered {
        guard let due = scheme.due, !scheme.gaps.isEmpty else { throw NotFound(context: ask.context) }
        let title = "组织生活整改通知书"
        let document = OfficialDocument(
            [
                .title(title), .addressee("\(try ask.naming.unitName(branch))："),
                .paragraph("经查看你支部\(scheme.year)年第\(scheme.quarter)季度组织生活，有下列\(scheme.gaps.count)项需要整改："),
            ]
                + scheme.gaps.enumerated().map { .paragraph("\($0 + 1)．\($1)") } + [
                    .paragraph("请于\(due.spoken)前完成整改，并报送整改情况。"), .signature(looked.spoken),
                ])
        return try .document(document, name: "\(code)-notice.docx", shown: "\(title)（\(code)）.docx")
    }
}

extension Branch {
    /// The looks of a year, on the branch's page.
    func looksPart(_ year: Int, _ ask: Ask) throws -> HTML {
        let looks = try ask.all(QuarterLook.self, where: "branch = \(code) and look_year = \(year)", order: "quarter")
        guard !looks.isEmpty else { return .nothing }
        return .part(
            Words("季度查看和整改", "Quarterly looks"), id: "looks",
            try QuarterLook.listing.table(looks, columns: ["title", "gaps", "due", "state"], ask))
    }
}

extension Ask {
    /// The last quarter that is over and was not looked at, with what its records let suppose: to be changed by whoever looks.
    func proposedLook(at branch: Branch) throws -> LookScheme {
        var (year, quarter) = (today.year, (today.month + 2) / 3 - 1)
        if quarter == 0 { (year, quarter) = (year - 1, 4) }
        var scheme = LookScheme(year: year, quarter: quarter)
        guard let first = Day(year: year, month: quarter * 3 - 2, day: 1) else { return scheme }
        let rules = try branchRules
        let plan = try reading.quarterPlan(of: branch.code, year, quarter)
        if let due = rules.planBy(quarter, of: year), branch.from <= due {
            if let sent = plan?.sent {
                if sent > due { scheme.gaps.append("季度计划应于\(due.iso)前报送，实际\(sent.iso)报送") }
            } else {
                scheme.gaps.append("没有报送季度计划")
            }
        }
        let found = try BranchYear(branch, year, in: reading, on: today, rules)
        for kind in MeetingKind.allCases {
            let missing = (0..<3).reduce(0) { $0 + found.cell(first.month + $1, kind).missing }
            if missing > 0 { scheme.gaps.append("\(kind.words.zh)缺\(missing)次") }
        }
        let calendar = try workingCalendar
        let records = try reading.all(
            MeetingRecord.self, for: .everybody,
            where: """
                taken_back_day is null and \(SQL.between(first, first.ending(months: 3), column: "held_day"))
                and meeting in (select code from branch_meetings where branch = \(branch.code))
                """)
        let late = records.count { $0.recorded > calendar.after($0.outcome.day, rules.recordDays) }
        if late > 0 { scheme.gaps.append("纪实逾期\(late)次") }
        if !scheme.gaps.isEmpty { scheme.due = today + rules.mendDays }
        return scheme
    }
}
