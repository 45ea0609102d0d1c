import Books
import Pages
import Records
import Storage
import Vocabulary

/// Who is in service on a day: everybody, or those of a unit or of a name.
struct InService {
    private let town: TownPage
    private let context: PageContext
    private var question: StaffQuestion
    /// Whether nothing but who serves where is asked, which is laid out in memory.
    private var isPlain = true

    /// Counted no further in a search of very many.
    private static var mostCounted: Int { 2000 }

    /// `isOwn`: without those of the units beneath the unit.
    init(_ town: TownPage, _ context: PageContext, named name: String? = nil, unit: String? = nil, isOwn: Bool = false)
    {
        self.town = town
        self.context = context
        question = StaffQuestion(on: context.asOf, knownAt: context.knownAt)
        question.unit = unit
        question.isBeneath = !(isOwn && unit != nil)
        question.name = name.map { town.town.isLarge ? .begins($0) : .contains($0) }
        isPlain = name == nil
    }

    mutating func order(by key: String, isFalling: Bool) {
        guard let order = StaffQuestion.Order(rawValue: key) else { return }
        question.order = order == .unit && town.town.isLarge ? .code : order
        question.isDescending = isFalling
        isPlain = false
    }

    private var key: StaffKey {
        StaffKey(
            unit: question.unit, isBeneath: question.isBeneath, day: context.asOf, knownAt: context.knownAt)
    }

    var count: Int {
        guard question.name != nil else { return town.staff(key, offset: 0, limit: 0).count }
        return town.directory.ask {
            try $0.staffCount(question, upTo: town.town.isLarge ? Self.mostCounted : .max)
        } ?? 0
    }

    func part(_ first: Int, _ most: Int) -> [StaffMember] {
        let directory = town.directory
        guard isPlain else { return directory.ask { try $0.staff(question, offset: first, limit: most) } ?? [] }
        return town.staff(key, offset: first, limit: most).codes.compactMap { code in
            guard let person = directory.person(code),
                let held = directory.appointment(of: code, on: context.asOf, knownAt: context.knownAt)
            else { return nil }
            return StaffMember(person: person, appointment: held)
        }
    }
}
