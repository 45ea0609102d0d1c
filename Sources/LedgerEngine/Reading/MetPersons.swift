/// Which persons were counted already, by bearer and window, and by which participation.
struct MetPersons {
    private let persons: Int
    /// By window and person, where there is only one bearer.
    private var lines: [Int32]
    private var byBearer: [UInt64: Int32] = [:]
    private let perBearer: Bool

    init(persons: Int, windows: Int, perBearer: Bool) {
        self.persons = persons
        self.perBearer = perBearer
        lines = [Int32](repeating: -1, count: perBearer ? 0 : persons * windows)
    }

    /// The participation that counted the person before `line`; nil where there is none, and `line` is kept.
    mutating func first(_ line: Int32, of person: Int32, for bearer: Int32, in window: Int) -> Int32? {
        if perBearer {
            let key = (UInt64(window) << 52) | (UInt64(UInt32(bitPattern: bearer + 1)) << 28) | UInt64(person)
            if let first = byBearer[key] { return first }
            byBearer[key] = line
            return nil
        }
        let index = window * persons + Int(person)
        if lines[index] >= 0 { return lines[index] }
        lines[index] = line
        return nil
    }
}
