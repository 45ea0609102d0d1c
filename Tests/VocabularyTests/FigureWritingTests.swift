import Testing
import Vocabulary

@Suite("Writing figures")
struct FigureWritingTests {
    @Test(
        "figures are exact for programs and short for people",
        arguments: [
            (12.0, "12", "12"), (33.3, "33.3", "33.3"), (0.25, "0.25", "0.3"), (-1.5, "-1.5", "-1.5"),
            (66.666, "66.666", "66.7"), (99.96, "99.96", "99.96"), (29.96, "29.96", "29.96"), (0.02, "0.02", "0.02"),
            (-0.04, "-0.04", "-0.04"), (0, "0", "0"), (56.99999999999999, "56.99999999999999", "57"),
        ])
    func figures(number: Double, exact: String, plain: String) {
        #expect(Figure.exact(number) == exact)
        #expect(Figure.plain(number) == plain)
    }

    @Test(
        "a share has one decimal, and more only where it would read as all or as nothing",
        arguments: [
            (3_999.0, 4_000.0, "99.98"), (1, 4_000, "0.03"), (39_999, 40_000, "99.997"), (4_000, 4_000, "100"),
            (0, 4_000, "0"), (2_000, 4_000, "50"), (1_999, 4_000, "50.0"), (860_001, 1_000_000, "86.0"),
            (0.860001, 1, "86.0"), (0.859999, 1, "86.0"), (0.86, 1, "86"), (0.4271, 1, "42.7"), (1, 3, "33.3"),
            (2, 3, "66.7"),
            (57, 100, "57"), (7, 25, "28"), (4, 2, "200"), (4_001, 4_000, "100.03"), (1, 100_000_000, "0.000001"),
            (99_999_999, 100_000_000, "99.999999"), (0, 0, "0"), (-1, 4_000, "-0.03"),
        ])
    func shares(part: Double, whole: Double, text: String) {
        #expect(Figure.percent(part, of: whole) == text)
    }

    @Test("no share of a few thousand reads as a whole number that it is not, nor has decimals to no purpose")
    func everyShare() throws {
        for whole in [1, 2, 3, 7, 40, 365, 999, 2_000, 4_000, 12_345] {
            for part in Set([0, 1, 2, whole / 2, whole / 2 + 1, whole - 2, whole - 1, whole]) where part >= 0 {
                let text = Figure.percent(Double(part), of: Double(whole))
                #expect(text.contains(".") == (part * 100 % whole != 0), "\(part) of \(whole) is \(text)")
                let read = try #require(Double(text))
                #expect(abs(read - Double(part) / Double(whole) * 100) < 0.0501)
                #expect(read != 0 || part == 0, "\(part) of \(whole) is \(text)")
                #expect(read != 100 || part == whole, "\(part) of \(whole) is \(text)")
                let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
                #expect(decimals <= 1 || read < 0.1 || read > 99.9, "\(part) of \(whole) is \(text)")
            }
        }
    }

    @Test(
        "a figure below its limit does not read as having reached it",
        arguments: [
            (33.28, 33.3, "33.28"), (33.3, 33.3, "33.3"), (29.97, 30, "29.97"), (89.96, 90, "89.96"),
            (89.94, 89.95, "89.9"), (89.949, 89.95, "89.9"), (66.66, 66.7, "66.66"), (56.99999999999999, 57, "57"),
        ])
    func limits(number: Double, limit: Double, text: String) {
        #expect(Figure.plain(number, shortOf: limit) == text)
    }

    @Test("what is done and what is asked for are written with all their decimals")
    func amounts() {
        for (number, text) in [
            (30.04, "30.04"), (29.5, "29.5"), (0.1 + 0.2, "0.3"), (12, "12"), (33.333, "33.333"), (1e20, "1e+20"),
            (500_000_000.5, "500000000.5"),
        ] {
            #expect(Figure.amount(number) == text)
        }
    }

    @Test("every number can be written")
    func extremes() {
        let numbers = [
            1e300, -1e300, 6_222_021_001_123_456_789, Double.greatestFiniteMagnitude, Double.leastNonzeroMagnitude,
            -Double.leastNonzeroMagnitude, .infinity, -.infinity, .nan, -0.0, 1e15, 1e14 + 0.5, 9.2e18, -9.3e18, 1e17,
            0.5e-9,
        ]
        for number in numbers {
            for other in numbers {
                #expect(!Figure.plain(number, shortOf: other).isEmpty)
                #expect(!Figure.percent(number, of: other).isEmpty)
            }
            for text in [Figure.amount(number), Figure.tenths(number), Figure.exact(number) ?? "-"] {
                #expect(!text.isEmpty)
            }
        }
        #expect(Figure.plain(-0.0) == "0")
    }
}
