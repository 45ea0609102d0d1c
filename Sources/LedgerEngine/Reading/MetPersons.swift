/// How often each person was counted for each bearer and window of a head count: the first time adds, the last one takes.
struct MetPersons: Sendable {
    private let windows: Int
    /// By person and window, where there is only one bearer; room is made for persons who came since.
    private var times: [UInt16]
    private let isPerBearer: Bool
    private var byBearer: [UInt64: UInt16] = [:]

    init(persons: Int, windows: Int, perBearer: Bool) {
        self.windows = windows
        isPerBearer = perBearer
        times = [UInt16](repeating: 0, count: perBearer ? 0 : persons * windows)
    }

    /// What counting the person once more (or once less) adds to the number of persons: 1, 0 or -1.
    mutating func count(_ person: Int32, for bearer: Int32, in window: Int, sign: Int32) -> Int32 {
        if isPerBearer {
            let key = (UInt64(window) << 50) | (UInt64(UInt32(bitPattern: bearer + 1)) << 26) | UInt64(person)
            let before = byBearer[key] ?? 0
            let after = sign > 0 ? before + 1 : before - 1
            byBearer[key] = after == 0 ? nil : after
            return before == 0 ? 1 : after == 0 ? -1 : 0
        }
        let index = Int(person) * windows + window
        if index >= times.count {
            times.append(contentsOf: repeatElement(0, count: (Int(person) + 1) * windows - times.count))
        }
        let before = times[index]
        times[index] = sign > 0 ? before + 1 : before - 1
        return before == 0 ? 1 : times[index] == 0 ? -1 : 0
    }
}
