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
            try DatabaseBenchmark(
                directory: database, line: BenchmarkLine(size: size, format: format), runs: min(runs, 3)
            ).run()
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
        let line = BenchmarkLine(size: size, format: format)
        let clock = ContinuousClock()
        var start = clock.now
        let columns = try ProvinceData(directory: URL(fileURLWithPath: data)).columns()
        let laid = (clock.now - start).seconds
        line.print("layout", seconds: [laid], note: "raw columns to ours, both orders of participations")
        start = clock.now
        let evaluator = Evaluator(edition: ProvinceEdition.edition, columns: columns)
        let live = evaluator.live(asOf: ProvinceEdition.asOf, by: .processors)
        let whole = laid + (clock.now - start).seconds
        line.print(
            "raw-full", seconds: [whole], digest: ProvinceDigest(live).line,
            note: "the whole path: raw columns, layout, populations, full evaluation")
        start = clock.now
        try image.write(columns, mark: size)
        line.print("image", seconds: [(clock.now - start).seconds], note: "written and synced")
    }

    private func measure(_ image: ColumnImageFile) throws {
        let line = BenchmarkLine(size: size, format: format)
        let clock = ContinuousClock()
        // What was made before is let go first: the engine holds one image and one ledger, not two.
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
        guard let columns = opened, first != nil else { throw ExitCode.failure }
        first = nil
        var reading = Stopwatch("rules")
        let evaluator = reading.measure(runs: runs) {
            Evaluator(edition: ProvinceEdition.edition, columns: columns)
        }
        line.print("rules", seconds: reading.seconds, note: "twelve rules read against the columns")
        func evaluate(_ times: Int, by workers: Workers) -> (LiveLedger?, [Double]) {
            var live: LiveLedger?
            var seconds: [Double] = []
            for _ in 0...times {
                live = nil
                let begun = clock.now
                live = evaluator.live(asOf: ProvinceEdition.asOf, by: workers)
                seconds.append((clock.now - begun).seconds)
            }
            return (live, Array(seconds.dropFirst()))
        }
        let alone = evaluate(max(1, runs / 2), by: .one).1
        let (full, seconds) = evaluate(runs, by: .processors)
        guard let live = full else { throw ExitCode.failure }
        // The digest is the harness's own work, and takes memory of its own.
        let memory = BenchmarkLine.mostMemory
        line.print(
            "full", seconds: seconds, digest: ProvinceDigest(live).line, memory: memory,
            note: "as of \(ProvinceEdition.asOf.iso), populations resolved; columns laid out, no result rows")
        line.print("full-1", seconds: alone, memory: memory, note: "the same on one core")
        line.print(
            "start", seconds: Array(starts.dropFirst()), memory: memory,
            note: "image mapped and checked, rules read, first full evaluation")
        line.print(
            "start-map", seconds: Array(mapping.dropFirst()), memory: memory,
            note: "of it the image, mapped and checked")

        let people = try ProvinceData(directory: URL(fileURLWithPath: data)).persons
        let added = ProvinceAddition(people: people)
        var deltas: [Double] = []
        var digest = ""
        for run in 0..<max(200, runs) {
            let (activity, participations) = run == 0 ? added.reference : added.other(run)
            let begun = clock.now
            live.take(.reported(activity, participations))
            deltas.append((clock.now - begun).seconds)
            if run == 0 { digest = ProvinceDigest(live).line }
        }
        line.print(
            "delta", seconds: deltas, digest: digest, memory: memory,
            note: "one activity with 50 people to updated figures, 200 different ones, the first is the reference")
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension Stopwatch {
    var seconds: [Double] { milliseconds.map { $0 / 1000 } }
}
