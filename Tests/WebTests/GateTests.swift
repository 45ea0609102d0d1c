import Dispatch
import Synchronization
import Testing

@testable import Books
@testable import Web

@Suite("Many readers, one who changes")
struct GateTests {
    @Test("nobody reads what is half changed, and every change is made")
    func consistent() {
        let gate = Gate()
        let pair = Pair()
        let torn = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: 8) { worker in
            for _ in 0..<500 {
                if worker < 2 {
                    gate.change {
                        pair.first += 1
                        pair.second += 1
                    }
                } else {
                    gate.read { if pair.first != pair.second { torn.add(1, ordering: .relaxed) } }
                }
            }
        }
        #expect(torn.load(ordering: .relaxed) == 0)
        #expect(pair.first == 1000 && pair.second == 1000)
    }

    private final class Pair: @unchecked Sendable {
        var first = 0
        var second = 0
    }
}
