import Records
import Storage
import Store
import TestEngines
import Testing
import Training
import Vocabulary

@testable import ClassDesk

@Suite("Who can be in a class, and who is called up by name") struct SeatsByNameTests {
    private func bars(_ town: ClassTown, _ person: String, _ made: TrainingClass) throws -> [SeatBar] {
        try town.database.read { reading in
            guard let found = try reading.person(code: person) else { return [] }
            return try reading.eligibility(for: made, of: [person]).bars(
                found, holding: reading.categories(of: person, on: day("2026-09-20")))
        }
    }

    private func issue(
        _ town: ClassTown, _ made: TrainingClass, named: [String], seats: Int = 2, by reader: Reader = .office
    ) throws {
        try town.database.perform(
            IssueCallUp(
                record: made.code,
                notice: CallUpNotice(
                    number: "", deadline: day("2026-10-08"), contact: "李文", notes: "",
                    quotas: [ClassQuota(unit: "U2", seats: seats)], named: named)), by: reader, on: day("2026-09-20"))
    }

    @Test("each thing that stands against somebody has its own words", arguments: TestEngine.allCases)
    func reasons(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let first = try town.calledUp()
        try town.name("P1", for: first)
        #expect(try bars(town, "P1", first) == [.onRoster(.nominated)])
        #expect(try bars(town, "P2", first) == [])
        // The same days, the same kind, and once more than the rule allows.
        let same = try town.calledUp { $0.title = "同期班" }
        #expect(try bars(town, "P1", same) == [.elsewhere("城市更新专题班"), .alike("城市更新专题班")])
        let later = try town.calledUp {
            ($0.title, $0.kind) = ("主体班", .main)
            ($0.registration, $0.opening, $0.closing) = (day("2026-11-01"), day("2026-11-02"), day("2026-11-03"))
            $0.parts = []
        }
        #expect(try bars(town, "P1", later) == [], "another kind, other days, the second of two")
        var rules = ClassRules()
        rules.callUpsAYear = 1
        // Born in January 1980: at 46 and 9 months in October 2026, with a pension at 47 and a half year to go.
        rules.seats.womenRetire = 47
        rules.seats.retireWithin = 6
        try town.database.perform(SetClassRules(rules: rules), by: .office, on: day("2026-09-20"))
        #expect(
            try bars(town, "P1", later) == [.calledUp(times: 2, limit: 1), .retiring(day("2027-01-01"))])
        rules.seats.retireWithin = 0
        try town.database.perform(SetClassRules(rules: rules), by: .office, on: day("2026-09-21"))
        let meant = try town.calledUp {
            ($0.title, $0.audience) = ("市管干部班", [.cityManaged])
            ($0.registration, $0.opening, $0.closing) = (day("2026-12-01"), day("2026-12-02"), day("2026-12-03"))
            $0.parts = []
        }
        #expect(try bars(town, "P2", meant) == [.notMeant])
    }

    @Test(
        "who is called up by name stands on the roster, beside the quota of their unit", arguments: TestEngine.allCases)
    func beside(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let made = try town.calledUp(quotas: [ClassQuota(unit: "U2", seats: 2)])
        try issue(town, made, named: ["P6"])
        let called = try town.trainee("P6", of: made)
        #expect(
            called.way == .beside && called.stage == .nominated && called.unit == "U3",
            "the one right beneath the county")
        try town.name("P1", "P2", for: made)
        #expect(try town.trainee("P2", of: made).stage == .nominated, "both seats are the unit's own still")
        #expect(refusal { try issue(town, made, named: ["P6", "P5"]) } == [.overHeads(seats: 4, heads: 3)])
        #expect(refusal { try issue(town, made, named: ["P6"]) } == [.nothingChanged])
        // A correction that names somebody no more takes them off.
        try issue(town, made, named: ["P5"])
        #expect(try town.trainee("P6", of: made).stage == .returned)
        #expect(try town.trainee("P5", of: made).way == .beside)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("by the site's rule they take a seat, and are refused where there is none", arguments: TestEngine.allCases)
    func within(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        var rules = ClassRules()
        rules.seats.named = .within
        try town.database.perform(SetClassRules(rules: rules), by: .office, on: day("2026-09-01"))
        let made = try town.calledUp(quotas: [ClassQuota(unit: "U2", seats: 2)])
        #expect(refusal { try issue(town, made, named: ["P6"]) } == [.noQuota("学员6")])
        #expect(
            refusal { try issue(town, made, named: ["P1", "P2", "P3"]) }
                == [.namedOverQuota(unit: "县住建局", seats: 2)])
        try issue(town, made, named: ["P1"])
        try town.name("P2", "P3", for: made)
        #expect(try town.trainee("P2", of: made).stage == .nominated)
        #expect(try town.trainee("P3", of: made).stage == .waiting)
    }

    @Test("nobody is called up who is in another class then, or who has arrived and is to be taken off")
    func refused() throws {
        let town = try ClassTown(.sqlite)
        let made = try town.calledUp(quotas: [ClassQuota(unit: "U2", seats: 2)])
        let other = try town.calledUp { $0.title = "同期班" }
        try town.name("P1", for: other)
        #expect(
            refusal { try issue(town, made, named: ["P1"]) } == [.notCalled("学员1", .elsewhere("同期班"))])
        try issue(town, made, named: ["P4"])
        try town.arrive(at: made)
        #expect(refusal { try issue(town, made, named: []) } == [.calledAndHere("学员4")])
        #expect(throws: NotAllowed.self) { try issue(town, made, named: [], by: .clerk) }
    }

    @Test(
        "the last class of each is told by what stands, and people by the categories that they hold",
        arguments: TestEngine.allCases)
    func known(engine: TestEngine) throws {
        let town = try ClassTown(engine)
        let draft = ActivityDraft(
            kind: .mainClass, title: "春季主体班", organiser: "U2", from: day("2026-03-02"), to: day("2026-03-06"),
            hours: 40,
            participants: [
                ParticipantDraft(person: "P1", hours: 40), ParticipantDraft(person: "P2", hours: 8, completed: false),
                ParticipantDraft(person: "P3", role: .speaker, hours: 4),
            ])
        let reported = try town.database.perform(ReportActivity(draft), by: .office, on: day("2026-03-10"))
        func last(_ kinds: Set<ActivityKind>) throws -> [String: Day] {
            try town.database.read { try $0.lastTraining(of: ["P1", "P2", "P3", "P4"], in: kinds) }
        }
        #expect(try last([.mainClass, .specialClass]) == ["P1": day("2026-03-06")])
        #expect(try last([.lecture]).isEmpty && last([]).isEmpty)
        try town.database.perform(
            VoidRecord(RecordReference(.activity, reported.activity.code), reason: "重复"), by: .office,
            on: day("2026-03-11"))
        #expect(try last([.mainClass]).isEmpty)
        var book = RecordBook()
        book.categories = [("P1", day("2026-09-01")), ("P5", nil), ("P6", nil)].map { person, until in
            CategoryHolding(
                code: "C\(person)", person: person, category: person == "P6" ? .professional : .teamMember,
                dated: Dated(from: day("2024-01-01"), until: until, recorded: day("2024-01-01")))
        }
        try town.database.write(by: "test") { try $0.insert(book) }
        func staff(_ categories: [PersonCategory], beneath unit: String? = nil) throws -> [String] {
            try town.database.read { reading in
                var question = StaffQuestion(on: day("2026-09-20"))
                (question.categories, question.unit) = (categories, unit)
                return try reading.staff(question, offset: 0, limit: 10).map(\.person.code)
            }
        }
        #expect(try staff([.teamMember]) == ["P5"], "P1 held it until the first")
        #expect(try staff([.teamMember, .professional], beneath: "U3") == ["P5", "P6"])
        #expect(try staff([.teamMember], beneath: "U2").isEmpty && staff([]).count == 7)
    }
}
