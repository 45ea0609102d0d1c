import Records
import Storage
import Store
import Vocabulary

/// The programmes of a sample town: last year's, this year's with two versions and what was adjusted since, and next year's
/// while it is being made; a line in every state, done by the acts themselves.
struct SampleProgramme {
    /// A unit with the reader who files for it.
    struct Organiser {
        var unit: String
        var clerk: Reader
    }

    let database: Database
    let until: Day
    let office: Reader
    let organisers: [Organiser]

    struct Sample {
        var title: String
        var kind = ClassKind.special
        var runs = 1
        var heads = 50
        var days = 3
        var month: Int
        var part = MonthPart.whole
        var topics: [Topic] = [.targeted]
        var audience: [PersonCategory] = []
        var organiser: Int
    }

    /// Lines of this year besides those that become classes.
    private static let lines = [
        Sample(
            title: "市管干部进修主体班", kind: .main, runs: 4, days: 10, month: 3, topics: [], audience: [.cityManaged],
            organiser: 0),
        Sample(
            title: "青年干部理想信念主体班", kind: .main, runs: 2, heads: 100, days: 10, month: 5, topics: [.theory],
            audience: [.young], organiser: 0),
        Sample(
            title: "村（社区）党组织书记示范培训班", kind: .demonstration, runs: 3, heads: 120, days: 4, month: 4, topics: [],
            audience: [.grassRoots], organiser: 1),
        Sample(title: "“三条生命线”专题班", runs: 5, heads: 60, month: 4, topics: [.lifelines], organiser: 0),
        Sample(title: "互联网数字经济专题班", runs: 4, month: 5, part: .middle, organiser: 2),
        Sample(title: "高端装备制造专题班", runs: 3, month: 6, organiser: 3),
        Sample(title: "葡萄酒产业专题班", runs: 2, month: 7, part: .early, organiser: 4),
        Sample(title: "创新驱动专题班", runs: 3, month: 9, part: .late, organiser: 5),
        Sample(title: "市域社会治理专题班", runs: 3, month: 10, organiser: 6),
        Sample(title: "全域旅游专题班", runs: 2, month: 8, organiser: 7),
        Sample(
            title: "国有企业核心竞争力专题研讨班", heads: 40, month: 6, topics: [.enterprise], audience: [.soeLeader], organiser: 2),
        Sample(
            title: "科级干部专业化能力培训班", kind: .professional, runs: 5, heads: 180, days: 7, month: 3,
            topics: [.businessKnowledge], audience: [.sectionLevel], organiser: 0),
        Sample(
            title: "领导班子成员系统理论教育班", kind: .theory, runs: 2, heads: 60, days: 30, month: 9, topics: [.theory],
            audience: [.teamMember], organiser: 0),
        Sample(
            title: "急需紧缺人才研修班", kind: .general, runs: 6, heads: 150, days: 5, month: 7, topics: [],
            audience: [.scarceTalent], organiser: 3),
        Sample(
            title: "乡镇（街道）干部履职能力专题班", runs: 6, month: 4, topics: [.businessKnowledge], organiser: 5),
        Sample(title: "新闻发布与舆情应对专题班", runs: 4, heads: 40, month: 6, organiser: 7),
        Sample(title: "政务公文写作专题班", month: 11, part: .early, organiser: 4),
        Sample(title: "公文写作和处理专题班", month: 11, organiser: 5),
        Sample(title: "行政执法骨干专题班", runs: 2, month: 12, organiser: 6),
    ]

    /// Those of this year's that are held as they were planned.
    static let held = lines.filter { !["葡萄酒产业专题班", "全域旅游专题班", "公文写作和处理专题班", "创新驱动专题班"].contains($0.title) }

    /// Makes the three years; the code of each line that classes are runs of, by its title.
    func make(_ classes: [(sample: Sample, year: Int)]) throws -> [String: String] {
        let year = until.year
        var codes: [String: String] = [:]
        // Next year's is made from October on.
        let hasNext = day(year, 10, 15) <= until
        try templates(on: day(year - 1, 9, 20))
        for made in hasNext ? [year - 1, year, year + 1] : [year - 1, year] { try open(made) }
        for sample in Self.lines.prefix(9) { _ = try include(sample, in: year - 1) }
        for (sample, its) in classes where its < year { codes[sample.title] = try include(sample, in: its) }
        try issue(year - 1, on: day(year - 1, 3, 26))
        var made: [String: String] = [:]
        for sample in Self.lines.dropLast() { made[sample.title] = try include(sample, in: year) }
        codes.merge(made) { already, _ in already }
        for (sample, its) in classes where its == year { codes[sample.title] = try include(sample, in: its) }
        try issue(year, on: day(year, 3, 28))
        try adjust(made, year)
        guard hasNext else { return codes }
        try next(year + 1)
        for (sample, its) in classes where its > year { codes[sample.title] = try include(sample, in: its) }
        return codes
    }

    /// What classes of a kind are usually like, from those of these lines.
    private func templates(on day: Day) throws {
        for sample in Self.lines.prefix(4) + Self.lines[11...12] {
            var entry = LineTemplateEntry()
            (entry.title, entry.kind, entry.audience) = (sample.title, sample.kind, sample.audience)
            (entry.topics, entry.heads, entry.days) = (sample.topics, sample.heads, sample.days)
            (entry.hours, entry.time) = (sample.days * 7, LineTime(month: sample.month, part: sample.part))
            (entry.institution, entry.place, entry.fundedBy) = ("市委党校", "市委党校", "干部教育培训经费")
            try perform(EnterInLibrary<LineTemplate>(entry: entry), on: day)
        }
    }

    /// What happened to this year's after it was issued.
    private func adjust(_ made: [String: String], _ year: Int) throws {
        func line(_ title: String) -> String { made[title] ?? "" }
        func number(_ number: Int) -> String { "组干教〔\(year)〕\(number)号" }
        let moved = try database.read { try $0.one(ProgrammeLine.self, line("创新驱动专题班"), for: .everybody) }
        if let moved {
            var adjustment = LineAdjustment(moved.scheme)
            adjustment.time = LineTime(month: 12, part: .early)
            (adjustment.reason, adjustment.paper) = ("与全市产业大会时间冲突，推迟举办", number(11))
            try perform(AdjustLine(record: moved.code, adjustment: adjustment), on: day(year, 6, 2))
        }
        try perform(
            MergeLine(
                record: line("公文写作和处理专题班"),
                merging: LineMerging(
                    into: line("政务公文写作专题班"), reason: "内容和对象相近，合并举办", paper: number(12))), on: day(year, 6, 3))
        try perform(
            CancelLine(record: line("葡萄酒产业专题班"), reason: "改由自治区主管部门统一举办", paper: number(13)), on: day(year, 6, 20))
        try issue(year, on: day(year, 7, 10))
        // Added since, and not issued yet.
        if let sample = Self.lines.last, day(year, 9, 8) <= until {
            _ = try include(sample, in: year, paper: number(21), on: day(year, 9, 8))
        }
        try perform(
            NoteLineNotHeld(record: line("全域旅游专题班"), reason: "师资没有落实，并入下一年度"), on: day(year, 9, 20))
    }

    /// Next year's: what is copied, what is filed, what came back, what is a draft.
    private func next(_ year: Int) throws {
        let start = day(year - 1, 10, 20)
        for (place, sample) in Self.lines.prefix(8).enumerated() {
            let code = try draft(sample, in: year, on: start)
            if place >= 6 { continue }
            try perform(ConfirmLine(record: code), by: clerk(sample), on: start + 6)
            switch place {
            case 0, 1, 2: try decide(code, .include, on: start + 12)
            case 3: try decide(code, .sendBack, "请与上年度完成情况核对，压减期数", on: start + 12)
            default: break
            }
        }
    }

    private func open(_ year: Int) throws {
        try perform(
            OpenProgramme(draft: ProgrammeDraft(year: year, notes: "各单位按需申报，同类班次合并举办，不得以会代训")),
            on: day(year - 1, 10, 15))
    }

    private func clerk(_ sample: Sample) -> Reader { organisers[sample.organiser % organisers.count].clerk }

    private func draft(_ sample: Sample, in year: Int, on day: Day) throws -> String {
        var scheme = LineScheme()
        (scheme.programme, scheme.title, scheme.kind) = (String(year), sample.title, sample.kind)
        (scheme.organiser, scheme.institution) = (organisers[sample.organiser % organisers.count].unit, "市委党校")
        (scheme.audience, scheme.topics, scheme.target) = (sample.audience, sample.topics, "各单位分管负责人和业务骨干")
        (scheme.runs, scheme.heads, scheme.days) = (sample.runs, sample.heads, sample.days)
        (scheme.hours, scheme.time) = (sample.days * 7, LineTime(month: sample.month, part: sample.part))
        (scheme.place, scheme.fundedBy, scheme.contact) = ("市委党校", "干部教育培训经费", "干部教育科 6012345")
        scheme.amount = Money(fen: scheme.personDays * 40_000)
        scheme.purpose = "围绕岗位需要，提升专业能力"
        return try database.perform(DraftLine(scheme: scheme), by: clerk(sample), on: min(day, until)).code
    }

    private func include(_ sample: Sample, in year: Int, paper: String = "", on late: Day? = nil) throws -> String {
        let filed = min(late ?? day(year - 1, 12, 10), until)
        let code = try draft(sample, in: year, on: filed)
        try perform(ConfirmLine(record: code), by: clerk(sample), on: filed)
        try decide(code, .include, paper.isEmpty ? "" : "落实市委重点工作要求，增加举办", paper, on: min(filed + 5, until))
        return code
    }

    private func decide(
        _ code: String, _ answer: LineDecision.Answer, _ remark: String = "", _ paper: String = "", on day: Day
    ) throws {
        try perform(
            DecideLine(record: code, decision: LineDecision(answer: answer, remark: remark, paper: paper)), on: day)
    }

    private func issue(_ year: Int, on day: Day) throws {
        let draft = IssueDraft(
            number: "组通字〔\(year)〕\(day.month)号", issued: min(day, until), issuer: "市委组织部",
            notes: "各单位请于开班前提前申请办班。")
        try perform(IssueProgramme(record: String(year), draft: draft), on: day)
    }

    /// What would come after the town's last day has not happened.
    private func perform(_ act: some Act, by reader: Reader? = nil, on day: Day) throws {
        guard day <= until else { return }
        _ = try database.perform(act, by: reader ?? office, on: day)
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day) ?? until }
}
