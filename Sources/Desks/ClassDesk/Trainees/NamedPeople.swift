import Pages
import Records
import Storage
import Store
import Vocabulary

/// Whom a unit names for a class (报名表).
struct NamedPeople: Sendable, Hashable {
    var people: [String] = []

    static let form = Form<NamedPeople>(
        .init(
            Words("报名", "Names"),
            .persons(\.people, "people", Words("人员", "People"), most: 500)))

    /// Reasons against each, one by one; what a rule forbids is shown, and the office decides.
    func remarks(for found: TrainingClass, _ ask: Ask) throws -> [Words] {
        let rules = try ask.classRules
        var said: [Words] = []
        for person in people {
            let name = try ask.naming.personName(person)
            let held = try ask.reading.categoryHoldings(of: person).filter { $0.dated.span.contains(ask.today) }
                .map(\.category)
            let wanted = found.scheme.audience
            if !wanted.isEmpty, !held.contains(where: wanted.contains) {
                said.append(Words("\(name)不属于本班的干部类别", "\(name) holds none of the categories that it is for"))
            }
            let year = found.scheme.opening.year
            let classes = try ask.reading.classes(of: person, inYear: year)
            if classes.contains(where: { $0.code != found.code && $0.scheme.kind == found.scheme.kind }) {
                said.append(Words("\(name)本年度已参加同类班次", "\(name) is in a class of this kind this year already"))
            }
            let count = classes.count { $0.code != found.code } + 1
            if count > rules.callUpsAYear {
                said.append(
                    Words(
                        "\(name)本年度第\(count)次调训，上限\(rules.callUpsAYear)次",
                        "\(name) is called up for the \(count). time this year; the rule is \(rules.callUpsAYear)"))
            }
        }
        return said
    }
}

extension Reading {
    /// Classes of a year on whose roster somebody stands.
    func classes(of person: String, inYear year: Int) throws -> [TrainingClass] {
        guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
            return []
        }
        return try all(
            TrainingClass.self, for: .everybody,
            where: """
                stage = \(ClassStage.approved) and \(SQL.between(first, last, column: "opening_day"))
                and code in (select class from trainees where person = \(person)
                    and stage in (\(list: TraineeStage.seated)))
                """, order: "opening_day")
    }
}

extension Ask {
    /// The roll of a half-day as it was called; empty where it was not.
    func rollSheet(of found: TrainingClass, _ place: ClassHalf) throws -> RollSheet {
        guard let roll = try reading.one(RollCall.self, RollCall.code(of: found.code, place), for: reader) else {
            return RollSheet()
        }
        let people = Dictionary(
            try reading.all(Trainee.self, for: .everybody, where: "class = \(found.code)", order: "code").map {
                ($0.code, $0.person)
            }
        ) { first, _ in first }
        func marked(_ mark: RollMark.Mark) -> [String] {
            roll.marks.filter { $0.mark == mark }.compactMap { people[$0.trainee] }
        }
        return RollSheet(late: marked(.late), leave: marked(.leave), absent: marked(.absent))
    }
}

extension TrainingClass {
    /// What the reader's units may still send: seats, names given, the day.
    func seatsLeft(_ ask: Ask) throws -> HTML {
        guard let callUp = try ask.reading.one(CallUp.self, code, for: ask.reader) else { return .nothing }
        let within = try ask.reading.unitsWithinReach(of: ask.reader)
        let quotas = callUp.notice.quotas.filter { within?.contains($0.unit) ?? true }
        // Of a whole town's quotas the class's page has the table.
        var lines: [HTML] = []
        for quota in quotas where quotas.count <= 20 {
            let named = try ask.reading.seated(in: self, of: quota.unit)
            let who = quota.remark.isEmpty ? "" : "；\(quota.remark)"
            lines.append(
                .p(
                    .text(try ask.naming.unitName(quota.unit)),
                    .say("：名额\(quota.seats)人，已报\(named)人\(who)", ": \(named) of \(quota.seats) seats\(who)")))
        }
        return .group([
            .p(
                .say("报名截止", "Names are due on "), .day(callUp.notice.deadline),
                .say("；超出名额的按先后候补。", "; those beyond the seats wait in order.")), .group(lines),
        ])
    }
}
