import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

/// What an act on the programme was refused with.
private func refused(_ body: () throws -> Void) -> [LineProblem] {
    do { try body() } catch let refused as Refused { return refused.problems.compactMap { $0 as? LineProblem } } catch {
        return []
    }
    return []
}

/// The county with the programme of 2027 in the making.
struct ProgrammeTown {
    let town: ClassTown
    var database: Database { town.database }

    static let start = day("2026-11-02")

    init(_ engine: TestEngine) throws {
        town = try ClassTown(engine)
        for year in [2026, 2027] {
            try database.perform(OpenProgramme(draft: ProgrammeDraft(year: year)), by: .office, on: Self.start)
        }
    }

    func draft(_ title: String = "城市更新专题班", _ change: (inout LineScheme) -> Void = { _ in }) throws -> ProgrammeLine {
        var scheme = LineScheme()
        (scheme.programme, scheme.title, scheme.organiser) = ("2027", title, "U2")
        (scheme.runs, scheme.heads, scheme.days, scheme.time.month) = (2, 50, 3, 5)
        scheme.amount = Money(fen: 6_000_000)
        change(&scheme)
        return try database.perform(DraftLine(scheme: scheme), by: .clerk, on: Self.start)
    }

    @discardableResult
    func confirm(_ line: ProgrammeLine, by reader: Reader = .clerk) throws -> ProgrammeLine {
        try database.perform(ConfirmLine(record: line.code), by: reader, on: Self.start + 1)
    }

    @discardableResult
    func include(_ line: ProgrammeLine, _ remark: String = "", _ paper: String = "") throws -> ProgrammeLine {
        try confirm(line)
        return try decide(line, LineDecision(answer: .include, remark: remark, paper: paper))
    }

    @discardableResult
    func decide(_ line: ProgrammeLine, _ decision: LineDecision) throws -> ProgrammeLine {
        try database.perform(DecideLine(record: line.code, decision: decision), by: .office, on: Self.start + 2)
    }

    @discardableResult
    func issue(_ number: String = "县组通〔2027〕1号", on iso: String = "2027-03-20") throws -> ProgrammeIssue {
        try database.perform(
            IssueProgramme(
                record: "2027", draft: IssueDraft(number: number, issued: day(iso), issuer: "县委组织部")), by: .office,
            on: day(iso))
    }

    func found(_ line: ProgrammeLine) throws -> ProgrammeLine? {
        try database.read { try $0.one(ProgrammeLine.self, line.code, for: .everybody) }
    }

    /// One run of a line, applied for and approved.
    func applied(_ line: ProgrammeLine, _ change: (inout ClassScheme) -> Void = { _ in }) throws -> TrainingClass {
        var scheme = try database.read { try $0.nextRun(of: line) }
        let sample = ClassScheme.sample()
        (scheme.registration, scheme.opening, scheme.closing) = (
            sample.registration, sample.opening, sample.closing
        )
        (scheme.teacher, scheme.parts, scheme.hours) = (sample.teacher, sample.parts, sample.hours)
        scheme.heads = 3
        change(&scheme)
        return try database.perform(ApplyForClass(scheme: scheme), by: .clerk, on: ClassTown.applied)
    }
}

@Suite("The programme of a year: filed, decided, issued, adjusted") struct ProgrammeTests {
    @Test("a line goes from its draft into the programme; who may not, cannot", arguments: TestEngine.allCases)
    func way(engine: TestEngine) throws {
        let town = try ProgrammeTown(engine)
        #expect(
            refused {
                try town.database.perform(
                    OpenProgramme(draft: ProgrammeDraft(year: 2027)), by: .office, on: ProgrammeTown.start)
            } == [.isOpened("2027")])
        let line = try town.draft()
        #expect(refused { try town.decide(line, LineDecision(answer: .include)) } == [.notToDecide(.draft)])
        #expect(throws: NotAllowed.self) { try town.confirm(line, by: .neighbour) }
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                DecideLine(record: line.code, decision: LineDecision(answer: .include)), by: .clerk,
                on: ProgrammeTown.start)
        }
        try town.confirm(line)
        #expect(refused { try town.confirm(line) } == [.notToConfirm(.filed)])
        #expect(refused { try town.decide(line, LineDecision(answer: .sendBack)) } == [.noReason])
        try town.decide(line, LineDecision(answer: .sendBack, remark: "压减期数"))
        #expect(try town.found(line)?.remark == "压减期数")
        var scheme = line.scheme
        scheme.runs = 1
        try town.database.perform(ChangeLine(record: line.code, scheme: scheme), by: .clerk, on: ProgrammeTown.start)
        try town.include(line)
        #expect(try town.found(line)?.stage == .included)
        #expect(
            refused {
                try town.database.perform(
                    ChangeLine(record: line.code, scheme: line.scheme), by: .clerk, on: ProgrammeTown.start)
            } == [.notToChange(.included)])
        #expect(
            throws: NotAllowed.self, "the office adjusts what is in the programme"
        ) {
            try town.database.perform(
                AdjustLine(record: line.code, adjustment: LineAdjustment(line.scheme)), by: .clerk,
                on: ProgrammeTown.start)
        }
    }

    @Test("what was confirmed and is changed has to be confirmed anew") func again() throws {
        let town = try ProgrammeTown(.current)
        let line = try town.confirm(try town.draft())
        var scheme = line.scheme
        scheme.heads = 60
        let changed = try town.database.perform(
            ChangeLine(record: line.code, scheme: scheme), by: .clerk, on: ProgrammeTown.start)
        #expect(changed.stage == .draft && changed.filed == nil)
    }

    @Test("a site may say that whoever leads a unit confirms its lines") func leader() throws {
        let town = try ProgrammeTown(.current)
        var rules = ProgrammeRules()
        rules.confirmer = .leader
        try town.database.perform(SetProgrammeRules(rules: rules), by: .office, on: ProgrammeTown.start)
        let line = try town.draft()
        #expect(refused { try town.confirm(line) } == [.forTheLeader])
        let leader = Reader(account: "住建局局长", rights: [.see, .lead], unit: "U2")
        #expect(try town.confirm(line, by: leader).stage == .filed)
        rules.fileBy = 231
        #expect(rules.problems == [.noSuchDay])
    }

    @Test("after the issue a line is added or changed by a reason and a paper only, and stays in the versions")
    func issued() throws {
        let town = try ProgrammeTown(.current)
        #expect(refused { try town.issue() } == [.nothingToIssue])
        let (one, two, three) = (try town.draft("甲班"), try town.draft("乙班"), try town.draft("丙班"))
        for line in [one, two, three] { try town.include(line) }
        let first = try town.issue()
        #expect(first.version == 1 && first.lines.count == 3)
        #expect(refused { try town.issue() } == [.sameAsIssued(1)])

        let late = try town.draft("丁班")
        try town.confirm(late)
        #expect(refused { try town.decide(late, LineDecision(answer: .include)) } == [.noReason, .noPaper])
        try town.decide(late, LineDecision(answer: .include, remark: "落实部署", paper: "县组〔2027〕5号"))
        var moved = LineAdjustment(one.scheme)
        moved.time = LineTime(month: 9, part: .early)
        #expect(refused { try town.adjust(one, moved) } == [.noReason, .noPaper])
        (moved.reason, moved.paper) = ("与会议冲突", "县组〔2027〕6号")
        try town.adjust(one, moved)
        #expect(refused { try town.adjust(one, moved) } == [.nothingChanged])
        let merging = LineMerging(into: one.code, reason: "内容相近", paper: "县组〔2027〕7号")
        #expect(
            refused {
                try town.database.perform(
                    MergeLine(record: one.code, merging: merging), by: .office, on: day("2027-05-02"))
            } == [.intoItself])
        try town.database.perform(MergeLine(record: two.code, merging: merging), by: .office, on: day("2027-05-02"))
        try town.database.perform(
            CancelLine(record: three.code, reason: "不再举办", paper: "县组〔2027〕8号"), by: .office, on: day("2027-05-02"))

        let second = try town.issue("县组通〔2027〕9号", on: "2027-06-01")
        let changes = ProgrammeChanges(from: first.lines, to: second.lines)
        #expect(changes.added.map(\.line.title) == ["丁班"])
        #expect(changes.changed.map(\.line.title) == ["甲班"])
        #expect(changes.gone.map(\.line.fate) == [.merged, .cancelled])
        #expect(changes.gone.map(\.line.why) == ["内容相近（县组〔2027〕7号）", "不再举办（县组〔2027〕8号）"])
        #expect(second.included.count == 2)
        let kept = try town.database.read { try $0.issues(of: "2027") }
        #expect(kept.first?.lines == first.lines, "what was issued stays as it was")
        #expect(refused { try town.issue("文", on: "2027-06-02") } == [.sameAsIssued(2)])
    }

    @Test("last year's lines are copied once, as drafts of those who reach them") func copied() throws {
        let town = try ProgrammeTown(.current)
        for title in ["甲班", "乙班"] { try town.include(try town.draft(title) { $0.programme = "2026" }) }
        _ = try town.draft("草稿班") { $0.programme = "2026" }
        let copy = CopyProgramme(record: "2027", from: "2026")
        #expect(
            refused { try town.database.perform(copy, by: .neighbour, on: ProgrammeTown.start) }
                == [.nothingToCopy("2026")])
        try town.database.perform(copy, by: .clerk, on: ProgrammeTown.start)
        let made = try town.database.read {
            try $0.all(ProgrammeLine.self, for: .everybody, where: "programme = \("2027")", order: "code")
        }
        #expect(made.map(\.title) == ["甲班", "乙班"] && made.allSatisfy { $0.stage == .draft && !$0.source.isEmpty })
        #expect(
            refused { try town.database.perform(copy, by: .clerk, on: ProgrammeTown.start) } == [.nothingToCopy("2026")]
        )
    }

    @Test("runs of a line become so many classes, each of its organiser") func runs() throws {
        let town = try ProgrammeTown(.current)
        let line = try town.include(try town.draft { $0.programme = "2026" })
        let first = try town.applied(line)
        #expect(first.scheme.run == 1 && first.scheme.line == line.code && first.scheme.standing == .planned)
        #expect(refusal { _ = try town.applied(line) { $0.standing = .added } } == [.addedWithLine])
        #expect(refusal { _ = try town.applied(line) { $0.line = "F2026-999999" } } == [.otherLine("F2026-999999")])
        #expect(try town.applied(line).scheme.run == 2)
        #expect(refusal { _ = try town.applied(line) } == [.noRunsLeft(2)])
        let cancel = CancelLine(record: line.code, reason: "不办", paper: "文")
        #expect(
            refused { try town.database.perform(cancel, by: .office, on: ProgrammeTown.start) } == [.hasClasses(2)])
        var smaller = LineAdjustment(line.scheme)
        (smaller.runs, smaller.reason) = (1, "压减")
        #expect(refused { try town.adjust(line, smaller) } == [.fewerThanClasses(2)])
    }

    @Test("that a line was not held is noted once its time is over, and not while a class of it runs") func notHeld()
        throws
    {
        let town = try ProgrammeTown(.current)
        let line = try town.include(
            try town.draft {
                $0.programme = "2026"
                ($0.time, $0.runs) = (LineTime(month: 10, part: .middle), 1)
            })
        let note = NoteLineNotHeld(record: line.code, reason: "师资没有落实")
        #expect(
            refused { try town.database.perform(note, by: .clerk, on: day("2026-10-20")) } == [.notDue("10月中旬")])
        let made = try town.applied(line)
        #expect(refused { try town.database.perform(note, by: .clerk, on: day("2026-10-21")) } == [.hasClasses(1)])
        try town.database.perform(CancelClass(record: made.code, reason: "停"), by: .clerk, on: day("2026-10-21"))
        #expect(try town.database.perform(note, by: .clerk, on: day("2026-10-21")).stage == .notHeld)
    }

    @Test(
        "what was merged, cancelled or noted as not held is taken up again, by a reason and after the issue by a paper")
    func restored() throws {
        let town = try ProgrammeTown(.current)
        func restore(_ line: ProgrammeLine, _ paper: String = "", by reader: Reader = .office) throws -> ProgrammeLine {
            try town.database.perform(
                RestoreLine(record: line.code, reason: "仍需举办", paper: paper), by: reader, on: day("2027-05-03"))
        }
        let (one, two) = (try town.include(try town.draft("甲班")), try town.include(try town.draft("乙班")))
        let draft = try town.draft("丙班")
        #expect(refused { _ = try restore(one) } == [.notGone(.included)])
        try town.database.perform(
            CancelLine(record: draft.code, reason: "不报", paper: ""), by: .clerk, on: ProgrammeTown.start)
        #expect(throws: NotAllowed.self) { _ = try restore(draft, by: .clerk) }
        #expect(try restore(draft).stage == .draft, "it never was in the programme")
        let first = try town.issue()
        let merging = LineMerging(into: one.code, reason: "内容相近", paper: "县组〔2027〕7号")
        try town.database.perform(MergeLine(record: two.code, merging: merging), by: .office, on: day("2027-05-02"))
        #expect(refused { _ = try restore(two) } == [.noPaper])
        let restored = try restore(two, "县组〔2027〕8号")
        #expect(restored.stage == .included && restored.into.isEmpty)
        #expect(refused { try town.issue("文", on: "2027-03-19") } == [.issuedBefore(day("2027-03-20"))])
        let second = try town.issue("县组通〔2027〕9号", on: "2027-06-01")
        #expect(ProgrammeChanges(from: first.lines, to: second.lines).changed.map(\.line.why) == ["仍需举办（县组〔2027〕8号）"])
    }

    @Test("a line begins with a template of its kind, which stays as it is", arguments: TestEngine.allCases)
    func templates(engine: TestEngine) throws {
        let town = try ProgrammeTown(engine)
        var entry = LineTemplateEntry()
        (entry.title, entry.kind, entry.heads, entry.days) = ("市管干部进修班", .main, 45, 10)
        (entry.audience, entry.topics, entry.time) = ([.cityManaged], [.theory], LineTime(month: 3, part: .early))
        let template = try town.database.perform(
            EnterInLibrary<LineTemplate>(entry: entry), by: .office, on: ProgrammeTown.start)
        func draft(_ use: TemplateUse, by reader: Reader = .clerk) throws -> ProgrammeLine {
            try town.database.perform(
                DraftFromTemplate(template: template.code, use: use), by: reader, on: ProgrammeTown.start)
        }
        let line = try draft(TemplateUse(programme: "2027", organiser: "U2"))
        #expect(line.stage == .draft && line.scheme.organiser == "U2" && line.scheme.time == entry.time)
        #expect(line.scheme.audience == [.cityManaged] && line.scheme.topics == [.theory] && line.scheme.days == 10)
        #expect(refused { _ = try draft(TemplateUse(programme: "2031", organiser: "U2")) } == [.unknown("2031")])
        #expect(throws: NotAllowed.self) { _ = try draft(TemplateUse(programme: "2027", organiser: "U3")) }
        #expect(throws: NotAllowed.self) {
            try town.database.perform(EnterInLibrary<LineTemplate>(entry: entry), by: .clerk, on: ProgrammeTown.start)
        }
        try town.database.perform(
            StopUsing<LineTemplate>(record: template.code, reason: "不再举办"), by: .office, on: ProgrammeTown.start)
        #expect(throws: Refused.self) { _ = try draft(TemplateUse(programme: "2027", organiser: "U2")) }
        #expect(try town.found(line)?.title == "市管干部进修班")
        #expect(try town.database.faults().isEmpty)
    }

    @Test("on every day each line is in exactly the list of its state", arguments: TestEngine.allCases)
    func states(engine: TestEngine) throws {
        let town = try ProgrammeTown(engine)
        func past(_ title: String, _ part: MonthPart) throws -> ProgrammeLine {
            try town.draft(title) {
                ($0.programme, $0.runs, $0.time) = ("2026", 1, LineTime(month: 10, part: part))
            }
        }
        _ = try town.draft("草稿")
        try town.confirm(try town.draft("已报"))
        let returned = try town.confirm(try town.draft("退回"))
        try town.decide(returned, LineDecision(answer: .sendBack, remark: "改"))
        for part in MonthPart.allCases { try town.include(try past("列入\(part.rawValue)", part)) }
        let adjusted = try town.include(try past("调整", .late))
        var moved = LineAdjustment(adjusted.scheme)
        (moved.time.month, moved.reason) = (12, "推迟")
        try town.adjust(adjusted, moved)
        let target = try town.include(try past("并入", .late))
        let merged = try town.include(try past("合并", .late))
        try town.database.perform(
            MergeLine(record: merged.code, merging: LineMerging(into: target.code, reason: "相近")), by: .office,
            on: ProgrammeTown.start)
        let cancelled = try town.include(try past("取消", .late))
        try town.database.perform(
            CancelLine(record: cancelled.code, reason: "不办", paper: ""), by: .office, on: ProgrammeTown.start)
        let notHeld = try town.include(try past("未办", .early))
        try town.database.perform(NoteLineNotHeld(record: notHeld.code, reason: "停"), by: .clerk, on: day("2026-11-03"))
        let held = try town.include(try past("已办", .late))
        let made = try town.applied(held)
        try town.hold(made)

        var seen: Set<LineState> = []
        for today in [
            "2026-10-05", "2026-10-10", "2026-10-11", "2026-10-20", "2026-10-21", "2026-10-31", "2026-11-01",
            "2027-01-01",
        ].map(day) {
            try town.database.read { reading in
                for line in try reading.all(ProgrammeLine.self, for: .everybody, order: "code") {
                    let state = line.state(on: today, closed: try reading.closedClasses(ofLine: line.code))
                    seen.insert(state)
                    let lists = try LineState.allCases.filter { state in
                        try reading.count(
                            ProgrammeLine.self, for: .everybody,
                            where: "code = \(line.code) and \(state.condition(on: today))") == 1
                    }
                    #expect(lists == [state], "\(line.title) \(today.iso)")
                }
            }
        }
        #expect(seen == Set(LineState.allCases))
    }
}

extension ProgrammeTown {
    func adjust(_ line: ProgrammeLine, _ adjustment: LineAdjustment) throws {
        try database.perform(
            AdjustLine(record: line.code, adjustment: adjustment), by: .office, on: day("2027-05-01"))
    }

    /// A class goes all its way, with one trainee, and is closed.
    func hold(_ made: TrainingClass) throws {
        try database.perform(
            DecideClass(record: made.code, isApproved: true, remark: ""), by: .office, on: day("2026-09-03"))
        try database.perform(
            IssueCallUp(
                record: made.code,
                notice: CallUpNotice(
                    deadline: day("2026-10-08"), contact: "李文", quotas: [ClassQuota(unit: "U2", seats: 2)])),
            by: .office, on: day("2026-09-10"))
        try town.name("P1", for: made)
        try town.arrive(at: made)
        try town.planned(made)
        for (offset, half) in [(0, HalfDay.morning), (0, .afternoon), (1, .morning)] {
            try town.call(made, ClassHalf(day: made.scheme.opening + offset, half: half))
        }
        try town.close(made)
    }
}
