import Formats
import Pages
import Records
import Spelling
import Storage
import Store
import Vocabulary

/// The sheet of an exam's results: a row for everybody who should sit it.
struct ExamSheet: Sendable {
    var file: EvidenceFile?
    var cells = ""
    /// Of results that take the place of others.
    var reason = ""

    static let mostRows = 3000
    private static let mostTold = 20

    static let form = Form<ExamSheet>(sheet)
    static let again = Form<ExamSheet>(
        .init(
            Words("更正原因", "Why they are replaced"),
            .longText(\.reason, "reason", Words("更正原因", "Why"), limit: 200, rows: 2)), sheet)

    private static let sheet = Form<ExamSheet>.Section(
        Words("成绩表", "The sheet"), .sheetFile(\.file), .sheetCells(\.cells))

    struct Read {
        var lines: [ExamLine]
        var problems: [DrillProblem]
        /// In service there on the day, and on no row.
        var left: [String]
    }

    /// What it says, and everything that is wrong with it, row by row.
    func read(for exam: DrillExam, _ ask: Ask) throws -> Read {
        var met: Set<String> = []
        let full = Score(exam.scheme.fullScore)
        let units = try ask.reading.unitsWithinReach(of: Reader(account: "", rights: [.see], unit: exam.unit)) ?? []
        // Where each is in service on the day, asked once a row.
        var held: [String: String] = [:]
        let taken = try ExamLine.template.taken(
            from: file, cells, most: Self.mostRows, into: ExamLine(), ask
        ) { line, _ in
            var wrong: [Words] = []
            if !met.insert(line.person).inserted {
                wrong.append(Words("与前面的一行是同一人", "a row before is of the same person"))
            }
            if let score = line.score, score > full {
                wrong.append(
                    Words("成绩\(score.text)超过满分\(full.text)", "\(score.text) is more than full marks, \(full.text)"))
            }
            let unit = try ask.reading.appointment(of: line.person, on: exam.scheme.day, knownAt: nil)?.unit
            held[line.person] = unit
            if unit.map(units.contains) != true {
                wrong.append(Words("考试当天不在本单位任职", "was in no post of the unit on the day"))
            }
            return wrong
        }
        let lines = taken.drafts.map { line in
            var line = line
            line.unit = held[line.person] ?? exam.unit
            return line
        }
        // Of units beneath only those are asked about who have anybody on the sheet.
        let asked = Set(lines.map(\.unit)).union([exam.unit])
        let left = try asked.sorted().flatMap { unit in
            try ask.reading.persons(at: unit, on: exam.scheme.day, limit: Self.mostRows).persons.map(\.code)
        }.filter { !met.contains($0) }
        return Read(lines: lines, problems: taken.told(Self.mostTold).map { .row($0) }, left: left)
    }
}

extension ExamLine {
    static let form = Form<ExamLine>(
        .init(
            Words("考试成绩", "Results"),
            .person(\.person, "person", Words("姓名或人员编号", "Name or number")).alsoCalled("姓名", "人员编号"), result))

    static let template = FormTemplate(
        Words("考试成绩", "Results"), form, example: ExamLine(person: "张三", sitting: .sat, score: Score(hundredths: 8850)))

    /// A score, or why there is none.
    private static let result = FormField<ExamLine>(
        name: "result", words: Words("成绩", "Result"),
        hint: Words("填分数；没有参考的填因公、请假、挂职借调或缺考", "The score; else on duty, on leave, seconded or absent"),
        isRequired: true,
        typed: { line, _ in [("result", line.said)] },
        read: { query, prefix, line, _ in
            let typed = (query.all(prefix + "result").first ?? "").withoutOuterSpace
            guard !typed.isEmpty else {
                return [FormProblem(prefix + "result", Words("请填分数；没有参考的填原因", "Give the score, or why there is none"))]
            }
            let other = Sitting.allCases.first {
                $0 != .sat && [$0.words.zh, $0.words.en, $0.rawValue].contains(typed.lowercased())
            }
            if let other {
                (line.sitting, line.score) = (other, nil)
                return []
            }
            do {
                line.score = try Score(typed: typed, most: 1000, Words("成绩", "Result"))
                line.sitting = .sat
            } catch is FormFlaw {
                return [
                    FormProblem(
                        prefix + "result",
                        Words(
                            "无法识别“\(typed.shortened)”，请填分数（最多两位小数），或因公、请假、挂职借调、缺考",
                            "“\(typed.shortened)” is no score with two decimals, nor on duty, on leave, seconded, absent"
                        ))
                ]
            }
            return []
        }, control: { .textField($0.id, $0.value, width: .short) }, shown: { line, _ in .text(line.said) },
        text: { line, _ in line.said }, kind: .text(most: 20))

    /// As it stands in the sheet; empty where it is still to be filled in.
    private var said: String { sitting == .sat ? score?.text ?? "" : sitting.words.zh }
}

extension DrillExam {
    /// The sheet with everybody in it who should sit it.
    func template(_ ask: Ask) throws -> Answered {
        var question = StaffQuestion(on: min(scheme.day, ask.today))
        question.unit = unit
        question.isBeneath = false
        question.order = .name
        let rows = try ask.reading.staff(question, offset: 0, limit: ExamSheet.mostRows).map {
            ExamLine(person: $0.person.code)
        }
        return try .workbook(
            ExamLine.template.workbook(ask.naming, rows: rows), name: "\(code)-results.xlsx",
            shown: ask.say("\(title)成绩.xlsx", "\(code)-results.xlsx"))
    }
}
