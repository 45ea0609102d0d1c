public import Vocabulary

/// What stands in one column: as every engine stores it, and as the journal tells it.
public protocol Stored: Sendable {
    /// Throws `UnexpectedRow` where the column holds something else.
    init(stored: SQLValue) throws
    var stored: SQLValue { get }
    var journaled: JournalValue { get }
    /// The way back from `journaled`.
    init(journaled: JournalValue) throws
}

/// A value as it stands in the journal's JSON: days are told as days, not as numbers.
public enum JournalValue: Hashable, Sendable, Codable {
    case none
    case number(Int64)
    case text(String)
    case list([JournalValue])
    case row([String: JournalValue])

    public init(from decoder: any Decoder) throws {
        let place = try decoder.singleValueContainer()
        if place.decodeNil() {
            self = .none
        } else if let number = try? place.decode(Int64.self) {
            self = .number(number)
        } else if let text = try? place.decode(String.self) {
            self = .text(text)
        } else if let values = try? place.decode([JournalValue].self) {
            self = .list(values)
        } else {
            self = .row(try place.decode([String: JournalValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var place = encoder.singleValueContainer()
        switch self {
        case .none: try place.encodeNil()
        case .number(let number): try place.encode(number)
        case .text(let text): try place.encode(text)
        case .list(let values): try place.encode(values)
        case .row(let values): try place.encode(values)
        }
    }
}

extension Stored {
    public var journaled: JournalValue {
        switch stored {
        case .null: .none
        case .integer(let number): .number(number)
        case .text(let text): .text(text)
        }
    }

    public init(journaled: JournalValue) throws {
        switch journaled {
        case .none: try self.init(stored: .null)
        case .number(let number): try self.init(stored: .integer(number))
        case .text(let text): try self.init(stored: .text(text))
        case .list, .row: throw UnexpectedRow("journal", expected: "\(Self.self)")
        }
    }
}

/// An empty text is stored as NULL: engines disagree whether the two differ.
extension String: Stored {
    public init(stored: SQLValue) throws {
        switch stored {
        case .text(let text): self = text
        case .null: self = ""
        case .integer: throw UnexpectedRow("", expected: "text")
        }
    }

    public var stored: SQLValue { SQLValue(self) }
}

extension Int: Stored {
    public init(stored: SQLValue) throws {
        guard case .integer(let number) = stored, let number = Int(exactly: number) else {
            throw UnexpectedRow("", expected: "integer")
        }
        self = number
    }

    public var stored: SQLValue { SQLValue(self) }
}

/// As 0 and 1.
extension Bool: Stored {
    public init(stored: SQLValue) throws {
        switch stored {
        case .integer(0): self = false
        case .integer(1): self = true
        default: throw UnexpectedRow("", expected: "0 or 1")
        }
    }

    public var stored: SQLValue { SQLValue(self) }
}

/// As the number of the day.
extension Day: Stored {
    public init(stored: SQLValue) throws {
        guard case .integer(let number) = stored, let number = Int32(exactly: number) else {
            throw UnexpectedRow("", expected: "a day")
        }
        self.init(number: number)
    }

    public var stored: SQLValue { SQLValue(self) }
    public var journaled: JournalValue { .text(iso) }

    public init(journaled: JournalValue) throws {
        guard case .text(let text) = journaled, let day = Day(iso: text) else {
            throw UnexpectedRow("journal", expected: "a day")
        }
        self = day
    }
}

/// As so many fen.
extension Money: Stored {
    public init(stored: SQLValue) throws { self.init(fen: try Int(stored: stored)) }
    public var stored: SQLValue { SQLValue(fen) }
}

extension Optional: Stored where Wrapped: Stored {
    public init(stored: SQLValue) throws {
        if case .null = stored { self = nil } else { self = try Wrapped(stored: stored) }
    }

    public var stored: SQLValue { self?.stored ?? .null }
    public var journaled: JournalValue { self?.journaled ?? .none }

    public init(journaled: JournalValue) throws {
        if case .none = journaled { self = nil } else { self = try Wrapped(journaled: journaled) }
    }
}

/// A value of a closed list, by its word.
extension Stored where Self: RawRepresentable, RawValue == String {
    public init(stored: SQLValue) throws {
        guard case .text(let text) = stored, let value = Self(rawValue: text) else {
            throw UnexpectedRow("", expected: "\(Self.self)")
        }
        self = value
    }

    public var stored: SQLValue { .text(rawValue) }
}
