import Books
import LedgerEngine
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// Where somebody in service stands: their last class, and what the plan still asks of them this year.
struct CoveredPerson: Sendable {
    var member: StaffMember
    var categories: [PersonCategory]
    /// The last day of their last class; nil: none is on record.
    var last: Day?
    /// What they owe until the end of the year and have not done, by the earliest day.
    var due: Day?
    var obligations: [String]
}

/// Why somebody is in the gap (覆盖缺口).
enum CoverageGap: String, Named {
    case never, due

    var words: Words {
        switch self {
        case .never: Words("没有参训记录", "No class on record")
        case .due: Words("本年到期，未完成", "Due this year, not done")
        }
    }

    func holds(_ person: CoveredPerson) -> Bool { self == .never ? person.last == nil : person.due != nil }
}

/// Everybody in service within reach, by what the ledger has of them today. Figures and lists are counted from it alike.
struct Coverage {
    let people: [CoveredPerson]
    /// More than a page goes through: nobody was looked at.
    var isTooMany = false
    var hasPlan: Bool

    /// So many are gone through while somebody waits.
    static let most = 20_000

    func people(of category: PersonCategory?, _ gap: CoverageGap?) -> [CoveredPerson] {
        people.filter { person in
            (category.map { person.categories.contains($0) } ?? true) && (gap?.holds(person) ?? true)
        }
    }
}

extension Ask {
    /// Asked through the door of the ledger, once for a page.
    func coverage() throws -> Coverage { try naming.once("coverage") { try lookedAtCoverage() } }

    private func lookedAtCoverage() throws -> Coverage {
        let view = try town.ledger(asOf: today)
        var question = StaffQuestion(on: today)
        question.unit = reader.unit
        let count = try reading.staffCount(question, upTo: Coverage.most + 1)
        guard count <= Coverage.most else { return Coverage(people: [], isTooMany: true, hasPlan: view != nil) }
        let merged = Set(try reading.samePersons().merged)
        let staff = try reading.staff(question, offset: 0, limit: count).filter { !merged.contains($0.person.code) }
        let kinds = view?.edition.kinds ?? ActivityKindCatalogue()
        let last = try reading.lastTraining(
            of: staff.map(\.person.code), in: kinds.kinds(within: .trainingClass) ?? [])
        let categories = try reading.categories(on: today, unit: reader.unit)
        let people = staff.map { member in
            let owed = (view?.live.currentEntries(ofPerson: member.person.code) ?? []).filter { entry in
                guard let to = entry.to, to.year == today.year else { return false }
                return [.behind, .overdue, .onCourse, .notYetDue].contains(entry.standing)
            }
            return CoveredPerson(
                member: member, categories: categories[member.person.code] ?? [], last: last[member.person.code],
                due: owed.compactMap(\.to).min(), obligations: owed.map(\.obligation))
        }
        return Coverage(people: people, hasPlan: view != nil)
    }
}
