/// A thing that a desk keeps: one row of one table, with the lists that belong to it.
///
/// The first column is its key. Whoever may see it follows from `reach`.
public protocol Noun: Sendable, Hashable {
    static var table: Table<Self> { get }
    /// Rows of other tables that are read and written with it.
    static var lists: [NounList<Self>] { get }
    static var reach: Reach { get }
    /// Columns by whose words it is found.
    static var searched: [String] { get }
    /// What it is called in the journal.
    static var kind: String { get }
    /// Columns and lists that change without a line of the journal; with the key: all of it.
    static var unjournaled: Set<String> { get }
    /// Whether one that the journal tells of may have gone without a line of its own, as what is destroyed does.
    static func mayBeGone(_ key: String, in reading: some Reading) throws -> Bool
    /// What in it tells of one person and goes with their data; nil: nothing does.
    static var personal: PersonalTexts? { get }
}

extension Noun {
    public static var lists: [NounList<Self>] { [] }
    public static var searched: [String] { [] }
    public static var unjournaled: Set<String> { [] }
    public static func mayBeGone(_ key: String, in reading: some Reading) throws -> Bool { false }
    public static var personal: PersonalTexts? { nil }

    public static var kind: String {
        let name = "\(Self.self)"
        return name.prefix(1).lowercased() + name.dropFirst()
    }

    /// The key as text, as addresses and forms name it.
    public var key: String {
        switch Self.table.keyValue(self) {
        case .text(let text): text
        case .integer(let number): String(number)
        case .null: ""
        }
    }

    var journaled: JournalValue {
        var row = Self.table.journaled(self)
        for list in Self.lists { row[list.name] = list.journaled(self) }
        return .row(row)
    }
}

/// Whose a noun is: by it lists are kept to what a reader may see, and acts to what they may touch.
public indirect enum Reach: Sendable {
    /// A column names the unit.
    case unit(String)
    /// A column names another noun, whose reach it shares.
    case through(String, any Noun.Type)
    /// A column names another noun, one of whose own columns names the unit: of what everybody sees, the part that is its keeper's.
    case throughUnit(String, any Noun.Type, unit: String)
    /// Whoever reaches it by one of several ways.
    case either([Reach])
    /// Columns name the kind and the code of another noun, whose reach it shares; rows of other kinds are none of its.
    case record(kind: String, code: String, any Noun.Type)
    /// A column names the account that made it: one's own, and all for those who administer.
    case account(String)
    /// Everybody's, such as a list of hosts.
    case everybody
}

extension Reach {
    /// What narrows a table to what a reader may see.
    func condition(for reader: Reader) -> SQL {
        switch self {
        case .everybody: return .always
        case .account(let column):
            return reader.isAdministrator ? .always : "\(name: column) = \(reader.account)"
        case .unit(let column):
            return reader.unit.map { "\(name: column) in (\(SQL.units(beneath: $0)))" } ?? .always
        case .record(let kind, let code, let other):
            return "\(name: kind) = \(other.kind) and \(other.condition(for: reader, by: code))"
        case .through(let column, let other):
            return other.reach.condition(for: reader) == .always ? .always : other.condition(for: reader, by: column)
        case .throughUnit(let column, let other, let unit):
            let reach = Reach.unit(unit).condition(for: reader)
            return reach == .always ? .always : other.condition(reach, by: column)
        case .either(let ways):
            let conditions = ways.map { $0.condition(for: reader) }
            return conditions.contains(.always) ? .always : .any(conditions)
        }
    }
}

extension Noun {
    fileprivate static func condition(for reader: Reader, by column: String) -> SQL {
        condition(reach.condition(for: reader), by: column)
    }

    fileprivate static func condition(_ condition: SQL, by column: String) -> SQL {
        "\(name: column) in (select \(name: table.key) from \(name: table.name) where \(condition))"
    }
}

extension SQL {
    /// The codes of a unit and of all beneath it.
    static func units(beneath unit: String) -> SQL {
        """
        with recursive beneath (code) as (
            select code from units where code = \(unit)
            union
            select units.code from units join beneath on units.parent = beneath.code
        )
        select code from beneath
        """
    }
}
