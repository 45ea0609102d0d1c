import Dispatch
import Records
import Synchronization
import TestEngines
import Testing
import Vocabulary

@testable import Storage
@testable import Store

@Suite struct CodeTests {
    @Test(arguments: TestEngine.allCases)
    func codesGoOnAfterTheBook(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        let codes = try database.write(by: "测试") { transaction in
            [
                try transaction.nextCode(.activity, on: day("2026-09-30")),
                try transaction.nextCode(.activity, on: day("2026-10-01")),
                try transaction.nextCode(.activity, on: day("2027-01-04")),
                try transaction.nextCode(.participation, on: day("2026-09-30")),
                try transaction.nextCode(.voiding, on: day("2026-09-30")),
            ]
        }
        #expect(codes == ["A2026-000042", "A2026-000043", "A2027-000001", "R2026-000101", "V2026-000001"])
    }

    @Test(arguments: TestEngine.allCases)
    func severalCodesAtOnceAreThoseOfOneByOne(_ engine: TestEngine) throws {
        let database = try engine.openSmall()
        let codes = try database.write(by: "测试") { transaction in
            try transaction.nextCodes(.participation, count: 3, on: day("2026-09-30"))
                + [transaction.nextCode(.participation, on: day("2026-09-30"))]
                + transaction.nextCodes(.participation, count: 0, on: day("2026-09-30"))
                + transaction.nextCodes(.participation, count: 2, on: day("2027-01-04"))
        }
        #expect(
            codes == [
                "R2026-000101", "R2026-000102", "R2026-000103", "R2026-000104", "R2027-000001", "R2027-000002",
            ])
    }

    @Test(arguments: TestEngine.allCases)
    func aChangeThatIsNotKeptLeavesNoGap(_ engine: TestEngine) throws {
        struct Refused: Error {}
        let database = try engine.openSmall()
        #expect(throws: Refused.self) {
            try database.write(by: "测试") { transaction in
                _ = try transaction.nextCode(.activity, on: day("2026-09-30"))
                throw Refused()
            }
        }
        let code = try database.write(by: "测试") { try $0.nextCode(.activity, on: day("2026-09-30")) }
        #expect(code == "A2026-000042")
    }

    /// Forty clerks press the button at once: each gets a code of their own, and the journal stays one chain.
    @Test(arguments: TestEngine.allCases)
    func everyWriterGetsACodeOfTheirOwn(_ engine: TestEngine) async throws {
        let database = try engine.openSmall()
        let written = Mutex<[Result<String, any Error>]>([])
        DispatchQueue.concurrentPerform(iterations: 40) { number in
            let code = Result {
                try database.write(by: "文员\(number)") { transaction in
                    let code = try transaction.nextCode(.activity, on: day("2026-09-30"))
                    try transaction.add(.study(code), with: [])
                    return code
                }
            }
            written.withLock { $0.append(code) }
        }
        let codes = try written.withLock { try $0.map { try $0.get() } }
        #expect(Set(codes).count == 40)
        #expect(codes.max() == "A2026-000081")
        let verdict = try await Task.detached { try database.verifyJournal() }.value
        guard case .intact(rows: 41, _) = verdict else {
            Issue.record("\(verdict)")
            return
        }
    }

    @Test func codesFromElsewhereAreLeftAlone() {
        #expect(CodeSeries.parts(of: "A2026-000123").map { $0.counter } == "A2026")
        #expect(CodeSeries.parts(of: "A2026-1234567").map { $0.number } == 1_234_567)
        for code in [
            "A2026-123", "x2026-000001", "学2026-000001", "A26-000001", "2026-000001", "A2026-000001-2", "A2026-00000x",
            "",
        ] {
            #expect(CodeSeries.parts(of: code) == nil, "\(code)")
        }
    }
}
