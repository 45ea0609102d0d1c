import Pages
import Storage
import Store
import Vocabulary

/// How many people the city means to send in a year, by kind (年度计划人数). Each year has its own: the plan of the next is set
/// before the year begins, and changes nothing of the last (docs/decisions/0193).
struct SecondmentPlan: Sendable, Hashable {
    var year: Int
    /// 0: none was set.
    var out = 0
    var up = 0
    var down = 0
    var special = 0

    static let years = 2000...2099

    static let form = Form<SecondmentPlan>(
        .init(
            Words("年度计划人数", "People planned for the year"),
            .number(\.out, "out", Words("外挂", "Out"), in: 0...5000),
            .number(\.up, "up", Words("上挂", "Up"), in: 0...5000),
            .number(\.down, "down", Words("下挂", "Down"), in: 0...5000),
            .number(\.special, "special", Words("特挂", "Special"), hint: Words("没有计划的填0", "0: none"), in: 0...5000)))

    static func setting(_ kind: SecondmentKind, _ year: Int) -> SettingName {
        SettingName(rawValue: "secondment.planned.\(kind.rawValue).\(year)")
    }

    static func path(_ kind: SecondmentKind) -> any WritableKeyPath<SecondmentPlan, Int> & Sendable {
        switch kind {
        case .out: \.out
        case .up: \.up
        case .down: \.down
        case .special: \.special
        }
    }

    func people(_ kind: SecondmentKind) -> Int { self[keyPath: Self.path(kind)] }
}

/// Sets the plan of a year.
struct SetSecondmentPlan: Act {
    static let right = Right.plan
    static let words = Words("设置挂职年度计划", "Plan of secondments set")
    static let isTownWide = true
    var plan: SecondmentPlan

    func perform(in t: ActTransaction) throws {
        guard try t.secondmentPlan(plan.year) != plan else { try t.refuse(SecondmentProblem.nothingChanged) }
        for kind in SecondmentKind.allCases {
            try t.writing.set(SecondmentPlan.setting(kind, plan.year), to: String(plan.people(kind)))
        }
    }
}

extension Reading {
    func secondmentPlan(_ year: Int) throws -> SecondmentPlan {
        var plan = SecondmentPlan(year: year)
        for kind in SecondmentKind.allCases {
            if let people = try setting(SecondmentPlan.setting(kind, year)).flatMap({ Int($0) }) {
                plan[keyPath: SecondmentPlan.path(kind)] = people
            }
        }
        return plan
    }
}

extension Ask {
    /// The year that the address names.
    fileprivate func plannedYear() throws -> Int {
        guard let year = parts["year"].flatMap({ Int($0) }), SecondmentPlan.years.contains(year) else {
            throw NotFound(context: context)
        }
        return year
    }
}

extension Routes {
    mutating func secondmentPlan() {
        var flow = FormFlow(Words("挂职年度计划", "Plan of secondments"), SecondmentPlan.form) { ask in
            try ask.reading.secondmentPlan(try ask.plannedYear())
        } act: { plan, _ in
            SetSecondmentPlan(plan: plan)
        } then: { _ in
            SecondmentYear.address
        }
        flow.opening = { ask in .p(.b(.text(ask.say("\(try ask.plannedYear())年", String(try ask.plannedYear()))))) }
        flow.seen = { ask in
            let year = try ask.plannedYear()
            let rows = try SecondmentKind.allCases.compactMap { kind in
                try ask.reading.journal(ofKind: "setting", code: SecondmentPlan.setting(kind, year).rawValue).last
            }
            let last = rows.max { $0.seq < $1.seq }
            return Seen(kind: "setting", code: last?.objectCode ?? "", seq: last?.seq ?? 0)
        }
        flow.crumbs = { ask in
            [
                Secondment.home,
                Frame.Crumb(SecondmentYear.words, "\(SecondmentYear.address)?year=\(try ask.plannedYear())"),
            ]
        }
        form("\(SecondmentYear.address)/:year/plan", flow)
    }
}
