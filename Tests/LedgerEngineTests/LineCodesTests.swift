import Testing

@testable import LedgerEngine

@Suite("Codes of participations")
struct LineCodesTests {
    /// Series, numbers with and without leading zeros, numbers too large for a series, and codes that are of none.
    static let codes =
        (1...300).map { "R\($0)" } + (1...50).map { "R000\($0)" } + (1...90).map { "S\($0)-1" } + ["", "7", "0007"]
        + ["R67108863", "R67108864", "R99999999", "R999999999", "没有数字", "参1", "参01"]

    private func laidOut() -> LineCodes {
        var codes = LineCodes(capacity: 10)
        for code in Self.codes { codes.append(code) }
        return codes
    }

    @Test("each is found where it was put, by itself and among others")
    func found() {
        let codes = laidOut()
        for (line, code) in Self.codes.enumerated() {
            #expect(codes[Int32(line)] == code)
            #expect(codes.lines(coded: [code]) == [code: Int32(line)])
        }
        let all = codes.lines(coded: Self.codes)
        #expect(all == Dictionary(uniqueKeysWithValues: Self.codes.enumerated().map { ($1, Int32($0)) }))
    }

    @Test(
        "what is not there is not found, however alike",
        arguments: ["R301", "R00051", "r1", "S1", "Q1", "没有", "R", "00007"])
    func missing(code: String) {
        #expect(laidOut().lines(coded: [code]).isEmpty)
        #expect(laidOut().lines(coded: [code, "R1"]) == ["R1": 0])
    }
}
