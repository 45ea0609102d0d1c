/// The stretch of time in which an obligation is to be met (考核周期).
public enum Window: Hashable, Sendable {
    case months(Int)
    case quarters(Int)
    case years(Int)
    /// One day, once: 2025年底前 is `by 2025-12-31`.
    case by(Day)
    /// The same day of every year: 每年12月10日前 is `by --12-10`. Of a month that has no such day its last is meant, so
    /// that 每年2月底前 is `by --02-29`.
    case byEvery(month: Int, day: Int)
}

extension Window {
    /// As the contract writes it: `1 year`, `by 2025-12-31`, `by --12-10`.
    public var code: String {
        switch self {
        case .months(let n): "\(n) month"
        case .quarters(let n): "\(n) quarter"
        case .years(let n): "\(n) year"
        case .by(let day): "by \(day.iso)"
        case .byEvery(let month, let day): "by --\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        }
    }

    /// Nil for anything that `code` does not write.
    public init?(code: String) {
        if code.hasPrefix("by --") {
            let parts = code.dropFirst(5).split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, let month = Self.twoDigits(parts[0]), let day = Self.twoDigits(parts[1]),
                (1...12).contains(month), (1...31).contains(day)
            else { return nil }
            self = .byEvery(month: month, day: day)
        } else if code.hasPrefix("by ") {
            guard let day = Day(iso: code.dropFirst(3)) else { return nil }
            self = .by(day)
        } else {
            let parts = code.split(separator: " ")
            guard parts.count == 2, parts[0].utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
            // As long as anybody could write; `isTooLong` says so of it.
            let n = min(Int(parts[0]) ?? Self.endless, Self.endless)
            guard n > 0 else { return nil }
            switch parts[1] {
            case "month": self = .months(n)
            case "quarter": self = .quarters(n)
            case "year": self = .years(n)
            default: return nil
            }
        }
    }

    private static let endless = 9_999

    /// Whether it is longer than the 200 years that `months` knows; a plan or a binding must not say so.
    public var isTooLong: Bool {
        switch self {
        case .months(let n): n > 2_400
        case .quarters(let n): n > 800
        case .years(let n): n > 200
        case .by, .byEvery: false
        }
    }

    private static func twoDigits(_ text: some StringProtocol) -> Int? {
        text.utf8.count == 2 && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }

    /// Length in calendar months, from one to those of 200 years, so that no window leaves the calendar; nil for a fixed day.
    public var months: Int? {
        switch self {
        case .months(let n): min(max(n, 1), 2_400)
        case .quarters(let n): min(max(n, 1), 800) * 3
        case .years(let n): min(max(n, 1), 200) * 12
        case .by, .byEvery: nil
        }
    }
}

extension Window: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let window = Window(code: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a window: \(text)")
        }
        self = window
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(code)
    }
}
