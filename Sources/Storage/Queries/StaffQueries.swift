public import Records
public import Store
public import Vocabulary

/// Persons in service on a day, narrowed and ordered as a page of them asks.
public struct StaffQuestion: Hashable, Sendable {
    public enum Order: String, Sendable { case code, name, unit }
    public enum NameMatch: Hashable, Sendable {
        /// Part of the name: reads every name.
        case contains(String)
        /// The beginning of the name: found by index.
        case begins(String)
    }

    public var day: Day
    /// Only by what had been recorded by this day; nil: everything recorded to date.
    public var knownAt: Day?
    public var unit: String?
    /// Whether those of units beneath the unit are meant too.
    public var isBeneath = true
    /// A name, or the whole staff number.
    public var name: NameMatch?
    /// Any one of which they hold on the day; empty: whatever they hold.
    public var categories: [PersonCategory] = []
    public var order = Order.code
    public var isDescending = false

    public init(on day: Day, knownAt: Day? = nil) {
        self.day = day
        self.knownAt = knownAt
    }
}

/// A person and the appointment held on the day asked for.
public struct StaffMember: Hashable, Sendable {
    public var person: Person
    public var appointment: Appointment

    public init(person: Person, appointment: Appointment) {
        self.person = person
        self.appointment = appointment
    }
}

extension Reading {
    /// The person of a staff number: of one that was merged, the one kept.
    public func person(code: String) throws -> Person? {
        try records(
            Person.self,
            "where code = coalesce((select kept from person_mergers where person = $1), $1)", [SQLValue(code)]
        ).first
    }

    /// The record that bears a staff number, merged or not.
    public func personRecord(code: String) throws -> Person? { try record(Person.self, code: code) }

    /// Persons of exactly that name, in whatever width, spacing or dots it was typed, in order of code, at most so many; whoever
    /// was merged by that name is the one kept.
    public func persons(named name: String, limit: Int) throws -> [Person] {
        var arguments: [SQLValue] = []
        let condition = FoldedSearch(name).isAll(of: "name", code: "code", in: .names, &arguments)
        let found = try records(
            Person.self, "where \(condition) order by code limit $\(arguments.count + 1)", arguments + [SQLValue(limit)]
        )
        let same = try samePersons()
        guard !same.isEmpty else { return found }
        var met: Set<String> = []
        return try found.compactMap { person in
            let whose = same.whose(person.code)
            guard met.insert(whose).inserted else { return nil }
            return whose == person.code ? person : try personRecord(code: whose)
        }
    }

    /// The appointment that a person held on a day: the latest begun, where there are several.
    public func appointment(of person: String, on day: Day, knownAt: Day? = nil) throws -> Appointment? {
        try records(
            Appointment.self,
            """
            a where person = $1 and \(holds("a", on: 2, knownAt: 3))
            order by from_day desc, code desc limit 1
            """, [SQLValue(person), SQLValue(day), SQLValue(knownAt: knownAt)]
        ).first
    }

    /// Persons whose appointment on the day is at the unit itself, in order of code.
    public func persons(at unit: String, on day: Day, limit: Int) throws -> (persons: [Person], count: Int) {
        let condition = """
            from appointments a join persons p on p.code = a.person
            where a.unit = $1 and \(Self.isHeld(on: 2, knownAt: 3))
            """
        let arguments = [SQLValue(unit), SQLValue(day), SQLValue(knownAt: nil)]
        let count = try connection.first("select count(*) as found \(condition)", arguments) { try $0.integer("found") }
        let persons = try connection.rows(
            """
            select p.code as code, p.name as name, p.sex as sex, p.birth_month as birth_month,
                p.recorded_day as recorded_day \(condition) order by p.code limit $4
            """, arguments + [SQLValue(limit)]
        ) { try Person($0) }
        return (persons, count ?? 0)
    }

    /// How many of these persons have their appointment on the day at the unit itself.
    public func personCount(of codes: [String], at unit: String, on day: Day) throws -> Int {
        var found = 0
        // Engines take so many values in one statement.
        for start in stride(from: 0, to: codes.count, by: 500) {
            let some = codes[start..<min(start + 500, codes.count)]
            let places = some.indices.map { "$\($0 - start + 4)" }.joined(separator: ", ")
            found +=
                try connection.first(
                    """
                    select count(distinct a.person) as found from appointments a
                    where a.unit = $1 and \(Self.isHeld(on: 2, knownAt: 3)) and a.person in (\(places))
                    """,
                    [SQLValue(unit), SQLValue(day), SQLValue(knownAt: nil)] + some.map { SQLValue($0) }
                ) { try $0.integer("found") } ?? 0
        }
        return found
    }

    /// How many persons a question finds, counted up to `limit`.
    public func staffCount(_ question: StaffQuestion, upTo limit: Int) throws -> Int {
        let (condition, arguments) = Self.condition(question)
        return try connection.first(
            "select count(*) as found from (select 1 \(condition) limit $\(arguments.count + 1)) as matches",
            arguments + [SQLValue(limit)]
        ) { try $0.integer("found") } ?? 0
    }

    public func staff(_ question: StaffQuestion, offset: Int, limit: Int) throws -> [StaffMember] {
        let (condition, arguments) = Self.condition(question)
        let direction = question.isDescending ? " desc" : ""
        let order =
            switch question.order {
            case .code: "p.code\(direction)"
            case .name: "p.name\(direction), p.code"
            case .unit: "a.unit\(direction), p.code"
            }
        return try connection.rows(
            """
            select p.code as person_code, p.name as name, p.sex as sex, p.birth_month as birth_month,
                p.recorded_day as person_recorded, a.code as code, a.unit as unit, a.post as post,
                a.person_rank as person_rank, a.from_day as from_day, a.until_day as until_day,
                a.recorded_day as recorded_day, a.end_recorded_day as end_recorded_day
            \(condition) order by \(order) limit $\(arguments.count + 1) offset $\(arguments.count + 2)
            """, arguments + [SQLValue(limit), SQLValue(offset)]
        ) { row in
            StaffMember(
                person: Person(
                    code: try row.text("person_code"), name: try row.text("name"), sex: try row.code("sex"),
                    birthMonth: try row.text("birth_month"), recorded: try row.day("person_recorded")),
                appointment: Appointment(
                    code: try row.text("code"), person: try row.text("person_code"), unit: try row.text("unit"),
                    post: try row.textOrEmpty("post"), rank: try row.textOrEmpty("person_rank"),
                    dated: try row.dated()))
        }
    }

    /// That appointment `a` is the one held on the day in one parameter, by what was known on the day in another.
    private static func isHeld(on day: Int, knownAt known: Int) -> String {
        """
        \(holds("a", on: day, knownAt: known))
            and not exists (
                select 1 from appointments b where b.person = a.person and \(holds("b", on: day, knownAt: known))
                    and (b.from_day > a.from_day or (b.from_day = a.from_day and b.code > a.code)))
        """
    }

    private static func condition(_ question: StaffQuestion) -> (String, [SQLValue]) {
        var arguments = [SQLValue(question.day), SQLValue(knownAt: question.knownAt)]
        // Persons first: they stand in order of code or name, and a page of them needs no others.
        var text = "from persons p cross join appointments a where a.person = p.code and \(isHeld(on: 1, knownAt: 2))"
        switch question.name {
        case nil: break
        case .contains(let part):
            text += " and " + FoldedSearch(part).isPart(of: "p.name", code: "p.code", in: .names, &arguments)
        case .begins(let part):
            text += " and " + FoldedSearch(part).isBeginning(of: "p.name", code: "p.code", in: .names, &arguments)
        }
        if let unit = question.unit {
            arguments.append(SQLValue(unit))
            text +=
                question.isBeneath
                ? " and a.unit in (\(unitsBeneath(arguments.count)))" : " and a.unit = $\(arguments.count)"
        }
        if !question.categories.isEmpty {
            let places = question.categories.indices.map { "$\(arguments.count + $0 + 1)" }
            arguments += question.categories.map { SQLValue($0.rawValue) }
            text += """
                 and exists (
                    select 1 from category_holdings c where c.person = p.code
                        and c.category in (\(places.joined(separator: ", "))) and \(holds("c", on: 1, knownAt: 2)))
                """
        }
        return (text, arguments)
    }
}

/// Codes of the unit in a parameter and of all beneath it, each once, so that a cycle ends.
func unitsBeneath(_ number: Int) -> String {
    """
    with recursive beneath(code) as (
        select code from units where code = $\(number)
        union select u.code from units u join beneath on u.parent = beneath.code)
    select code from beneath
    """
}
