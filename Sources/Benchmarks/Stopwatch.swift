/// Runs of one piece of work, timed by the machine's own clock; the median is what is quoted.
struct Stopwatch {
    let name: String
    private(set) var milliseconds: [Double] = []

    init(_ name: String) { self.name = name }

    /// One uncounted run, then `runs` counted ones. The results are returned so that no work can be left out.
    mutating func measure<Result>(runs: Int, _ work: () throws -> Result) rethrows -> Result {
        var result = try work()
        for _ in 0..<runs {
            let clock = ContinuousClock()
            let start = clock.now
            result = try work()
            let span = clock.now - start
            milliseconds.append(
                Double(span.components.seconds) * 1000 + Double(span.components.attoseconds) / 1e15)
        }
        return result
    }

    var median: Double {
        let sorted = milliseconds.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }

    var least: Double { milliseconds.min() ?? 0 }
    var most: Double { milliseconds.max() ?? 0 }
}
