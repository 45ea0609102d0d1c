import ArgumentParser
import Dispatch
import Foundation

/// What the machine can do at best: the limit beside which the ledger's figures are read.
struct Bandwidth: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bandwidth",
        abstract: "测量内存与磁盘的上限。Sequential reads, scattered additions, and appends that reach the disk.")

    @Option(help: "顺序读取的内存，MiB。Memory that is read in sequence, in MiB.")
    var size = 1024

    @Option(help: "计数的次数。Counted runs.")
    var runs = 9

    @Option(help: "写入测试文件的目录。Folder of the file that is appended to; the temporary folder without it.")
    var directory: String?

    func run() throws {
        print("work                                          median          best")
        let block = RandomBlock(words: size << 17)
        for threads in [1, 2] {
            let rates = block.readRates(threads: threads, runs: runs)
            show("read, \(threads) thread(s)", rates.reversed(), unit: "GB/s")
        }
        for kibibytes in [256, 4096, 32768, 262_144] {
            let times = ScatterTable(words: kibibytes << 8).secondsPerAddition(runs: 3).map { $0 * 1e9 }
            show("add at random in \(kibibytes) KiB", times, unit: "ns")
        }
        let folder = directory.map { URL(fileURLWithPath: $0) } ?? FileManager.default.temporaryDirectory
        let appends = try secondsPerAppend(in: folder, count: 200).map { $0 * 1e3 }
        show("append 1 KiB and sync", appends, unit: "ms")
        print("checksum \(String(block.sum, radix: 16))")
    }

    /// `figures` from best to worst.
    func show(_ work: String, _ figures: [Double], unit: String) {
        let median = figures.isEmpty ? 0 : figures[figures.count / 2]
        let cells = [median, figures.first ?? 0].map { String(format: "%9.2f ", $0) + unit }
        print(work.padding(toLength: 40, withPad: " ", startingAt: 0), cells.joined(separator: " "))
    }

    /// Seconds of each append of 1 KiB that is on the disk when it returns, sorted.
    func secondsPerAppend(in folder: URL, count: Int) throws -> [Double] {
        let file = folder.appendingPathComponent("xingzhi-bench-\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: file.path, contents: nil) else {
            throw ValidationError("\(file.path) cannot be written.")
        }
        defer { try? FileManager.default.removeItem(at: file) }
        let handle = try FileHandle(forWritingTo: file)
        let record = Data(repeating: 7, count: 1024)
        return try (0..<count).map { _ in
            try seconds {
                try handle.write(contentsOf: record)
                try handle.synchronize()
            }
        }.sorted()
    }
}

/// Seconds that a piece of work took.
private func seconds(_ work: () throws -> Void) rethrows -> Double {
    let span = try ContinuousClock().measure(work)
    return Double(span.components.seconds) + Double(span.components.attoseconds) / 1e18
}

/// Marsaglia's xorshift: cheap enough not to be what is measured.
private struct Xorshift {
    var state: UInt64 = 88_172_645_463_325_252

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

/// Memory far larger than the caches. Its sum is kept and printed, or the compiler would leave the reading out.
private final class RandomBlock {
    private let words: UnsafeMutableBufferPointer<UInt64>
    private(set) var sum: UInt64 = 0

    init(words count: Int) {
        words = .allocate(capacity: count)
        var random = Xorshift()
        for index in words.indices { words[index] = random.next() }
    }

    deinit { words.deallocate() }

    /// Bytes per nanosecond of each run, sorted upwards.
    func readRates(threads: Int, runs: Int) -> [Double] {
        // Every thread reads its own share and writes its own sum, so nothing needs a lock.
        nonisolated(unsafe) let sums = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: threads)
        nonisolated(unsafe) let words = words
        defer { sums.deallocate() }
        return (0..<runs).map { _ in
            let taken = seconds {
                DispatchQueue.concurrentPerform(iterations: threads) { thread in
                    let share = words.count / threads
                    sums[thread] = total(words[thread * share..<(thread + 1) * share])
                }
            }
            sum = sums.reduce(sum, &+)
            return Double(words.count * 8) / taken / 1e9
        }.sorted()
    }
}

/// The sum of some words, wrapping around.
private func total(_ words: Slice<UnsafeMutableBufferPointer<UInt64>>) -> UInt64 {
    let words = UnsafeMutableBufferPointer(rebasing: words)
    var sum: UInt64 = 0
    for word in words { sum &+= word }
    return sum
}

/// A table of counters that are added to in no order: what an engine pays that scatters its updates.
private final class ScatterTable {
    private let counters: UnsafeMutableBufferPointer<UInt32>
    private let additions = 10_000_000

    /// `count` is a power of two.
    init(words count: Int) {
        counters = .allocate(capacity: count)
        counters.initialize(repeating: 1)
    }

    deinit { counters.deallocate() }

    /// Seconds of one addition in each run, sorted.
    func secondsPerAddition(runs: Int) -> [Double] {
        let mask = UInt64(counters.count - 1)
        var random = Xorshift()
        return (0..<runs).map { _ in
            seconds {
                for _ in 0..<additions { counters[Int((random.next() >> 20) & mask)] &+= 1 }
            } / Double(additions)
        }.sorted()
    }
}
