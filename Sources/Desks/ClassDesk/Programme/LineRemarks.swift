import Pages
import Records
import Store
import Vocabulary

extension LineScheme {
    /// What the rules would not have, and what looks like a mistake: shown before it is filed, never refused.
    func remarks(besides code: String = "", filed: Day, _ ask: Ask) throws -> [Words] {
        var found: [Words] = []
        let rules = try ask.programmeRules
        if let last = rules.fileBy(in: year), filed > last {
            found.append(
                Words("上报截止日期是\(last.iso)，按迟报显示", "Lines were due on \(last.iso): it is shown as late"))
        }
        let same = try ask.all(
            ProgrammeLine.self,
            where: """
                \(SQL.allBut(code)) and programme = \(programme) and title = \(title)
                and stage not in (\(list: [LineStage.merged, .cancelled]))
                """, order: "code", limit: 1)
        if let twin = same.first {
            found.append(
                Words("同一年度已有同名项目：\(twin.code)，可以考虑合并", "The year has a line of this name: \(twin.code); merge them?"))
        }
        for other in try inTheSameMonth(besides: code, ask) {
            found.append(
                Words(
                    "\(time.words.zh)同一类干部还有“\(other.title)”（\(other.scheme.time.words.zh)）",
                    "“\(other.title)” is for the same people in the same month"))
        }
        let classRules = try ask.classRules
        let ceiling = Money(fen: personDays * classRules.costADay * 100)
        if amount > ceiling {
            found.append(
                Words(
                    "经费\(amount.grouped)元，超过综合定额\(ceiling.grouped)元（\(personDays)人天，未计师资费）",
                    "\(amount.grouped) yuan are above the ceiling of \(ceiling.grouped) for \(personDays) person-days"))
        }
        return found
    }

    /// Other lines of the same month for the same categories.
    private func inTheSameMonth(besides code: String, _ ask: Ask) throws -> [ProgrammeLine] {
        guard !audience.isEmpty else { return [] }
        return try ask.all(
            ProgrammeLine.self,
            where: """
                \(SQL.allBut(code)) and programme = \(programme) and month = \(time.month)
                and stage not in (\(list: [LineStage.merged, .cancelled]))
                and code in (select line from line_audiences where category in (\(list: audience.map(\.rawValue))))
                """, order: "code", limit: 5
        ).filter { time.part == .whole || $0.scheme.time.part == .whole || $0.scheme.time.part == time.part }
    }
}

extension ClassScheme {
    /// The application for one run of a line, with what the line says; days are chosen by whoever applies.
    init(_ line: ProgrammeLine, run: Int) {
        self.init()
        let scheme = line.scheme
        (title, self.run, kind, standing) = (scheme.title, run, scheme.kind, .planned)
        (self.line, organiser, institution) = (line.code, scheme.organiser, scheme.institution)
        (audience, target, heads, hours) = (scheme.audience, scheme.target, scheme.heads, scheme.hours)
        (topics, fundedBy) = (scheme.topics, scheme.fundedBy)
        // Where it is to be held is known; when, whoever applies says.
        if !scheme.place.isEmpty {
            parts = [ClassPart(from: .unset, to: .unset, place: scheme.place, institution: "", way: .classroom)]
        }
    }
}

extension Reading {
    /// The application for the next run of a line.
    func nextRun(of line: ProgrammeLine) throws -> ClassScheme {
        let runs = try all(
            TrainingClass.self, for: .everybody,
            where: "line = \(line.code) and stage <> \(ClassStage.cancelled)", order: "run")
        return ClassScheme(line, run: (runs.last?.scheme.run ?? 0) + 1)
    }
}

extension ClassScheme {
    /// What would be untrue of the line that it names.
    func lineProblems(besides code: String = "", in reading: some Reading) throws -> [ClassProblem] {
        guard !line.isEmpty else { return [] }
        guard let found = try reading.one(ProgrammeLine.self, line, for: .everybody), found.stage == .included,
            found.scheme.organiser == organiser
        else { return [.otherLine(line)] }
        let others = try reading.count(
            TrainingClass.self, for: .everybody,
            where: "line = \(line) and \(SQL.allBut(code)) and stage <> \(ClassStage.cancelled)")
        return others >= found.scheme.runs ? [.noRunsLeft(found.scheme.runs)] : []
    }
}

extension TrainingClass {
    /// The line of the programme that an application names, of those that have runs left.
    static let lineOptions: @Sendable (Query, Naming) throws -> [FormOption] = { typed, naming in
        let own = typed["line"] ?? ""
        return try naming.once("lines to apply for \(own)") {
            try naming.reading.all(
                ProgrammeLine.self, for: .everybody,
                where: """
                    stage = \(LineStage.included) and (code = \(own.isEmpty ? "-" : own)
                        or runs > (select count(*) from training_classes
                            where training_classes.line = programme_lines.code and \(TrainingClass.isWanted)))
                    """, order: "programme desc, month, code", limit: 1000
            ).filter { try naming.isWithinReach($0.scheme.organiser) }.map {
                let words = "\($0.scheme.programme) \($0.title)（\($0.scheme.runs)期，\($0.scheme.time.words.zh)）"
                return FormOption($0.code, Words(words, words))
            }
        }
    }
}
