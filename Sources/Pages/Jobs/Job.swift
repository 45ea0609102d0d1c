public import Store
public import Vocabulary

/// Work that takes longer than a page may take, described once: a value that its desk lists in `Desk(jobs:)`. What it is
/// given is kept, so that one that was interrupted can be begun anew (docs/decisions/0109).
public protocol Job: Codable, Sendable {
    /// What it is called in the database.
    static var work: String { get }
    /// Who may begin it.
    static var right: Right { get }
    /// Any one of which is enough, where others may begin it too.
    static var rights: Set<Right> { get }
    /// It touches the whole town: whoever acts within one unit may not.
    static var isTownWide: Bool { get }
    /// What is done, for its reader: `导出人员名单`.
    var words: Words { get }
    /// The address of the thing it is about; empty: none.
    var about: String { get }
    /// Does it on the worker's thread. What it writes to the records it writes by acts, so that a job that is killed leaves
    /// nothing half. Throws `JobRefused` where it cannot be done.
    func run(in run: JobRun) throws -> JobEnd
}

extension Job {
    public static var work: String {
        let name = "\(Self.self)"
        return name.prefix(1).lowercased() + name.dropFirst()
    }

    public static var rights: Set<Right> { [right] }
    public static var isTownWide: Bool { false }
    public var about: String { "" }
}

/// Why a job could not be done, for its reader.
public struct JobRefused: Error, Hashable, Sendable {
    public var words: Words

    public init(_ words: Words) { self.words = words }
}

/// That somebody asked a job to stop, or that the server ends.
public struct JobStopped: Error, Hashable, Sendable {}
