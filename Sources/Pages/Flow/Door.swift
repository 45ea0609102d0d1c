public import Store

/// How the records are opened to a page (docs/decisions/0103).
public enum Door: Sendable {
    /// One consistent view of the database; nobody waits for anybody.
    case plain
    /// The same with the ledger beside it: whoever enters waits while a change is taken in.
    case ledger
    /// The ledger while nobody else reads it, for what is tried out among the records and taken back.
    case ledgerAlone
}

/// Opens the doors of one site.
public struct Doors: Sendable {
    public typealias Body = (ReadTransaction, _ ledger: Any?) throws -> Void
    private let open: @Sendable (Door, Body) throws -> Void

    public init(_ open: @escaping @Sendable (Door, Body) throws -> Void) { self.open = open }

    /// Of a database alone, beside which no ledger is kept.
    init(onto database: Database) {
        open = { door, body in
            guard case .plain = door else { throw DoorStayedShut(door: door) }
            try database.read { try body($0, nil) }
        }
    }

    func through<Value>(_ door: Door, _ body: (ReadTransaction, Any?) throws -> Value) throws -> Value {
        var result: Value?
        try open(door) { result = try body($0, $1) }
        guard let result else { throw DoorStayedShut(door: door) }
        return result
    }
}

/// That a page asked for what its door does not open: a fault of the program.
public struct DoorStayedShut: Error, Hashable, Sendable {
    public var door: Door

    public init(door: Door) { self.door = door }
}
