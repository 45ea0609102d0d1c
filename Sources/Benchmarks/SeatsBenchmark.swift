import ArgumentParser
import Exchange
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

    func run() throws {
        if format == "text" {
            print("instance             work      median s   worst s     value     bound  gap %  details")
        }
        for path in instances {
            let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            var reading = Stopwatch("read")
            let instance = try reading.measure(runs: runs) { try SeatFile.instance(bytes) }
            var planning = Stopwatch("propose")
            let proposal = try planning.measure(runs: runs) { try SeatPlanner(instance).propose() }
            let figures = SeatFigures(of: proposal.seats, in: instance)
            show(
                Line(
                    instance: name, work: "propose", median: planning.median, most: planning.most, proposal: proposal,
                    feasible: SeatCheck(proposal.seats, in: instance).isFeasible, figures: figures,
                    reading: reading.median))
            try replan(instance, name, after: proposal)
        }
    }

    /// Ten pins that the proposal had not, drawn anew for each run; the worst of the runs is what is quoted.
    private func replan(_ instance: SeatInstance, _ name: String, after first: SeatProposal) throws {
        var watch = Stopwatch("replan")
        var worst: SeatProposal?
        var feasible = true
        for seed in 0..<UInt64(runs) {
            var draw = Draw(state: seed + 1)
            // Ten pins may contradict each other, as anybody's may; then others are drawn.
            while true {
                let wishes = SeatWishes(pins: draw.pins(10, of: instance, besides: Set(first.seats)))
                guard (try? SeatPlanner(instance).propose(wishes: wishes, previous: first.seats)) != nil else {
                    continue
                }
                let next = try watch.measure(runs: 1) {
                    try SeatPlanner(instance).propose(wishes: wishes, previous: first.seats)
                }
                feasible = feasible && SeatCheck(next.seats, in: instance, wishes: wishes).isFeasible
                if (next.changes?.movedPct ?? 0) >= (worst?.changes?.movedPct ?? 0) { worst = next }
                break
            }
        }
        guard let worst else { return }
        show(
            Line(
                instance: name, work: "replan", median: watch.median, most: watch.most, proposal: worst,
                feasible: feasible, figures: SeatFigures(of: worst.seats, in: instance), reading: nil))
    }

    private struct Line {
        var instance: String
        var work: String
        var median: Double
        var most: Double
        var proposal: SeatProposal
        var feasible: Bool
        var figures: SeatFigures
        var reading: Double?
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
                json.field("feasible", line.feasible)
                json.field("seats", figures.seats)
                json.field("due", figures.due)
                json.field("due_covered", figures.dueCovered)
                json.field("smallest_share", figures.smallestShare)
                json.field("share_std", figures.shareDeviation)
                json.field("moved_pct", proposal.changes?.movedPct)
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
            "\(line.feasible ? "feasible" : "NOT FEASIBLE"), \(figures.seats) seats, "
            + "due \(figures.dueCovered)/\(figures.due), "
            + String(format: "share min %.3f std %.4f, ", figures.smallestShare, figures.shareDeviation)
        if let moved = proposal.changes?.movedPct { details += String(format: "moved at most %.2f %%, ", moved) }
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

    mutating func pins(_ count: Int, of instance: SeatInstance, besides taken: Set<Seat>) -> [Seat] {
        var pins: [Seat] = []
        while pins.count < count {
            let seatClass = instance.classes[below(instance.classes.count)]
            let seat = Seat(person: below(instance.persons.count), classID: seatClass.id)
            guard instance.isEligible(seat.person, for: seatClass), !taken.contains(seat) else { continue }
            if !pins.contains(where: { $0.person == seat.person }) { pins.append(seat) }
        }
        return pins
    }
}
