import Records
import Storage
public import Store
public import Vocabulary

/// Classes of a sample town: some in every state on its last day, and those of the year's programme whose time has come;
/// done by the acts themselves.
public struct SampleClasses {
    let database: Database
    let until: Day

    public init(in database: Database, until: Day) {
        self.database = database
        self.until = until
    }

    private static let office = Reader(account: "市委组织部", rights: [.see, .report, .plan, .teach])

    struct Sample {
        var title: String
        var kind: ClassKind
        /// Days from the town's last to the opening, and of the class.
        var opens: Int
        var days: Int
        var state: ClassState
        var heads = 24
        /// The line that it is a run of, where it is not called as it is.
        var line: String?
        /// Its organiser among those of the town; nil: by its own number.
        var organiser: Int?
    }

    private static let samples = [
        Sample(title: "中青年干部主体班", kind: .main, opens: -220, days: 10, state: .closed),
        Sample(title: "基层党员干部示范培训班", kind: .demonstration, opens: -160, days: 5, state: .closed),
        Sample(title: "数字政府能力提升专题班", kind: .special, opens: -75, days: 5, state: .closed),
        Sample(title: "乡村振兴专题班", kind: .special, opens: -40, days: 5, state: .closeOverdue),
        Sample(title: "应急管理专题班", kind: .special, opens: -9, days: 5, state: .toClose),
        Sample(title: "市管干部研修班", kind: .main, opens: -3, days: 8, state: .running),
        Sample(title: "招商引资能力提升专题班", kind: .special, opens: 9, days: 5, state: .preparing),
        Sample(title: "新任职干部培训班", kind: .newChiefs, opens: 23, days: 15, state: .preparing),
        Sample(title: "城市更新专题班", kind: .special, opens: 30, days: 4, state: .toCallUp),
        Sample(title: "法治思维专题班", kind: .special, opens: 40, days: 4, state: .toApprove),
        Sample(title: "统计业务培训班", kind: .professional, opens: 28, days: 3, state: .returned),
        Sample(title: "网络舆情专题班", kind: .special, opens: 20, days: 3, state: .cancelled),
    ]

    /// Does nothing where the town has not enough units with people.
    @discardableResult
    public func make() throws -> Int {
        let homes = try homes()
        guard homes.count >= 8 else { return 0 }
        // A sample town has no files: papers are asked for once its past classes are closed.
        var rules = ClassRules()
        rules.papers = .notAsked
        try database.perform(SetClassRules(rules: rules), by: Self.office, on: until)
        let library = try SampleLibrary(in: database, until: until)
        let lines = try programme(homes)
        var taken = Taken()
        let all = Self.samples + runs
        for (number, sample) in all.enumerated() {
            try make(sample, number, homes, library, line: lines[sample.line ?? sample.title] ?? "", &taken)
        }
        try database.perform(SetClassRules(rules: ClassRules()), by: Self.office, on: until)
        try SampleClaims(database: database, until: until).make()
        return all.count
    }

    /// The runs of the year's lines that are over by the town's last day, three weeks apart; at most so many people each.
    private var runs: [Sample] {
        SampleProgramme.held.flatMap { line in
            (0..<line.runs).compactMap { run -> Sample? in
                guard let month = Day(year: until.year, month: line.month, day: 8) else { return nil }
                let opens = month + 21 * run - until
                guard opens + line.days < -8, opens > -300 else { return nil }
                return Sample(
                    title: line.runs > 1 ? "\(line.title)（第\(run + 1)期）" : line.title, kind: line.kind, opens: opens,
                    days: min(line.days, 10), state: .closed, heads: min(line.heads, 100), line: line.title,
                    organiser: line.organiser)
            }
        }
    }

    /// When people sit in which class: nobody is in two at a time.
    private struct Taken {
        private var spans: [String: [ClosedRange<Day>]] = [:]

        /// So many who are free, who then are not: those who sat in the fewest classes before, the first of them first.
        /// - Parameter first: who comes before all.
        mutating func take(
            _ count: Int, of people: [String], first: String?, for days: ClosedRange<Day>
        ) -> [String] {
            func rank(_ person: (offset: Int, element: String)) -> (Int, Int) {
                person.element == first ? (-1, 0) : (spans[person.element]?.count ?? 0, person.offset)
            }
            let free = people.enumerated().filter { !spans[$0.element, default: []].contains { $0.overlaps(days) } }
                .sorted { rank($0) < rank($1) }.prefix(count).map(\.element)
            for person in free { spans[person, default: []].append(days) }
            return free
        }
    }

    private struct Home {
        var unit: OrgUnit
        var people: [String]
        var clerk: Reader { Reader(account: "\(unit.name)联络员", rights: [.see, .report], unit: unit.code) }
    }

    private func homes() throws -> [Home] {
        try database.read { reading in
            try reading.units().filter { $0.kind == .department && $0.span.contains(until) }.compactMap { unit in
                let people = try reading.persons(at: unit.code, on: until, limit: 30).persons.map(\.code)
                return people.count >= 6 ? Home(unit: unit, people: people) : nil
            }
        }
    }

    /// The programmes that the classes are runs of; one class was never in any.
    private func programme(_ homes: [Home]) throws -> [String: String] {
        let lines = Self.samples.enumerated().filter { $0.element.state != .returned }.map { number, sample in
            let opens = until + sample.opens
            return (
                sample: SampleProgramme.Sample(
                    title: sample.title, kind: sample.kind, runs: number.isMultiple(of: 5) ? 2 : 1, heads: 24,
                    days: sample.days, month: opens.month, topics: sample.kind == .special ? [.targeted] : [],
                    organiser: number), year: opens.year
            )
        }
        return try SampleProgramme(
            database: database, until: until, office: Self.office,
            organisers: homes.map { .init(unit: $0.unit.code, clerk: $0.clerk) }
        ).make(lines)
    }

    private func make(
        _ sample: Sample, _ number: Int, _ homes: [Home], _ library: SampleLibrary, line: String, _ taken: inout Taken
    ) throws {
        let organiser = homes[(sample.organiser ?? number) % homes.count]
        let opens = SampleLibrary.opening(until + sample.opens, isNear: abs(sample.opens) <= 12)
        let filed = min(opens - 25, until)
        var scheme = self.scheme(sample, number, organiser, opens)
        (scheme.line, scheme.standing) = (line, line.isEmpty ? .added : .planned)
        if !line.isEmpty { scheme.topics = sample.kind == .special ? [.targeted] : [] }
        let made = try database.perform(ApplyForClass(scheme: scheme), by: organiser.clerk, on: filed)
        switch sample.state {
        case .toApprove: return
        case .returned:
            try database.perform(
                DecideClass(record: made.code, isApproved: false, remark: "请补充师资安排，并与年度计划核对人数"), by: Self.office,
                on: min(filed + 3, until))
            return
        case .cancelled:
            try database.perform(
                CancelClass(record: made.code, reason: "与全市会议冲突，今年不再举办"), by: organiser.clerk,
                on: min(filed + 2, until))
            return
        default:
            try database.perform(
                DecideClass(record: made.code, isApproved: true, remark: ""), by: Self.office, on: min(filed + 3, until)
            )
        }
        if sample.state == .toCallUp { return }
        try callUp(made, sample, number, homes, library, &taken)
    }

    private func scheme(_ sample: Sample, _ number: Int, _ organiser: Home, _ opens: Day) -> ClassScheme {
        var scheme = ClassScheme()
        scheme.title = sample.title
        scheme.kind = sample.kind
        scheme.basis = "市委干部教育工作要点"
        scheme.organiser = organiser.unit.code
        scheme.institution = "市委党校"
        scheme.target = "各单位分管负责人和业务骨干"
        scheme.heads = sample.heads
        (scheme.registration, scheme.opening, scheme.closing) = (opens - 1, opens, opens + sample.days - 1)
        scheme.hours = SampleLibrary.taughtDays(of: scheme).count * 7
        scheme.teacher = organiser.people[0]
        scheme.parts = [
            ClassPart(
                from: opens - 1, to: opens + sample.days - 1, place: "市委党校第二教学楼", institution: "市委党校",
                way: .classroom)
        ]
        scheme.budget = budget(of: scheme)
        scheme.fundedBy = "干部教育培训经费"
        return scheme
    }

    private func callUp(
        _ made: TrainingClass, _ sample: Sample, _ number: Int, _ homes: [Home], _ library: SampleLibrary,
        _ taken: inout Taken
    ) throws {
        let scheme = made.scheme
        let issued = min(scheme.registration - 12, until)
        let each = 3
        var units = (0..<min(homes.count, (sample.heads + each - 1) / each)).map { homes[(number + $0) % homes.count] }
        // Whoever a visitor looks as is in the class that runs: their own pages have something to show.
        let visitor = try sample.state == .running ? visitor() : nil
        if let visitor {
            units = Array(([visitor] + units.filter { $0.unit.code != visitor.unit.code }).prefix(units.count))
        }
        try database.perform(
            IssueCallUp(
                record: made.code,
                notice: CallUpNotice(
                    number: "组通字〔\(scheme.opening.year)〕\(number + 1)号", deadline: scheme.registration - 3,
                    contact: "干部教育科 0951-6012345", notes: "请按时报到，不带随行人员",
                    quotas: units.enumerated().map { place, home in
                        ClassQuota(unit: home.unit.code, seats: min(each, sample.heads - each * place))
                    })), by: Self.office, on: issued)
        for home in units {
            // Those who served there then. All seats are filled, and with some classes somebody more waits.
            let serving = try people(of: home.unit.code, on: issued)
            let people = taken.take(
                number.isMultiple(of: 3) ? each + 1 : each, of: rotated(serving, by: number * 4),
                first: visitor?.people.first, for: scheme.registration...scheme.closing)
            if people.isEmpty { continue }
            try database.perform(Nominate(record: made.code, people: people), by: home.clerk, on: issued)
        }
        if scheme.opening > until + 10 { return }
        try settle(.nominated, of: made) {
            AcceptTrainee(trainee: $0)
        } on: {
            issued + 2
        }
        let sessions = library.sessions(of: scheme, number: number)
        try database.perform(
            KeepTimetable(record: made.code, sheet: TimetableSheet(sessions: sessions)), by: Self.office,
            on: min(scheme.registration - 3, until))
        if scheme.registration > until { return }
        try teach(made, sample, sessions)
    }

    private func visitor() throws -> Home? {
        try database.read { reading in
            guard let post = try reading.somePost(on: until), let unit = try reading.unit(code: post.unit) else {
                return nil
            }
            return Home(unit: unit, people: [post.person])
        }
    }

    private func people(of unit: String, on day: Day) throws -> [String] {
        try database.read { try $0.persons(at: unit, on: day, limit: 60).persons.map(\.code) }
    }

    private func rotated(_ people: [String], by number: Int) -> [String] {
        guard !people.isEmpty else { return [] }
        let start = number % people.count
        return Array(people[start...] + people[..<start])
    }

    private func settle<A: Act>(
        _ stage: TraineeStage, of made: TrainingClass, _ act: (String) -> A, on day: () -> Day
    ) throws {
        let codes = try database.read { reading in
            try reading.keys(
                Trainee.self, for: .everybody, where: "class = \(made.code) and stage = \(stage)", order: "code")
        }
        try database.performAll(codes.map(act), by: Self.office, on: day())
    }

    private func teach(_ made: TrainingClass, _ sample: Sample, _ sessions: [ClassSession]) throws {
        let scheme = made.scheme
        let all = try database.read { reading in
            try reading.all(Trainee.self, for: .everybody, where: "class = \(made.code)", order: "code").filter {
                $0.stage == .accepted
            }
        }
        // One of a class does not come: struck before anything counts.
        try database.performAll(
            all.enumerated().map { place, trainee -> any Act in
                place == 1
                    ? NoteMissing(trainee: trainee.code, reason: "临时出差") : NoteArrival(trainee: trainee.code)
            }, by: Self.office, on: scheme.registration)
        let present = all.enumerated().filter { $0.offset != 1 }.map(\.element)
        for (place, session) in sessions.enumerated() where session.day <= until {
            // The last afternoon of a class that is still to be closed was not called yet.
            if sample.state != .closed, session.day > until - 1 || place == sessions.count - 1 { continue }
            var marks: [String: RollMark.Mark] = [:]
            if place == 2, let first = present.first { marks[first.person] = .leave }
            if place == 3, let second = present.dropFirst().first { marks[second.person] = .late }
            try database.perform(
                CallRoll(code: made.code, place: ClassHalf(day: session.day, half: session.half), marks: marks),
                by: Self.office, on: session.day)
        }
        if sample.state == .running { try leave(in: made, present, by: Self.office) }
        try spend(made, in: database, until: until, by: Self.office)
        if sample.state == .closed { try close(made, present) }
    }

    private func close(_ made: TrainingClass, _ present: [Trainee]) throws {
        let scheme = made.scheme
        if scheme.kind.hasProofs {
            try database.performAll(
                present.flatMap { trainee in
                    ProofKind.allCases.map { ConfirmProof(trainee: trainee.code, kind: $0) }
                }, by: Self.office, on: scheme.closing)
        }
        try database.perform(
            CloseClass(
                record: made.code,
                outcome: ClassOutcome(summary: "课程按计划完成，学员反映结合实际；现场教学还可增加。", costs: try costs(of: made))),
            by: Self.office, on: min(scheme.closing + 6, until))
    }
}
