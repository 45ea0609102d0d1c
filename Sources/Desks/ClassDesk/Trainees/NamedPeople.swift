import Pages
import Records
import Storage
import Store
import Vocabulary

/// Whom a unit names for a class (报名表).
struct NamedPeople: Sendable, Hashable {
    var people: [String] = []

    static let most = 500

    static let form = Form<NamedPeople>(
        .init(
            Words("报名", "Names"),
            .persons(\.people, "people", Words("人员", "People"), most: most, onlyWithinReach: true)))

    /// What stands against each, and whose turn it is; what a rule forbids is shown, and the office decides. Asked through the
    /// door of the ledger.
    func remarks(for found: TrainingClass, _ ask: Ask) throws -> HTML {
        let eligibility = try ask.reading.eligibility(for: found, of: people)
        let needs = try ask.needs(of: people, for: found)
        return .each(
            try people.map { code -> HTML in
                guard let person = try ask.naming.person(code) else { return .nothing }
                let held = try ask.reading.categories(of: code, on: ask.today)
                let need = needs[code].flatMap { $0.isPressing ? $0.words(eligibility.rules.seats) : nil }
                return .group([
                    .each(eligibility.bars(person, holding: held)) { bar in
                        .p(
                            .class("warn"),
                            .say("\(person.name)：\(bar.words.zh)", "\(person.name): \(bar.words.en)"))
                    },
                    need.map { .p(.class("quiet"), .say("\(person.name)：\($0.zh)", "\(person.name): \($0.en)")) }
                        ?? .nothing,
                ])
            }
        ) { $0 }
    }
}

extension TrainingClass {
    /// Who would wait then, of the reader's units.
    func waitingThen(_ after: any Reading, _ ask: Ask) throws -> HTML {
        let theirs: SQL = ask.reader.unit.map { .beneath($0, column: "unit") } ?? .always
        let waiting = try after.all(
            Trainee.self, for: ask.reader, where: "class = \(code) and stage = \(TraineeStage.waiting) and \(theirs)",
            order: "named_day, code")
        guard !waiting.isEmpty else { return .nothing }
        let names = try waiting.map { try ask.naming.personName($0.person) }.joined(separator: "、")
        return .p(
            .class("warn"),
            .say("名额已满，提交后候补\(waiting.count)人：\(names)", "Beyond the seats, \(waiting.count) would wait: \(names)"))
    }

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
        let due = quotas.map { callUp.namesDue(of: $0, within) }.max() ?? callUp.notice.deadline
        return .group([
            .p(
                .say("报名截止", "Names are due on "), .day(due),
                .say("；超出名额的按先后候补。", "; those beyond the seats wait in order. ")), .group(lines),
            .p(.link(candidatesAddress, .say("查看可选人选和各人参训情况", "Who may come, and what each needs it for"))),
        ])
    }
}
