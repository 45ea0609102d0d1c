import Testing
import Vocabulary

@testable import Books
@testable import Web

@Suite("Curves that wait to be drawn")
struct TrendsTests {
    private func key(_ number: Int) -> LedgerKey { LedgerKey(edition: 1, asOf: SmallSite.today - number, knownAt: nil) }

    @Test("are drawn by one, the one asked for last first; too many are let go, and may be asked for again")
    func order() {
        let trends = Trends()
        #expect((0..<12).map { trends.known(key($0), revision: 1).isDue } == .init(repeating: true, count: 12))
        #expect((0..<12).map { trends.want(key($0)) } == [true] + .init(repeating: false, count: 11))
        #expect((0..<8).map { _ in trends.next() } == (4..<12).reversed().map(key))
        #expect(trends.next() == nil)

        #expect(trends.known(key(3), revision: 1).isDue, "it was let go")
        #expect(!trends.known(key(4), revision: 1).isDue, "it is being drawn")
        #expect(trends.want(key(3)), "nobody was drawing any more")
    }

    @Test("today's is kept, however many other days are asked for")
    func kept() {
        let trends = Trends()
        func draw(_ number: Int) {
            if trends.known(key(number), revision: 1).isDue {
                trends.remember([], of: key(number), revision: 1, took: .zero)
            }
        }
        for number in 1...100 {
            draw(0)
            draw(number)
            #expect(trends.known(key(0), revision: 1).points != nil)
        }
        #expect(trends.known(key(1), revision: 1).points == nil, "one of long ago is not")
    }
}
