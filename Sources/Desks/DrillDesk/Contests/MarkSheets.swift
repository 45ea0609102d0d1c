import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// A contestant's line on a sheet.
struct SheetLine: Sendable, Hashable {
    var entry: String
    /// As it stands on the sheet: draw number, name, unit.
    var label: String
    var value: Score?
}

/// What a judge gave, contestant by contestant (评分表).
struct JudgeSheet: Sendable, Hashable {
    var marks: [SheetLine] = []
    /// What stood there when it was opened.
    var shown = ""

    static let form = Form<JudgeSheet>(
        .init(
            Words("评分", "Marks"), .hidden(\.shown, "shown"),
            .eachContestant(
                \.marks, "marks", Words("评分", "Mark"),
                hint: Words("0至100分，最多两位小数；空着的以后再填", "Out of 100, two decimals at most"),
                most: 100)))
}

/// Theory papers and times of an event.
struct PartSheet: Sendable, Hashable {
    var theory: [SheetLine] = []
    var times: [SheetLine] = []
    var shown: String?

    /// As the form sends it; another program was shown nothing.
    fileprivate var shownText: String {
        get { shown ?? "" }
        set { shown = newValue.isEmpty ? nil : newValue }
    }

    static let form = Form<PartSheet>(
        .init(
            Words("理论成绩", "Theory"), .hidden(\.shownText, "shown"),
            .eachContestant(
                \.theory, "theory", Words("理论成绩", "Theory"),
                hint: Words("0至100分；理论占比为0的赛项不用填", "Out of 100; not for events without theory"), most: 100)),
        .init(
            Words("实操用时", "Time"),
            .eachContestant(
                \.times, "times", Words("实操用时（秒）", "Seconds"), hint: Words("只用来区分同分", "Only tells equal totals apart"),
                most: 1_000_000)))
}

/// Takes the marks of one judge in (录入评分).
struct EnterMarks: Act {
    static let right = Right.report
    static let words = Words("录入评分", "Marks entered")
    var contest: String
    var event: Int
    var judge: String
    var marks: [SheetLine]
    /// What was shown to whoever fills it in; nil: nothing was.
    var shown: String?

    func unit(in reading: some Reading) throws -> String? {
        try reading.one(DrillContest.self, contest, for: .everybody)?.unit
    }

    func perform(in t: ActTransaction) throws -> DrillContest {
        let contest = try t.scoring(contest)
        guard let judge = try t.panel(of: contest, event: event).first(where: { $0.person == judge }) else {
            try t.refuse(DrillProblem.noJudge)
        }
        let entries = try t.entries(of: contest, event: event)
        // Two who enter marks do not overwrite each other's unawares.
        if let shown, entries.marks(of: judge).asShown != shown { try t.refuse(DrillProblem.sheetChanged) }
        var isChanged = false
        for line in marks {
            guard var entry = entries.first(where: { $0.code == line.entry }) else {
                try t.refuse(DrillProblem.noEntry)
            }
            guard judge.mayJudge(entry) else {
                if line.value == nil { continue }
                try t.refuse(DrillProblem.mustStepAside(try t.name(of: judge.person), try t.names(of: entry)))
            }
            if let mark = line.value, mark > Score(100) { try t.refuse(DrillProblem.scoreOff(100)) }
            let before = entry
            entry.marks.removeAll { $0.judge == judge.person }
            if let mark = line.value { entry.marks.append(JudgeMark(judge: judge.person, mark: mark)) }
            entry.marks.sort { $0.judge < $1.judge }
            if entry != before {
                isChanged = true
                try t.update(entry)
            }
        }
        guard isChanged else { try t.refuse(DrillProblem.nothingChanged) }
        return contest
    }
}

/// Takes theory papers and times of an event in (录入理论成绩和用时).
struct EnterParts: Act {
    static let right = Right.report
    static let words = Words("录入理论成绩和用时", "Theory and times entered")
    var contest: String
    var event: Int
    var sheet: PartSheet

    func unit(in reading: some Reading) throws -> String? {
        try reading.one(DrillContest.self, contest, for: .everybody)?.unit
    }

    func perform(in t: ActTransaction) throws -> DrillContest {
        let contest = try t.scoring(contest)
        let entries = try t.entries(of: contest, event: event)
        if let shown = sheet.shown, entries.parts.asShown != shown { try t.refuse(DrillProblem.sheetChanged) }
        let known = Set(entries.map(\.code))
        guard (sheet.theory + sheet.times).allSatisfy({ known.contains($0.entry) }) else {
            try t.refuse(DrillProblem.noEntry)
        }
        if sheet.theory.contains(where: { $0.value.map { $0 > Score(100) } ?? false }) {
            try t.refuse(DrillProblem.scoreOff(100))
        }
        var isChanged = false
        for var entry in entries {
            let before = entry
            if let line = sheet.theory.first(where: { $0.entry == entry.code }) { entry.theory = line.value }
            if let line = sheet.times.first(where: { $0.entry == entry.code }) { entry.time = line.value }
            if entry != before {
                isChanged = true
                try t.update(entry)
            }
        }
        guard isChanged else { try t.refuse(DrillProblem.nothingChanged) }
        return contest
    }
}

extension [ContestEntry] {
    /// What a judge has given those whom they may judge.
    fileprivate func marks(of judge: PanelJudge) -> [SheetLine] {
        filter { judge.mayJudge($0) }.map { entry in
            SheetLine(entry: entry.code, label: "", value: entry.marks.first { $0.judge == judge.person }?.mark)
        }
    }

    /// Theory, then times.
    fileprivate var parts: [SheetLine] {
        map { SheetLine(entry: $0.code, label: "", value: $0.theory) }
            + map { SheetLine(entry: $0.code, label: "", value: $0.time) }
    }
}

extension [SheetLine] {
    /// By which it is known whether figures are still those that were shown.
    fileprivate var asShown: String {
        let text = map { "\($0.entry)=\($0.value?.text ?? "")" }.joined(separator: ";")
        return String(SHA256.hex([UInt8](text.utf8)).prefix(20))
    }
}

extension ActTransaction {
    /// A contest whose scores are taken in.
    func scoring(_ code: String) throws -> DrillContest {
        guard let contest = try one(DrillContest.self, code, for: .everybody) else {
            try refuse(DrillProblem.noContest)
        }
        guard contest.stage == .drawn else { try refuse(DrillProblem.notInStage(contest.stage)) }
        return contest
    }
}

extension Ask {
    /// The event that an address names.
    func event(of contest: DrillContest) throws -> (number: Int, event: ContestEvent) {
        guard let number = parts["event"].flatMap({ Int($0) }), let event = contest.scheme.event(number) else {
            throw NotFound(context: context)
        }
        return (number, event)
    }

    func judge(of contest: DrillContest) throws -> PanelJudge {
        let number = try event(of: contest).number
        guard let judge = try reading.panel(of: contest, event: number).first(where: { $0.person == parts["judge"] })
        else { throw NotFound(context: context) }
        return judge
    }

    func line(_ entry: ContestEntry, _ value: Score?) throws -> SheetLine {
        let number = entry.draw.map { "\($0) " } ?? ""
        return SheetLine(
            entry: entry.code,
            label: "\(number)\(try naming.entrant(entry)) \(try naming.unitName(entry.unit))", value: value)
    }

    /// What a judge has given, of those whom they may judge.
    func judgeSheet(of contest: DrillContest) throws -> JudgeSheet {
        let judge = try judge(of: contest)
        let entries = try reading.entries(of: contest, event: try event(of: contest).number)
        return JudgeSheet(
            marks: try entries.filter { judge.mayJudge($0) }.map { entry in
                try line(entry, entry.marks.first { $0.judge == judge.person }?.mark)
            }, shown: entries.marks(of: judge).asShown)
    }

    func partSheet(of contest: DrillContest) throws -> PartSheet {
        let entries = try reading.entries(of: contest, event: try event(of: contest).number)
        return PartSheet(
            theory: try entries.map { try line($0, $0.theory) }, times: try entries.map { try line($0, $0.time) },
            shown: entries.parts.asShown)
    }
}

extension FormField {
    /// A figure for each contestant of a sheet, who stand in the order drawn.
    fileprivate static func eachContestant(
        _ lines: any WritableKeyPath<Draft, [SheetLine]> & Sendable, _ name: String, _ words: Words, hint: Words,
        most: Int
    ) -> FormField {
        var field = FormField(
            name: name, words: words, hint: hint, isRequired: false,
            typed: { draft, _ in draft[keyPath: lines].map { ("\(name).\($0.entry)", $0.value?.text ?? "") } },
            read: { query, prefix, draft, _ in
                var problems: [FormProblem] = []
                for place in draft[keyPath: lines].indices {
                    let line = draft[keyPath: lines][place]
                    guard let typed = query.all("\(prefix)\(name).\(line.entry)").first else { continue }
                    do {
                        draft[keyPath: lines][place].value = try Score(
                            typed: typed, most: most, Words("\(line.label)：\(words.zh)", "\(line.label): \(words.en)"))
                    } catch let flaw as FormFlaw {
                        problems.append(FormProblem(prefix + name, flaw.words))
                    }
                }
                return problems
            },
            control: { view in
                let entries = view.typed.items.filter { $0.name.hasPrefix("\(view.id).") }
                let codes = entries.map { String($0.name.dropFirst(view.id.count + 1)) }
                let known = try view.naming.reading.nouns(ContestEntry.self, codes, for: .everybody)
                return .table(
                    .class("data inputs"),
                    .tbody(
                        .each(
                            try entries.map { item in
                                let code = String(item.name.dropFirst(view.id.count + 1))
                                let entry = known.first { $0.code == code }
                                let label = try entry.map {
                                    "\($0.draw.map { "\($0)号 " } ?? "")\(try view.naming.entrant($0))"
                                }
                                return HTML.tr(
                                    .td(
                                        .text(label ?? code),
                                        entry == nil
                                            ? .nothing : .small(.text(try view.naming.unitName(entry?.unit ?? "")))),
                                    .td(
                                        HTML.textField(item.name, item.value, width: .short, mode: "decimal").labelled(
                                            "\(label ?? code) \(view.say(words))")))
                            }
                        ) { $0 }))
            },
            shown: { draft, _ in
                .facts(
                    draft[keyPath: lines].map { line in
                        Fact(Words(line.label, line.label), .text(line.value?.text ?? "—"))
                    }, long: true)
            },
            text: { draft, _ in
                draft[keyPath: lines].map { "\($0.label) \($0.value?.text ?? "—")" }.joined(separator: "；")
            })
        field.isGroup = true
        field.differences = { old, new, _ in
            let before = Dictionary(old[keyPath: lines].map { ($0.entry, $0.value) }) { first, _ in first }
            return new[keyPath: lines].compactMap { line in
                let was = before[line.entry] ?? nil
                guard was != line.value else { return nil }
                return (Words(line.label, line.label), .text(was?.text ?? "—"), .text(line.value?.text ?? "—"))
            }
        }
        return field
    }
}
