public import Records
import Spelling
import Storage
public import Store
public import Vocabulary

/// The names behind codes on one page, and the codes behind what was typed. What it has looked up it keeps.
public final class Naming {
    public let reading: any Reading
    private let today: Day
    public let language: Language
    private var units: [String: OrgUnit?] = [:]
    private var persons: [String: Person?] = [:]
    private var chosen: [OrgUnit]?

    public init(_ reading: any Reading, on today: Day, in language: Language) {
        self.reading = reading
        self.today = today
        self.language = language
    }

    public func say(_ words: Words) -> String { words.in(language) }

    /// The code itself where nothing has it.
    public func unitName(_ code: String) throws -> String { try unit(code)?.name ?? code }

    public func personName(_ code: String) throws -> String { try person(code)?.name ?? code }

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

    /// Where somebody works now, for telling namesakes apart: `财政局 副科长`.
    public func whereabouts(of person: String) throws -> String {
        guard let appointment = try reading.appointment(of: person, on: today, knownAt: nil) else { return "" }
        return [try unitName(appointment.unit), appointment.post].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Everybody who may be meant: by code in any case, or by name in any width and spacing.
    public func persons(typed: String) throws -> [Person] {
        for code in typed.codeSpellings { if let person = try person(code) { return [person] } }
        return try reading.persons(named: typed, limit: 50)
    }

    /// Units that somebody may choose from, branches aside; nil where they are too many for a list.
    public func choosableUnits() throws -> [OrgUnit]? {
        if chosen == nil { chosen = try reading.units() }
        guard let chosen, chosen.count <= Self.mostChoices else { return nil }
        return chosen.filter { $0.kind != .branch }
    }

    /// The unit typed by code or by its whole name.
    public func unit(typed: String) throws -> OrgUnit? {
        for code in typed.codeSpellings { if let unit = try unit(code) { return unit } }
        if chosen == nil { chosen = try reading.units() }
        let wanted = ReadText(typed)
        let named = (chosen ?? []).filter { ReadText($0.name) == wanted }
        return named.count == 1 ? named[0] : nil
    }

    private static let mostChoices = 1000
}
