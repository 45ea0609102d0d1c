import ArgumentParser
import Foundation
import LedgerEngine
import Plans
import Records
import Upkeep
import Vocabulary

/// Our engine on the benchmark's data: one line for each kind of work (docs/benchmarks.md).
struct LedgerBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "百万人台账基准。The ledger benchmark, our side of it.")

    @Option(help: "数据目录。Folder of the data set.")
    var data: String

    @Option(help: "规模 S、M、L，写在结果里。Size, as the lines are to say.")
    var size = "M"

    @Option(help: "计数的次数。Counted runs.")
    var runs = 5

    @Option(help: "输出格式：text 或 json。text or json.")
    var format = "text"

    @Option(help: "由该数据做成的数据库目录（province）。Folder of the database made of the data.")
    var database: String?

    @Flag(help: "只做布列并写映像，供另一进程使用。Only lay out and write the image, for another process.")
    var layout = false

    @Flag(help: "使用已有的映像。Take the image as it is, without laying out anew.")
    var keep = false

    func run() throws {
        let image = ColumnImageFile(path: data + "/columns.image")
        if layout { return try layOut(to: image) }
        if !keep { try runLayout() }
        try measure(image)
        if let database {
            try DatabaseBenchmark(directory: database, line: line, runs: min(runs, 3)).run()
        }
    }

    /// The image stays beside the data; it is made by a process of its own, whose memory is not the engine's.
    private func runLayout() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        process.arguments = ["ledger", "--data", data, "--size", size, "--format", format, "--layout"]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ExitCode.failure }
    }

    private func layOut(to image: ColumnImageFile) throws {
        let clock = ContinuousClock()
        var start = clock.now
        let columns = try ProvinceData(directory: URL(fileURLWithPath: data)).columns()
        let laid = (clock.now - start).seconds
        line.print("layout", seconds: [laid], note: "raw columns to ours, both orders of participations")
        start = clock.now
        let evaluator = Evaluator(edition: ProvinceEdition.edition, columns: columns)
        let live = evaluator.live(asOf: ProvinceEdition.asOf, by: .processors)
        let whole = laid + (clock.now - start).seconds
        let memory = BenchmarkLine.mostMemory
        line.print(
            "raw-full", seconds: [whole], digest: ProvinceDigest(live), memory: memory,
            note: "the whole path: raw columns, layout, populations, full evaluation")
        start = clock.now
        try image.write(columns, mark: size)
        line.print("image", seconds: [(clock.now - start).seconds], note: "written and synced")
    }

    private func measure(_ image: ColumnImageFile) throws {
        let (columns, start) = try measureStart(image)
        var reading = Stopwatch("rules")
        let evaluator = reading.measure(runs: runs) {
            Evaluator(edition: ProvinceEdition.edition, columns: columns)
        }
        line.print("rules", seconds: reading.seconds, note: "twelve rules read against the columns")
        try measureDelta(evaluator, memory: measureFull(evaluator))
        try printStart(start, from: image)
    }

    private struct Start {
        var seconds: [Double]
        var memory: Int
    }

    /// One more start, not timed, shows what starts end with: after everything else, for its rows take memory.
    private func printStart(_ start: Start, from image: ColumnImageFile) throws {
        guard let columns = try image.read()?.columns else { throw ExitCode.failure }
        let live = Evaluator(edition: ProvinceEdition.edition, columns: columns)
            .live(asOf: ProvinceEdition.asOf, by: .processors)
        line.print(
            "start", seconds: start.seconds, digest: ProvinceDigest(live), memory: start.memory,
            note: "image mapped and checked, rules read, first full evaluation")
    }

    private var line: BenchmarkLine { BenchmarkLine(size: size, format: format) }

    /// What was made before is let go first, here and below: the engine holds one image and one ledger, not two. The
    /// first run of each kind is not counted.
    private func measureStart(_ image: ColumnImageFile) throws -> (RecordColumns, Start) {
        let clock = ContinuousClock()
        var opened: RecordColumns?
        var first: LiveLedger?
        var mapping: [Double] = []
        var starts: [Double] = []
        for _ in 0...runs {
            (opened, first) = (nil, nil)
            let begun = clock.now
            opened = try image.read()?.columns
            mapping.append((clock.now - begun).seconds)
            first = opened.map {
                Evaluator(edition: ProvinceEdition.edition, columns: $0).live(
                    asOf: ProvinceEdition.asOf, by: .processors)
            }
            starts.append((clock.now - begun).seconds)
        }
        guard let opened, first != nil else { throw ExitCode.failure }
        line.print("start-map", seconds: Array(mapping.dropFirst()), note: "of a start the image, mapped and checked")
        return (opened, Start(seconds: Array(starts.dropFirst()), memory: BenchmarkLine.mostMemory))
    }

    /// The most memory until then: the digest is the harness's own work, and takes memory of its own.
    private func measureFull(_ evaluator: Evaluator) throws -> Int {
        func evaluate(_ times: Int, by workers: Workers) throws -> (LiveLedger, [Double]) {
            let clock = ContinuousClock()
            var live: LiveLedger?
            var seconds: [Double] = []
            for _ in 0...times {
                live = nil
                let begun = clock.now
                live = evaluator.live(asOf: ProvinceEdition.asOf, by: workers)
                seconds.append((clock.now - begun).seconds)
            }
            guard let live else { throw ExitCode.failure }
            return (live, Array(seconds.dropFirst()))
        }
        func measure(_ work: String, _ times: Int, by workers: Workers, memory: Int?, note: String) throws -> Int {
            let (live, seconds) = try evaluate(times, by: workers)
            let memory = memory ?? BenchmarkLine.mostMemory
            line.print(work, seconds: seconds, digest: ProvinceDigest(live), memory: memory, note: note)
            return memory
        }
        let memory = try measure(
            "full", runs, by: .processors, memory: nil,
            note: "as of \(ProvinceEdition.asOf.iso), populations resolved; columns laid out, no result rows")
        return try measure("full-1", max(1, runs / 2), by: .one, memory: memory, note: "the same on one core")
    }

    private func measureDelta(_ evaluator: Evaluator, memory: Int) throws {
        let live = evaluator.live(asOf: ProvinceEdition.asOf, by: .processors)
        let added = ProvinceAddition(people: try ProvinceData(directory: URL(fileURLWithPath: data)).persons)
        // The reference activity is the run that is not counted; the digest is that of the result with it alone.
        let (reference, participations) = added.reference
        live.take(.reported(reference, participations))
        let digest = ProvinceDigest(live)
        let clock = ContinuousClock()
        var deltas: [Double] = []
        for run in 1...max(200, runs) {
            let (activity, participations) = added.other(run)
            let begun = clock.now
            live.take(.reported(activity, participations))
            deltas.append((clock.now - begun).seconds)
        }
        line.print(
            "delta", seconds: deltas, digest: digest, memory: memory,
            note:
                "one activity with 50 people to updated figures, different ones; digest after the reference, run before them"
        )
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension Stopwatch {
    var seconds: [Double] { milliseconds.map { $0 / 1000 } }
}
