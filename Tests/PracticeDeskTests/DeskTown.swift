import Foundation
import House
import Records
import Storage
import Store
import TestEngines
import Vocabulary

@testable import PracticeDesk

/// A county with two offices and three people, on either engine.
struct DeskTown {
    let database: Database

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
        book.persons = [("P1", "甲一"), ("P2", "乙二"), ("P3", "丙三"), ("P4", "丙三")].map {
            Person(code: $0, name: $1, sex: .female, birthMonth: "1980-01", recorded: start)
        }
        book.appointments = [("P1", "U2"), ("P2", "U2"), ("P3", "U2"), ("P4", "U3")].map {
            Appointment(code: "A\($0)", person: $0, unit: $1, post: "科员", rank: "一级科员", dated: always)
        }
        try database.write(by: "test") { try $0.insert(book) }
    }
}

extension Reader {
    static let clerk = Reader(account: "住建局联络员", rights: [.see, .report], unit: "U2")
    static let neighbour = Reader(account: "柳湾镇联络员", rights: [.see, .report], unit: "U3")
    static let office = Reader(account: "县委组织部", rights: [.see, .report, .plan])
    static let onlooker = Reader(account: "县领导", rights: [.see])
}

extension TourScheme {
    static func sample(_ change: (inout TourScheme) -> Void = { _ in }) -> TourScheme {
        var scheme = TourScheme(
            title: "老旧小区改造学习考察", unit: "U2", leader: "P1", from: day("2026-10-13"), to: day("2026-10-15"),
            purpose: "学习老旧小区改造的资金平衡办法", questions: ["钱从哪里来"],
            route: [TourStop(day: day("2026-10-13"), place: "南州市", host: "南州市住建局", study: "现场教学")], members: ["P2"],
            budget: [TourCost(item: .travel, amount: Money(fen: 960_050))], fundedBy: "培训经费")
        change(&scheme)
        return scheme
    }
}

extension TourOutcome {
    static func sample(of tour: StudyTour) -> TourOutcome {
        TourOutcome(
            from: tour.scheme.from, to: tour.scheme.to, findings: "先算账后动工", halfHours: 36,
            members: tour.scheme.members, costs: tour.scheme.budget)
    }
}

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("not a day: \(iso)") }
    return day
}
