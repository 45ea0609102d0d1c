/// The one stretch of days in which somebody belonged to a population, as it stands at the head of their row of figures.
///
/// A row begins with the one unit that the person has had (-1 for several or none), then first and last day for each
/// population; figures follow.
struct Stretch: BitwiseCopyable, Sendable {
    var from: Int32
    var until: Int32

    /// In place of a last day: there are several stretches, they stand in a list (`Spans`).
    static let isListed = Int32.min
    /// Nobody's days.
    static let none = Stretch(from: never, until: 0)

    /// How many values stand before the figures.
    static func headCount(populations: Int) -> Int { 1 + 2 * populations }

    @inline(__always)
    init(from: Int32, until: Int32) {
        self.from = from
        self.until = until
    }

    @inline(__always)
    init(_ row: UnsafeMutablePointer<Int32>, _ population: Int) {
        from = row[1 + 2 * population]
        until = row[2 + 2 * population]
    }

    @inline(__always)
    func write(_ row: UnsafeMutablePointer<Int32>, _ population: Int) {
        row[1 + 2 * population] = from
        row[2 + 2 * population] = until
    }

    /// Nil where there are no days.
    var range: ClosedRange<Int32>? { from <= until ? from...until : nil }

    /// Nil where the list must be asked.
    @inline(__always)
    func holds(_ day: Int32) -> Bool? { until == Self.isListed ? nil : from <= day && day <= until }
}
