import Testing
import Vocabulary

@Suite("Windows")
struct WindowTests {
    @Test(
        "the contract's code and the value are two spellings of one thing",
        arguments: [
            ("6 month", Window.months(6)), ("1 quarter", .quarters(1)), ("5 year", .years(5)),
            ("by --12-10", .byEvery(month: 12, day: 10)), ("by --02-29", .byEvery(month: 2, day: 29)),
            ("by --04-31", .byEvery(month: 4, day: 31)), ("by --02-31", .byEvery(month: 2, day: 31)),
        ])
    func codes(code: String, window: Window) {
        #expect(window.code == code)
        #expect(Window(code: code) == window)
    }

    @Test("a fixed day")
    func fixedDay() throws {
        let day = try #require(Day(iso: "2025-12-31"))
        #expect(Window(code: "by 2025-12-31") == .by(day))
        #expect(Window.by(day).months == nil)
        #expect(Window.quarters(2).months == 6)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "0 year", "-1 year", "1 week", "1", "by", "by 2025-02-30", "by --13-01", "by --00-01", "by --01-00",
            "by --01-32", "by --1-1", "by ---01-01",
            "by --01-01-01", "by --+1-01",
        ])
    func refused(code: String) { #expect(Window(code: code) == nil) }
}
