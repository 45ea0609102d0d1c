import Foundation
import House
import Records
import Storage
import Store
import TestEngines
import Vocabulary

@testable import NeedsDesk

/// A county with an office of twelve, a town of three, and one who serves at the top, on either engine.
struct NeedsTown {
    let database: Database
    static let today = day("2026-10-08")

    init(_ engine: TestEngine) throws {
        database = try engine.freshPlace().open()
        var book = RecordBook()
        let start = day("2024-01-01")
        let always = Dated(from: start, recorded: start)
        func unit(_ code: String, _ name: String, _ kind: UnitKind, in parent: String?) -> OrgUnit {
            OrgUnit(code: code, name: name, kind: kind, parent: parent, span: DaySpan(from: start), recorded: start)
        }
        book.units = [
            unit("U1", "河畔县", .city, in: nil), unit("U2", "县住建局", .department, in: "U1"),
            unit("U3", "柳湾镇", .township, in: "U1"),
        ]
        let homes = (1...12).map { ("P\($0)", "U2") } + (21...23).map { ("P\($0)", "U3") } + [("P31", "U1")]
        book.persons = homes.map {
            Person(code: $0.0, name: "干部\($0.0)", sex: .female, birthMonth: "1980-01", recorded: start)
        }
        book.appointments = homes.map {
            Appointment(code: "A\($0.0)", person: $0.0, unit: $0.1, post: "科员", rank: "一级科员", dated: always)
        }
        book.categories = homes.map {
            CategoryHolding(code: "C\($0.0)", person: $0.0, category: .civilServant, dated: always)
        }
        try database.write(by: "test") { try $0.insert(book) }
    }

    /// A survey of three questions that is open.
    @discardableResult
    func openSurvey(
        _ naming: SurveyNaming = .anonymous, change: (inout SurveyScheme) -> Void = { _ in }
    ) throws -> Survey {
        var scheme = SurveyScheme.sample
        scheme.naming = naming
        change(&scheme)
        let survey = try database.perform(DraftSurvey(scheme: scheme), by: .office, on: Self.today)
        try database.perform(
            WriteQuestions(record: survey.code, questions: SurveyQuestion.three), by: .office, on: Self.today)
        return try database.perform(OpenSurvey(record: survey.code), by: .office, on: Self.today)
    }

    @discardableResult
    func answer(
        _ survey: Survey, _ person: String, _ values: [AnswerValue] = .usual, receipt: String? = nil,
        on day: Day = Self.today
    ) throws -> AnswerGiven {
        try database.perform(
            AnswerSurvey(survey: survey.code, values: values, receipt: receipt), by: .person(person), on: day)
    }

    func answers(_ survey: Survey) throws -> [SurveyAnswer] {
        try database.read {
            try $0.all(SurveyAnswer.self, for: .everybody, where: "survey = \(survey.code)", order: "code")
        }
    }
}

extension SurveyScheme {
    static let sample = SurveyScheme(
        title: "2027年干部教育培训需求调研", year: 2027, from: day("2026-10-08"), to: day("2026-10-20"))
}

extension SurveyQuestion {
    static let three = [
        SurveyQuestion(title: "近三年参加过几次培训", options: ["没有", "1次", "2次以上"]),
        SurveyQuestion(
            title: "最需要的主题", kind: .several, options: ["法治思维", "数字政府", "基层治理"], most: 2, purpose: .topics),
        SurveyQuestion(title: "建议", kind: .text, purpose: .optional),
    ]
}

extension [AnswerValue] {
    static var usual: [AnswerValue] { [AnswerValue(question: 1, choice: 2), AnswerValue(question: 2, choice: 1)] }
}

extension Reader {
    static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
    static let clerk = Reader(account: "住建局联络员", rights: [.see, .report], unit: "U2")
    static let neighbour = Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3")
    static func person(_ code: String) -> Reader { Reader(account: code, person: code, rights: [.own]) }
}

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("no day: \(iso)") }
    return day
}

/// The problems that an act was refused with.
func refused<Outcome>(_ act: () throws -> Outcome) -> [any Refusal] {
    do { _ = try act() } catch let refused as Refused { return refused.problems } catch { return [] }
    return []
}
