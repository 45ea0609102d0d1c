import Books
import Pages
import PlanLanguage
import Plans
import Storage
import Store
import Vocabulary

/// Any two editions held against each other: clause by clause, then line by line.
struct ComparePage {
    let old: PlanEdition
    let new: PlanEdition
    let ask: Ask

    /// Throws `NotFound` where one of them is not there, or was not published on the day known at.
    init(_ ask: Ask) throws {
        func edition(_ name: String) throws -> PlanEdition {
            guard let number = ask.parts[name].flatMap({ Int($0) }),
                let edition = try ask.reading.edition(number: number)?.edition,
                ask.context.knownAt.map({ edition.publishedOn <= $0 }) ?? true
            else { throw NotFound(context: ask.context) }
            return edition
        }
        old = try edition("number")
        new = try edition("other")
        self.ask = ask
    }

    static func address(_ old: Int, _ new: Int) -> String { "/plan/editions/\(old)/against/\(new)" }

    func page() -> Page {
        let comparison = PlanComparison(old, new)
        let changed = comparison.clauses.filter { $0.kind != .same }
        var page = Page(
            Words("第\(old.number)版与第\(new.number)版的差异", "Edition \(old.number) against \(new.number)"),
            crumbs: [
                Frame.Crumb(Words("方案", "Plan"), "/plan"), Frame.Crumb(Words("方案版本", "Editions"), "/plan/editions"),
            ],
            .sheet(
                .part(
                    Words("量化要求", "Obligations"), aside: .say("\(changed.count)条不同", "\(changed.count) differ"),
                    changed.isEmpty
                        ? .p(.class("quiet"), .say("各条要求相同。", "Every clause is the same."))
                        : .rows(changed.map { ClauseChange($0, ask.context.language).row })),
                .part(Words("正文", "The text"), text)))
        page.sentence = .say(
            "第\(old.number)版\(old.inForce.iso)起生效，第\(new.number)版\(new.inForce.iso)起生效；要求未变\(comparison.clauses.count - changed.count)条，不同\(changed.count)条。",
            "Edition \(old.number) is in force from \(old.inForce.iso), edition \(new.number) from \(new.inForce.iso); \(comparison.clauses.count - changed.count) clauses are the same, \(changed.count) differ."
        )
        return page
    }

    private var text: HTML {
        let difference = TextDifference(old.text, new.text)
        guard !difference.isSame else { return .p(.class("quiet"), .say("正文相同。", "The text is the same.")) }
        var rows: [HTML] = []
        var same = 0
        func passSame() {
            if same > 0 { rows.append(.p(.class("quiet"), .say("……\(same)段相同……", "… \(same) lines are the same …"))) }
            same = 0
        }
        for line in difference.lines {
            if case .same = line {
                same += 1
                continue
            }
            passSame()
            switch line {
            case .same: break
            case .gone(let text): rows.append(.p(.element("del", [.text(text)])))
            case .new(let text): rows.append(.p(.element("ins", [.text(text)])))
            case .changed(let words): rows.append(.p(.difference(words)))
            }
        }
        passSame()
        return .div(.class("differences"), .group(rows))
    }
}
