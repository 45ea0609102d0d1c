import Formats
import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// What a sheet says of one contestant of an event: theory, time, and what each judge gave (评分汇总表). An empty cell leaves what
/// stands.
struct EventLine: Sendable, Hashable {
    var entry = ""
    /// As it stands on the sheet: draw number, name, unit.
    var label = ""
    var theory: Score?
    var time: Score?
    /// By judge.
    var marks: [String: Score] = [:]
    /// Judges who step aside for them.
    var aside: Set<String> = []
    /// What stood when the template was made (`HeldMarks.text`); empty: a sheet of one's own, which held nothing.
    var held = ""
}

/// The sheet of an event as it is handed in.
struct EventSheet: Sendable {
    var file: EvidenceFile?
    var cells = ""

    static let mostRows = 1000
    private static let mostTold = 20

    static let form = Form<EventSheet>(
        .init(Words("评分汇总表", "The sheet"), .sheetFile(\.file), .sheetCells(\.cells)))

    struct Read {
        var lines: [EventLine]
        var problems: [DrillProblem]
    }

    /// What it says, and everything that is wrong with it, row by row.
    func read(of contest: DrillContest, _ number: Int, _ ask: Ask) throws -> Read {
        let panel = try ask.reading.panel(of: contest, event: number)
        let entries = try ask.reading.entries(of: contest, event: number)
        let known = Dictionary(entries.map { ($0.code, $0) }) { first, _ in first }
        var met: Set<String> = []
        let taken = try ask.template(of: contest, number, panel).taken(
            from: file, cells, most: Self.mostRows, into: EventLine(), ask
        ) { line, _ in
            guard let entry = known[line.entry] else {
                return [Words("这个赛项没有报名编号\(line.entry.shortened)", "the event has no entry \(line.entry.shortened)")]
            }
            var wrong: [Words] = []
            if line.isOvertaken(by: entry) { wrong.append(DrillProblem.marksChanged.words) }
            if !met.insert(entry.code).inserted {
                wrong.append(Words("与前面的一行是同一选手", "a row before is of the same contestant"))
            }
            let label = try ask.line(entry, nil).label
            // Of a sheet that was sorted by some of its columns marks stand beside others' numbers.
            if !line.label.isEmpty, ReadText(line.label) != ReadText(label) {
                wrong.append(Words("报名编号与选手不符，应为“\(label)”", "number and contestant differ: it is “\(label)”"))
            }
            for judge in panel where line.marks[judge.person] != nil && !judge.mayJudge(entry) {
                let name = try ask.naming.personName(judge.person)
                wrong.append(
                    Words("\(name)与选手同一单位，应当回避，不填分数", "\(name) is of the contestant's unit and steps aside: no mark"))
            }
            return wrong
        }
        return Read(lines: taken.drafts, problems: taken.told(Self.mostTold).map { .row($0) })
    }
}

/// Takes everything in that the sheet of an event says: all of it, or nothing (按表导入评分).
struct EnterEventSheet: Act {
    static let right = Right.report
    static let words = Words("按表导入评分", "Marks came in by a sheet")
    var contest: String
    var event: Int
    var lines: [EventLine]

    func unit(in reading: some Reading) throws -> String? {
        try reading.one(DrillContest.self, contest, for: .everybody)?.unit
    }

    func perform(in t: ActTransaction) throws -> DrillContest {
        let contest = try t.scoring(contest)
        let panel = try t.panel(of: contest, event: event)
        let entries = Dictionary(try t.entries(of: contest, event: event).map { ($0.code, $0) }) { first, _ in first }
        var isChanged = false
        for line in lines {
            guard let before = entries[line.entry] else { try t.refuse(DrillProblem.noEntry) }
            if (line.marks.values + [line.theory].compactMap { $0 }).contains(where: { $0 > Score(100) }) {
                try t.refuse(DrillProblem.scoreOff(100))
            }
            for judge in line.marks.keys.sorted() {
                guard let found = panel.first(where: { $0.person == judge }) else {
                    try t.refuse(DrillProblem.noJudge)
                }
                guard found.mayJudge(before) else {
                    try t.refuse(DrillProblem.mustStepAside(try t.name(of: judge), try t.names(of: before)))
                }
            }
            if line.isOvertaken(by: before) { try t.refuse(DrillProblem.marksChanged) }
            let entry = line.applied(to: before)
            guard entry != before else { continue }
            isChanged = true
            try t.update(entry)
        }
        guard isChanged else { try t.refuse(DrillProblem.nothingChanged) }
        return contest
    }
}

extension EventLine {
    /// The entry with what was written on the line since the template held it: a cell that was left as it came changes nothing.
    func applied(to entry: ContestEntry) -> ContestEntry {
        var entry = entry
        let written = written
        if let theory = written.theory { entry.theory = theory }
        if let time = written.time { entry.time = time }
        for (judge, mark) in written.marks {
            entry.marks.removeAll { $0.judge == judge }
            entry.marks.append(JudgeMark(judge: judge, mark: mark))
        }
        entry.marks.sort { $0.judge < $1.judge }
        return entry
    }

    /// Whether somebody changed meanwhile what the line would change too, to something else.
    func isOvertaken(by entry: ContestEntry) -> Bool {
        let (held, now, written) = (HeldMarks(text: held), HeldMarks(entry), written)
        func differs(_ new: Score?, _ before: Score?, _ now: Score?) -> Bool {
            new.map { now != before && now != $0 } ?? false
        }
        return differs(written.theory, held.theory, now.theory) || differs(written.time, held.time, now.time)
            || written.marks.contains { differs($0.value, held.marks[$0.key], now.marks[$0.key]) }
    }

    /// The cells that say something else than the template held.
    private var written: HeldMarks {
        let held = HeldMarks(text: held)
        return HeldMarks(
            theory: theory == held.theory ? nil : theory, time: time == held.time ? nil : time,
            marks: marks.filter { $0.value != held.marks[$0.key] })
    }

    /// As the entry has it now.
    fileprivate init(_ entry: ContestEntry, _ panel: [PanelJudge], _ ask: Ask) throws {
        (self.entry, label) = (entry.code, try ask.line(entry, nil).label)
        (theory, time) = (entry.theory, entry.time)
        for mark in entry.marks { marks[mark.judge] = mark.mark }
        aside = Set(panel.filter { !$0.mayJudge(entry) }.map(\.person))
        held = HeldMarks(entry).text
    }

    private static let stepsAside = Words("回避", "steps aside")

    /// A judge's column.
    fileprivate static func field(of judge: String, _ name: String, _ words: Words) -> FormField<EventLine> {
        let most = 100
        @Sendable func said(_ line: EventLine) -> String {
            line.aside.contains(judge) ? stepsAside.zh : line.marks[judge]?.text ?? ""
        }
        return FormField(
            name: name, words: words, hint: Words("0至100分，最多两位小数；空着的不变", "Out of 100; an empty cell changes nothing"),
            isRequired: false, typed: { line, _ in [(name, said(line))] },
            read: { query, prefix, line, _ in
                let typed = (query.all(prefix + name).first ?? "").withoutOuterSpace
                if [stepsAside.zh, stepsAside.en].contains(typed.lowercased()) { return [] }
                do { line.marks[judge] = try Score(typed: typed, most: most, words) } catch let flaw as FormFlaw {
                    return [FormProblem(prefix + name, flaw.words)]
                }
                return []
            }, control: { .textField($0.id, $0.value, width: .short) }, shown: { line, _ in .text(said(line)) },
            text: { line, _ in said(line) }, kind: .text(most: 20))
    }
}

extension Ask {
    /// A row for each contestant, with a column for each judge of the event.
    fileprivate func template(
        of contest: DrillContest, _ number: Int, _ panel: [PanelJudge]
    ) throws -> FormTemplate<EventLine> {
        let event = contest.scheme.event(number) ?? ContestEvent()
        var fields: [FormField<EventLine>] = [
            .text(\.entry, "entry", Words("报名编号", "Entry"), rule: .name),
            .text(
                \.label, "label", Words("选手", "Contestant"), hint: Words("用来核对，不改", "To check by; not changed"),
                isRequired: false, rule: TextRule(limit: 400)),
        ]
        if event.theoryShare > 0 {
            fields.append(.score(\.theory, "theory", Words("理论成绩", "Theory"), most: 100))
        }
        fields.append(.score(\.time, "time", Words("用时（秒）", "Seconds"), most: 1_000_000))
        if event.theoryShare < 100 {
            let names = try panel.map { try naming.personName($0.person) }
            for (place, judge) in panel.enumerated() {
                // Namesakes are told apart by their numbers.
                let isOne = names.filter { $0 == names[place] }.count == 1
                let name = isOne ? names[place] : "\(names[place])（\(judge.person)）"
                fields.append(
                    EventLine.field(of: judge.person, "judge\(place + 1)", Words("评委\(name)", "Judge \(name)")))
            }
        }
        fields.append(
            .text(
                \.held, "held", Words("下载时的成绩", "As it stood"),
                hint: Words("用来核对下载以后的改动，不改", "Tells what was changed since; not changed"), isRequired: false,
                rule: TextRule(limit: HeldMarks.longest)))
        return FormTemplate(
            Words("评分汇总表", "Marks"), Form<EventLine>(.init(Words("评分汇总表", "Marks"), fields: fields)),
            example: EventLine(entry: "（示例）", label: "1 张三 某单位", time: Score(240)))
    }

    fileprivate func eventTemplate() throws -> Answered {
        let contest = try one(DrillContest.self)
        guard try reading.isWithinReach(contest.unit, of: reader), contest.stage == .drawn else {
            throw NotFound(context: context)
        }
        let number = try event(of: contest).number
        let panel = try reading.panel(of: contest, event: number)
        let rows = try reading.entries(of: contest, event: number).map { try EventLine($0, panel, self) }
        return try .workbook(
            template(of: contest, number, panel).workbook(naming, rows: rows),
            name: "\(contest.code)-\(number)-marks.xlsx",
            shown: say(
                "\(contest.title)（\(try event(of: contest).event.name)）评分汇总表.xlsx",
                "\(contest.code)-\(number)-marks.xlsx"))
    }

    /// Read once while a form is answered.
    fileprivate func looked(_ sheet: EventSheet) throws -> EventSheet.Read {
        try naming.once("event sheet") {
            let contest = try one(DrillContest.self)
            return try sheet.read(of: contest, try event(of: contest).number, self)
        }
    }

    /// What the sheet would change, contestant by contestant.
    fileprivate func changes(by sheet: EventSheet) throws -> HTML {
        let contest = try one(DrillContest.self)
        let entries = try reading.entries(of: contest, event: try event(of: contest).number)
        let lines = try looked(sheet).lines
        let changed = try entries.compactMap { entry -> [HTML]? in
            guard let after = lines.first(where: { $0.entry == entry.code })?.applied(to: entry), after != entry else {
                return nil
            }
            return [
                .text(try line(entry, nil).label), .text(try said(entry)), .text(try said(after)),
            ]
        }
        return .group([
            .p(
                .say(
                    "表中\(lines.count)名选手，\(changed.count)名的成绩有变化。",
                    "\(lines.count) contestants on the sheet; of \(changed.count) something changes.")),
            .data(
                .say("成绩", "Marks"),
                [
                    DataHead(.say("选手", "Contestant"), .lead), DataHead(.say("现在", "Now"), .meta),
                    DataHead(.say("提交后", "Then"), .end),
                ], Array(changed.prefix(100)), class: "even wrap"),
            .when(
                changed.count > 100, .p(.class("quiet"), .say("只列前100名。", "The first hundred are shown."))),
        ])
    }

    /// `理论 85，评委 90、92，用时 240`
    private func said(_ entry: ContestEntry) throws -> String {
        let marks = try entry.marks.map { "\(try naming.personName($0.judge)) \($0.mark.text)" }
        let parts =
            [entry.theory.map { say("理论 \($0.text)", "theory \($0.text)") }].compactMap { $0 } + marks
            + [entry.time.map { say("用时 \($0.text)", "time \($0.text)") }].compactMap { $0 }
        return parts.isEmpty ? "—" : parts.joined(separator: say("，", ", "))
    }
}

extension Routes {
    /// Marks of an event from one sheet, which is looked through before anything is saved.
    mutating func eventSheets(notNow: @escaping @Sendable (DrillContest, Ask) throws -> (any Refusal)?) {
        look(
            "\(DrillContest.path)/events/:event/sheet.xlsx", RouteAbout(Words("评分汇总表模板", "A template for marks")),
            right: EnterEventSheet.right
        ) { try $0.eventTemplate() }
        var flow = FormFlow(
            Words("按表导入评分", "Marks from a sheet"), on: DrillContest.self, EventSheet.form, notNow: notNow,
            blank: { _, _ in EventSheet() },
            act: { contest, _ in EnterEventSheet(contest: contest.code, event: 0, lines: []) },
            then: { (contest: DrillContest) in "\(contest.address)#judges" })
        flow.act = { sheet, ask in
            let contest = try ask.one(DrillContest.self)
            return EnterEventSheet(
                contest: contest.code, event: try ask.event(of: contest).number, lines: try ask.looked(sheet).lines)
        }
        flow.refusals = { sheet, ask in try ask.looked(sheet).problems }
        flow.remarks = { sheet, ask in try ask.changes(by: sheet) }
        flow.opening = { ask in
            let contest = try ask.one(DrillContest.self)
            let (number, event) = try ask.event(of: contest)
            return .p(
                .text("\(event.name)："),
                .link("\(contest.address)/events/\(number)/sheet.xlsx", .say("下载模板", "The template")),
                .say(
                    "，选手、评委和已录入的成绩都已填好；空着的、没有改动的不变，应当回避的不填。",
                    ": contestants, judges and what was entered stand in it; a cell empty or as it was changes nothing."
                ))
        }
        form("\(DrillContest.path)/events/:event/sheet", flow)
    }
}
