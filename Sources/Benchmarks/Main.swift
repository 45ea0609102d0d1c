import ArgumentParser

/// Measures; fails where a result is wrong, never where it is slow. Ratios within one run say more than figures of different days.
@main
struct Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "xingzhi-bench", abstract: "测量各步骤所用时间。Times each step.",
        subcommands: [
            SampleBenchmark.self, LedgerBenchmark.self, ProvinceDatabase.self, Bandwidth.self, SeatsBenchmark.self,
            YearBenchmark.self,
        ])
}
