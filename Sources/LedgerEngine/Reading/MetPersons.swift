/// How often each person was counted for each bearer and window of a head count: the first time adds, the last one takes.
struct MetPersons: Sendable {
    private let persons: Int
    /// By window and person, where there is only one bearer.
    private var times: [UInt16]
    private var byBearer: [UInt64: UInt16] = [:]

    init(persons: Int, windows: Int, perBearer: Bool) {
        self.persons = persons
        times = [UInt16](repeating: 0, count: perBearer ? 0 : persons * windows)
    }

    /// What counting the person once more (or once less) adds to the number of persons: 1, 0 or -1.
    mutating func count(_ person: Int32, for bearer: Int32, in window: Int, sign: Int32) -> Int32 {
        if times.isEmpty {
            let key = (UInt64(window) << 52) | (UInt64(UInt32(bitPattern: bearer + 1)) << 28) | UInt64(person)
            let before = byBearer[key] ?? 0
            let after = sign > 0 ? before + 1 : before - 1
            byBearer[key] = after == 0 ? nil : after
            return before == 0 ? 1 : after == 0 ? -1 : 0
        }
        let index = window * persons + Int(person)
        let before = times[index]
        times[index] = sign > 0 ? before + 1 : before - 1
        return before == 0 ? 1 : times[index] == 0 ? -1 : 0
    }
}
