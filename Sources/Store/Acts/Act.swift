public import Vocabulary

/// Something a user does: a value that is checked, done and journaled in one transaction by `Database.perform`.
public protocol Act: Sendable {
    associatedtype Outcome
    /// Who may do it.
    static var right: Right { get }
    /// Any one of which is enough, where others may do it too (docs/decisions/0128).
    static var rights: Set<Right> { get }
    /// What it is called in the journal.
    static var name: String { get }
    /// What it is called on pages: `报备`, `filed`.
    static var words: Words { get }
    /// Whether it touches everybody, so that only those whose reach is the whole town may do it.
    static var isTownWide: Bool { get }
    /// Whether it may find that what it asks for stands already, and then writes nothing.
    static var mayStandAlready: Bool { get }
    /// The unit it touches, which must lie within the reader's reach; nil: none.
    func unit(in reading: some Reading) throws -> String?
    /// Does it, or throws why not.
    func perform(in t: ActTransaction) throws -> Outcome
}

/// An act that takes long to think over: what it will write is made out on a view of the records, while others write, and
/// holds where they are still the same when its turn comes.
public protocol PreparedAct: Act {
    /// The same, with what it will write.
    func prepared(in reading: ReadTransaction, on today: Day) throws -> Self
}

extension Act {
    /// Throws `NotAllowed` where a reader may do it nowhere.
    public static func require(of reader: Reader) throws {
        guard !rights.isDisjoint(with: reader.rights) else { throw NotAllowed(right: right) }
        if isTownWide, let unit = reader.unit { throw NotAllowed(right: right, unit: unit) }
    }

    public static var name: String {
        let name = "\(Self.self)"
        return name.prefix(1).lowercased() + name.dropFirst()
    }

    /// Whether a reader may do it anywhere: who may not is offered no button.
    public static func isAllowed(to reader: Reader) -> Bool {
        do { try require(of: reader) } catch { return false }
        return true
    }

    public static var rights: Set<Right> { [right] }
    public static var isTownWide: Bool { false }
    public static var mayStandAlready: Bool { false }
    public func unit(in reading: some Reading) throws -> String? { nil }
}

/// Why an act was not done, in words and beside which field.
public protocol Refusal: Error, Hashable, Sendable {
    /// The field's name in the form; empty: the whole.
    var field: String { get }
    /// The fields that it was found from: where one of them could not be read, something else stood in for it, and the form
    /// leaves the refusal out.
    var dependsOn: Set<String> { get }
    var words: Words { get }
}

extension Refusal {
    public var dependsOn: Set<String> { field.isEmpty ? [] : [field] }

    /// Whether it says something although some fields could not be read; `members` is unread where `members.3` is.
    public func stands(besides unread: Set<String>) -> Bool {
        !unread.contains { name in dependsOn.contains { name == $0 || name.hasPrefix($0 + ".") } }
    }
}

/// Every problem that was found, in the order of the form.
public struct Refused: Error, Sendable {
    public var problems: [any Refusal]

    public init(_ problems: [any Refusal]) { self.problems = problems }
}

/// That the reader may not do this, or not there.
public struct NotAllowed: Error, Hashable, Sendable {
    public var right: Right
    /// The unit out of reach, or the reader's own where the whole town is touched; nil: the right is missing.
    public var unit: String?

    public init(right: Right, unit: String? = nil) {
        self.right = right
        self.unit = unit
    }
}

/// That somebody changed the thing after the reader had looked at it.
public struct ChangedMeanwhile: Error, Hashable, Sendable {
    public var by: String
    /// The moment, UTC.
    public var at: String
}

/// That an act changed nothing of which the journal tells: a fault of the program.
public struct ActWithoutTrace: Error, Hashable, Sendable {
    public var act: String
}
