import Pages
import Spelling
import Storage
import Store
import Vocabulary

/// Answers on paper that were typed into a sheet: so many handed out, so many spoiled, so many taken in.
struct SurveyPapers: Noun {
    var code: String
    var survey: String
    var entered: Day
    var handedOut: Int
    var spoiled: Int
    var valid: Int

    static let table = Table<SurveyPapers>(
        "survey_papers", Column("code") { $0.code }, Column("survey") { $0.survey },
        Column("entered_day") { $0.entered }, Column("handed_out") { $0.handedOut }, Column("spoiled") { $0.spoiled },
        Column("valid") { $0.valid }, make: SurveyPapers.init)
    static let reach = Reach.through("survey", Survey.self)
}

/// One row of such a sheet.
struct PaperAnswer: Sendable, Hashable {
    /// Only where the survey is by name.
    var person = ""
    var kind = ""
    var category = ""
    var values: [AnswerValue] = []
}

/// Takes in what was answered on paper (录入纸质问卷), until the survey is closed: all of it, or nothing.
struct EnterPapers: RecordAct {
    static let right = Right.plan
    static let words = Words("录入纸质问卷", "Paper forms entered")
    static let title = Words("录入纸质问卷", "Enter paper forms")
    static let button = Words("录入纸质问卷", "Paper forms")
    static let step = "papers"
    static let isTownWide = true
    var record: String
    var handedOut: Int
    var spoiled: Int
    var answers: [PaperAnswer]

    static func notNow(
        _ survey: Survey, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        survey.stage == .open ? nil : SurveyProblem.notOpen(survey.stage)
    }

    func perform(on survey: Survey, in t: ActTransaction) throws -> Survey {
        if answers.count + spoiled > handedOut {
            try t.refuse(AnswerProblem.tooManyPapers(valid: answers.count + spoiled, handedOut: handedOut))
        }
        let code = try t.nextCode(.surveyPapers)
        try t.insert(
            SurveyPapers(
                code: code, survey: survey.code, entered: t.today, handedOut: handedOut, spoiled: spoiled,
                valid: answers.count))
        for answer in answers {
            try t.refuse(survey.problems(answer.values))
            guard survey.isNamed else {
                try t.put(
                    SurveyAnswer(
                        code: SHA256.hex(Array(RandomText.make(40).utf8)), survey: survey.code, person: "",
                        group: AnswerGroup(kind: answer.kind, category: answer.category), way: .paper, isNamed: false,
                        values: answer.values))
                continue
            }
            guard let asked = try t.asked(of: survey.code, answer.person) else { try t.refuse(AnswerProblem.notAsked) }
            guard asked.answered == nil else { try t.refuse(AnswerProblem.answeredAlready) }
            try t.put(
                SurveyAnswer(
                    code: asked.code, survey: survey.code, person: asked.person, group: asked.told, way: .paper,
                    isNamed: true, values: answer.values))
            try t.note(asked)
        }
        return survey
    }
}

/// The sheet of a survey: a row for each form that came back, a column for each question.
struct PaperSheet: Sendable {
    var file: EvidenceFile?
    var cells = ""
    var handedOut = 0
    var spoiled = 0

    static let mostRows = 2000
    private static let mostTold = 20

    static let form = Form<PaperSheet>(
        .init(
            Words("份数", "How many"),
            .number(\.handedOut, "handedOut", Words("发放份数", "Handed out"), in: 0...100_000),
            .number(
                \.spoiled, "spoiled", Words("作废份数", "Spoiled"), hint: Words("收回但不能用的", "Came back and cannot be used"),
                in: 0...100_000)),
        .init(
            Words("表格", "The sheet"),
            .sheetFile(\.file), .sheetCells(\.cells)))

    /// What the sheet says, and everything that is wrong with it, row by row.
    func read(for survey: Survey, _ ask: Ask) throws -> (answers: [PaperAnswer], problems: [AnswerProblem]) {
        var met: Set<String> = []
        let taken = try survey.paperTemplate.taken(
            from: file, cells, most: Self.mostRows, into: PaperAnswer(), ask
        ) { answer, _ in
            guard survey.isNamed else { return [] }
            let asked = try ask.reading.asked(of: survey.code, answer.person)
            if asked == nil { return [Words("这次调研没有列入此人", "the survey does not ask them")] }
            if asked?.answered != nil { return [Words("此人已填写过", "they have answered already")] }
            return met.insert(answer.person).inserted
                ? [] : [Words("与前面的一行是同一人", "a row before is of the same person")]
        }
        return (taken.drafts, taken.told(Self.mostTold).map { .row($0) })
    }
}

extension Survey {
    /// A sheet of this survey's answers: columns named after its questions.
    var paperTemplate: FormTemplate<PaperAnswer> {
        var fields: [FormField<PaperAnswer>] =
            isNamed
            ? [.person(\.person, "person", Words("姓名或人员编号", "Name or number")).alsoCalled("姓名", "人员编号")]
            : [
                .listed(
                    \.kind, "kind", Words("单位类型", "Kind of unit"),
                    UnitKind.allCases.map { FieldKind.Choice(value: $0.rawValue, words: $0.words) }),
                .listed(
                    \.category, "category", Words("干部类别", "Category"),
                    PersonCategory.builtIn.map {
                        FieldKind.Choice(value: $0.category.rawValue, words: Words($0.zh, $0.en))
                    }),
            ]
        fields += questions.enumerated().map { $1.sheetField($0 + 1) }
        return FormTemplate(
            Words("纸质问卷", "Paper forms"), Form(.init(Words("纸质问卷", "Paper forms"), fields: fields)), example: example)
    }

    private var example: PaperAnswer {
        var answer = PaperAnswer(person: isNamed ? "张三" : "", kind: isNamed ? "" : UnitKind.department.rawValue)
        answer.values = questions.enumerated().flatMap { place, question -> [AnswerValue] in
            question.kind == .text
                ? [AnswerValue(question: place + 1, said: "示例，导入时略过")]
                : (1...max(1, min(2, question.limit))).map { AnswerValue(question: place + 1, choice: $0) }
        }
        return answer
    }
}

extension FormField where Draft == PaperAnswer {
    /// One of a closed list, which may be left empty.
    fileprivate static func listed(
        _ path: any WritableKeyPath<PaperAnswer, String> & Sendable, _ name: String, _ words: Words,
        _ choices: [FieldKind.Choice]
    ) -> FormField {
        FormField(
            name: name, words: words, isRequired: false, typed: { draft, _ in [(name, draft[keyPath: path])] },
            read: { query, prefix, draft, _ in
                draft[keyPath: path] = query[prefix + name] ?? ""
                let isKnown = draft[keyPath: path].isEmpty || choices.contains { $0.value == draft[keyPath: path] }
                return isKnown ? [] : [FormProblem(prefix + name, Words("没有这一项", "There is none of that name"))]
            }, control: { _ in .nothing }, shown: { draft, _ in .text(draft[keyPath: path]) },
            text: { draft, _ in draft[keyPath: path] }, kind: .choice(choices))
    }
}

extension SurveyQuestion {
    /// The question as a column of a sheet.
    fileprivate func sheetField(_ number: Int) -> FormField<PaperAnswer> {
        let (name, question) = ("q\(number)", self)
        let hint: Words? =
            kind == .text
            ? nil
            : Words(
                "填选项文字、序号或字母\(limit > 1 ? "，多项用；隔开，最多\(limit)项" : "")：\(choices.joined(separator: "；"))",
                "The option, its number or its letter\(limit > 1 ? ", with ; between, \(limit) at most" : ""): \(choices.joined(separator: "; "))"
            )
        @Sendable func cell(_ draft: PaperAnswer) -> String {
            draft.values.filter { $0.question == number }.map { value in
                value.choice.flatMap { question.choices.indices.contains($0 - 1) ? question.choices[$0 - 1] : nil }
                    ?? value.said
            }.joined(separator: "；")
        }
        return FormField(
            name: name, words: Words(title, title), hint: hint, isRequired: isRequired,
            typed: { draft, _ in [(name, cell(draft))] },
            read: { query, prefix, draft, _ in
                let read = question.read(number, cell: query.all(prefix + name).first ?? "")
                draft.values += read.values
                return read.problem.map { [FormProblem(prefix + name, $0)] } ?? []
            }, control: { _ in .nothing }, shown: { draft, _ in .text(cell(draft)) }, text: { draft, _ in cell(draft) },
            kind: .text(most: 2000))
    }
}
