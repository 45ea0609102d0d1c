public import Records
import Spelling
import Storage
public import Store
public import Vocabulary

/// From a day on a person belongs to a category (列入干部类别).
public struct BeginCategory: Act {
    public static let right = Right.report
    public static let words = Words("列入干部类别", "Category begun")
    public var person: String
    public var category: PersonCategory
    public var from: Day

    public init(_ person: String, _ category: PersonCategory, from: Day) {
        self.person = person
        self.category = category
        self.from = from
    }

    public func perform(in t: ActTransaction) throws -> CategoryHolding {
        guard try t.person(code: person) != nil else { try t.refuse(PeopleProblem.unknown(.person, person)) }
        try t.requireReach(toPerson: person, with: Self.right)
        var texts = PeopleTexts()
        texts.day(from, .from, today: t.today)
        if let flaw = PeopleRules.rank.flaw(in: category.rawValue) { texts.add(.text(.category, flaw)) }
        let span = DaySpan(from: from)
        let held = try t.categoryHoldings(of: person).first {
            $0.category == category && $0.dated.span.overlaps(span)
        }
        if let held { texts.add(.sameHolding(held.dated.span.from)) }
        try texts.refuse(in: t)
        let holding = CategoryHolding(
            code: try t.nextCode(.categoryHolding), person: person, category: category,
            dated: Dated(from: from, recorded: t.today))
        try t.keep(holding, in: \.categories, about: .person, person)
        return holding
    }
}

/// The last day on which a person belongs to a category (退出干部类别).
public struct EndCategory: Act {
    public static let right = Right.report
    public static let words = Words("退出干部类别", "Category ended")
    public var code: String
    public var until: Day

    public init(_ code: String, until: Day) {
        self.code = code
        self.until = until
    }

    public func perform(in t: ActTransaction) throws -> CategoryHolding {
        guard let before = try t.categoryHolding(code: code) else {
            try t.refuse(PeopleProblem.unknown(.category, code))
        }
        try t.requireReach(toPerson: before.person, with: Self.right)
        return try t.end(before, on: until, in: \.categories, about: .person, before.person)
    }
}
