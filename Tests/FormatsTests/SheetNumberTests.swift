import Testing

@testable import Formats

struct SheetNumberTests {
    @Test(arguments: [
        ("1.0E5", "100000"), ("1E-3", "0.001"), ("13.100000000000001", "13.1"), ("0.30000000000000004", "0.3"),
        ("-0", "0"), ("-0.50", "-0.5"), ("007", "7"), ("+3", "3"), (".5", "0.5"), ("5.", "5"), ("1.5e2", "150"),
        ("9999999999999.99", "9999999999999.99"), ("0.999999999999999999", "1"), ("9.9999999999999999E2", "1000"),
        ("1E+300", "1E+300"), ("-2.5E-200", "-2.5E-200"), ("0.000", "0"), ("123456789012345", "123456789012345"),
    ]) func aNumberIsItsPlainDecimalText(_ stored: String, _ text: String) {
        #expect(SheetNumber(stored)?.text == text)
    }

    @Test(arguments: [
        "", "-", ".", "1,5", "1.2.3", "0x10", "1E", "1E999999999999999999999", "1E401", "NaN", "inf", "１２", " 1",
    ])
    func anythingElseIsNone(_ text: String) {
        #expect(SheetNumber(text) == nil)
    }

    @Test func digitsBehindTheFifteenthAreToldAsLost() throws {
        let number = try #require(SheetNumber("1.1010119900101101E+17"))
        #expect(number.text == "110101199001011010")
        #expect(number.hasLostDigits)
        #expect(SheetNumber("110101199001011000")?.hasLostDigits == true)
        #expect(SheetNumber("123456789012345.5")?.hasLostDigits == false)
        #expect(SheetNumber(999_999_999_999_999).hasLostDigits == false)
        #expect(SheetNumber(1_000_000_000_000_000).hasLostDigits)
        #expect(SheetNumber(Int.min).hasLostDigits)
    }

    @Test func whatIsNoFiniteNumberIsNone() {
        #expect(SheetNumber(Double.nan) == nil)
        #expect(SheetNumber(-Double.infinity) == nil)
        #expect(SheetNumber(0.1 + 0.2)?.text == "0.3")
    }
}
