import ArgumentParser
import Exchange
import Formats
import Foundation
import Glibc
import Seats

/// The seat planner on instance files: a first proposal, and one after ten pins.
struct SeatsBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seats",
        abstract: "测量名额安排：时间、差距、均衡、改动。Times the seat planner, with gap, fairness and seats moved.")

    @Argument(help: "实例文件。Instance files (docs/seats.md).")
    var instances: [String]

    @Option(help: "计数的次数。Counted runs.")
    var runs = 5

    @Option(help: "text 或 json。json: one line per instance and kind of work.")
    var format = "text"

    @Option(help: "另一检查程序，逐个安排再查一遍。Another checker that every proposal is given to.")
    var checker: String?

    func run() throws {
        if format == "text" {
            print("instance             work      median s   worst s     value     bound  gap %  details")
        }
        var feasible = true
        for path in instances {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            var reading = Stopwatch("read")
            let instance = try reading.measure(runs: runs) { try SeatFile.instance(bytes) }
            var planning = Stopwatch("propose")
            let proposal = try planning.measure(runs: runs) { try SeatPlanner(instance).propose() }
            let line = Line(
                path: path, work: "propose", median: planning.median, most: planning.most, proposal: proposal,
                checks: try check(proposal, of: instance, at: path),
                figures: SeatFigures(of: proposal.seats, in: instance), reading: reading.median)
            show(line)
            let again = try replan(instance, path, after: proposal)
            feasible = feasible && line.checks.isGood && again
        }
        if !feasible { throw ExitCode.failure }
    }

    /// Ten pins that the proposal had not, drawn anew for each run; the worst of the runs is what is quoted. Whether
    /// every proposal kept the limits.
    private func replan(_ instance: SeatInstance, _ path: String, after first: SeatProposal) throws -> Bool {
        var watch = Stopwatch("replan")
        var worst: SeatProposal?
        var checks = Checks(own: true, shared: checker.map { _ in true })
        var refused = 0
        for seed in 0..<UInt64(runs) {
            var draw = Draw(state: seed + 1)
            // Ten pins may contradict each other, as anybody's may; then others are drawn, but not for ever.
            while refused < Self.mostRefused {
                guard let pins = draw.pins(10, of: instance, besides: Set(first.seats)) else { break }
                let wishes = SeatWishes(pins: pins)
                do {
                    let next = try watch.measure(runs: 1) {
                        try SeatPlanner(instance).propose(wishes: wishes, previous: first.seats)
                    }
                    checks = checks.and(try check(next, of: instance, at: path, wishes: wishes))
                    if (next.changes?.movedPct ?? 0) >= (worst?.changes?.movedPct ?? 0) { worst = next }
                    break
                } catch is SeatTrouble {
                    refused += 1
                }
            }
        }
        guard let worst else {
            tell("\(path): no ten pins granted, \(refused) draws refused 没有能同时满足的十个锁定，已拒绝 \(refused) 组")
            return true
        }
        show(
            Line(
                path: path, work: "replan", median: watch.median, most: watch.most, proposal: worst,
                checks: checks, figures: SeatFigures(of: worst.seats, in: instance), reading: nil,
                replans: (watch.milliseconds.count, refused)))
        return checks.isGood
    }

    /// Of all runs on one instance together.
    private static let mostRefused = 200

    private func check(
        _ proposal: SeatProposal, of instance: SeatInstance, at path: String, wishes: SeatWishes = .init()
    ) throws -> Checks {
        Checks(
            own: SeatCheck(proposal.seats, in: instance, wishes: wishes).isFeasible,
            shared: try checker.map { try SharedSeatCheck(program: $0).accepts(proposal, instance: path) })
    }

    private func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Our own check, pins included, and the shared checker's where there is one.
    private struct Checks {
        var own: Bool
        var shared: Bool?

        var isGood: Bool { own && shared != false }

        func and(_ other: Checks) -> Checks {
            Checks(own: own && other.own, shared: shared.map { $0 && other.shared == true })
        }

        var words: String {
            switch (own, shared) {
            case (false, _): "NOT FEASIBLE"
            case (true, false): "NOT FEASIBLE BY THE SHARED CHECKER"
            case (true, true): "feasible by both checkers"
            case (true, nil): "feasible"
            }
        }
    }

    private struct Line {
        var path: String
        var work: String
        var median: Double
        var most: Double
        var proposal: SeatProposal
        var checks: Checks
        var figures: SeatFigures
        var reading: Double?
        /// Runs whose pins were granted, and draws that were not.
        var replans: (granted: Int, refused: Int)?

        var instance: String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }
    }

    private func show(_ line: Line) {
        let (proposal, figures) = (line.proposal, line.figures)
        // `ru_maxrss` counts in KiB: the most that this process ever held, earlier instances included.
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let memory = usage.ru_maxrss / 1024
        if format == "json" {
            let output = ByteOutput.standard
            var json = JSONWriter(output)
            json.object { json in
                json.field("instance", line.instance)
                json.field("work", line.work)
                json.field("median_s", line.median / 1000)
                json.field("worst_s", line.most / 1000)
                json.field("value", proposal.value)
                json.field("bound", proposal.bound)
                json.field("gap_pct", proposal.gapPct)
                json.field("feasible", line.checks.own)
                if let shared = line.checks.shared { json.field("feasible_shared", shared) }
                json.field("seats", figures.seats)
                json.field("due", figures.due)
                json.field("due_covered", figures.dueCovered)
                json.field("smallest_share", figures.smallestShare)
                json.field("share_std", figures.shareDeviation)
                json.field("moved_pct", proposal.changes?.movedPct)
                json.field("granted", line.replans?.granted)
                json.field("refused", line.replans?.refused)
                json.field("read_s", line.reading.map { $0 / 1000 })
                json.field("rss_mb", memory)
            }
            json.endLine()
            try? output.finish()
            return
        }
        let cells = String(
            format: "%10.3f%10.3f%10d%10.0f%7.3f", line.median / 1000, line.most / 1000, proposal.value,
            proposal.bound ?? 0, proposal.gapPct ?? 0)
        var details =
            "\(line.checks.words), \(figures.seats) seats, "
            + "due \(figures.dueCovered)/\(figures.due), "
            + String(format: "share min %.3f std %.4f, ", figures.smallestShare, figures.shareDeviation)
        if let moved = proposal.changes?.movedPct { details += String(format: "moved at most %.2f %%, ", moved) }
        if let replans = line.replans {
            details += "\(replans.granted) of \(runs) runs, \(replans.refused) draws refused, "
        }
        if let reading = line.reading { details += String(format: "read in %.3f s, ", reading / 1000) }
        print(
            line.instance.padding(toLength: 20, withPad: " ", startingAt: 0),
            line.work.padding(toLength: 8, withPad: " ", startingAt: 0), cells, "", details + "\(memory) MB")
    }
}

/// Numbers that look random and are the same every time.
private struct Draw {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    /// Nil where so many cannot be found, as in an instance of a few people.
    mutating func pins(_ count: Int, of instance: SeatInstance, besides taken: Set<Seat>) -> [Seat]? {
        guard !instance.classes.isEmpty, instance.persons.count > 0 else { return nil }
        var pins: [Seat] = []
        for _ in 0..<count * 10_000 where pins.count < count {
            let seatClass = instance.classes[below(instance.classes.count)]
            let seat = Seat(person: below(instance.persons.count), classID: seatClass.id)
            guard instance.isEligible(seat.person, for: seatClass), !taken.contains(seat) else { continue }
            if !pins.contains(where: { $0.person == seat.person }) { pins.append(seat) }
        }
        return pins.count == count ? pins : nil
    }
}
