import Accounts
public import Records
import Spelling
import Storage
public import Store
public import Vocabulary

/// The names behind codes on one page, and the codes behind what was typed. What it has looked up it keeps.
public final class Naming {
    public let reading: any Reading
    public let today: Day
    public let language: Language
    private var units: [String: OrgUnit?] = [:]
    private var persons: [String: Person?] = [:]
    private var chosen: [OrgUnit]?
    private var kept: [String: Any] = [:]
    /// Whose reach bounds what can be chosen; nil: nobody's.
    private let reader: Reader?

    public init(_ reading: any Reading, on today: Day, in language: Language, for reader: Reader? = nil) {
        self.reader = reader
        self.reading = reading
        self.today = today
        self.language = language
    }

    public func say(_ words: Words) -> String { words.in(language) }

    /// The code itself where nothing has it.
    public func unitName(_ code: String) throws -> String { try unit(code)?.name ?? code }

    public func personName(_ code: String) throws -> String { try person(code)?.name ?? code }

    /// Whoever did something, as pages call them: `王芳（P00123）`.
    public func accountName(_ account: String) throws -> String {
        try once("account \(account)") { try reading.accountName(account) }
    }

    public func unit(_ code: String) throws -> OrgUnit? {
        if let known = units[code] { return known }
        let found = try reading.unit(code: code)
        units[code] = .some(found)
        return found
    }

    public func person(_ code: String) throws -> Person? {
        if let known = persons[code] { return known }
        let found = try reading.person(code: code)
        persons[code] = .some(found)
        return found
    }

    /// What a page asks for several times, looked up at the first.
    public func once<Value>(_ key: String, _ look: () throws -> Value) rethrows -> Value {
        // A missing one would pass for a known nil.
        if let known = kept[key], let value = known as? Value { return value }
        let found = try look()
        kept[key] = found
        return found
    }

    /// Where somebody works now, for telling namesakes apart: `财政局 副科长`.
    public func whereabouts(of person: String) throws -> String {
        try whereaboutsParts(of: person).joined(separator: " ")
    }

    /// Unit and post, each where there is one.
    func whereaboutsParts(of person: String) throws -> [String] {
        guard let held = try appointment(of: person) else { return [] }
        return [try unitName(held.unit), held.post].filter { !$0.isEmpty }
    }

    func unit(of person: String) throws -> String? { try appointment(of: person)?.unit }

    private func appointment(of person: String) throws -> Appointment? {
        try once("appointment \(person)") { try reading.appointment(of: person, on: today, knownAt: nil) }
    }

    /// People in service whose names begin with what was typed, or whose number it is.
    func people(beginningWith typed: String, limit: Int, onlyWithinReach: Bool = false) throws -> [Person] {
        var question = StaffQuestion(on: today)
        if onlyWithinReach { question.unit = reader?.unit }
        question.name = .begins(typed)
        return try reading.staff(question, offset: 0, limit: limit).map(\.person)
    }

    /// Everybody who may be meant: by code in any case, or by name in any width and spacing.
    public func persons(typed: String) throws -> [Person] {
        guard typed.utf8.count <= Self.longestName else { return [] }
        for code in typed.codeSpellings { if let person = try person(code) { return [person] } }
        return try reading.persons(named: typed, limit: 50)
    }

    /// Units that somebody may choose from, branches aside; nil where they are too many for a list.
    public func choosableUnits() throws -> [OrgUnit]? {
        let all = try allUnits()
        guard all.count <= Self.mostChoices else { return nil }
        let own = try reader.flatMap { try reading.unitsWithinReach(of: $0) }
        return all.filter { $0.kind != .branch && own?.contains($0.code) ?? true }
    }

    /// Nouns that the reader may see, as a form offers them.
    public func reachable<N: Noun>(
        _ type: N.Type, where condition: SQL, order: String, limit: Int
    ) throws -> [N] {
        try reading.all(type, for: reader ?? .everybody, where: condition, order: order, limit: limit)
    }

    /// Whether a unit is one that the reader sees.
    public func isWithinReach(_ unit: String) throws -> Bool {
        try reader.map { try reading.isWithinReach(unit, of: $0) } ?? true
    }

    private func allUnits() throws -> [OrgUnit] {
        if let chosen { return chosen }
        let all = try reading.units()
        for unit in all { units[unit.code] = unit }
        chosen = all
        return all
    }

    /// The unit typed by code or by its whole name.
    public func unit(typed: String) throws -> OrgUnit? {
        guard typed.utf8.count <= Self.longestName else { return nil }
        for code in typed.codeSpellings { if let unit = try unit(code) { return unit } }
        let wanted = ReadText(typed)
        let named = try allUnits().filter { ReadText($0.name) == wanted }
        return named.count == 1 ? named[0] : nil
    }

    private static let mostChoices = 1000
    /// More bytes than any name has: a longer text costs more than it can find.
    private static let longestName = 1000
}
