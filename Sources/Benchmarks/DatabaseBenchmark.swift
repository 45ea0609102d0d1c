import LedgerEngine
import Records
import Storage
import Training
import Upkeep
import Vocabulary

/// The same data in our database: how long until its columns are ready, and until a new activity is on record for good.
struct DatabaseBenchmark {
    let directory: String
    let line: BenchmarkLine
    let runs: Int

    func run() throws {
        let database = try Database.open(directory: directory)
        defer { try? database.close() }
        let clock = ContinuousClock()
        var opened: RecordColumns?
        var seconds: [Double] = []
        for _ in 0..<max(1, runs) {
            opened = nil
            let begun = clock.now
            opened = try database.read { try RecordColumns.reading($0) }
            seconds.append((clock.now - begun).seconds)
        }
        guard let columns = opened else { return }
        let evaluator = Evaluator(edition: ProvinceEdition.edition, columns: columns)
        let live = evaluator.live(asOf: ProvinceEdition.asOf, by: .processors)
        let isUntouched = try database.read { try $0.revision() } == 2
        line.print(
            "start-database", seconds: seconds, digest: isUntouched ? ProvinceDigest(live).line : nil,
            note: "every row read from SQLite and laid out")
        try report(to: database, live)
    }

    /// Every run adds one more activity to the database: titles tell them apart.
    private func report(to database: Database, _ live: LiveLedger) throws {
        let people = try database.read { try $0.persons().count }
        let first = try database.read { try $0.revision() }
        let added = ProvinceAddition(people: people)
        let clock = ContinuousClock()
        var whole: [Double] = []
        var durable: [Double] = []
        for run in 0..<50 {
            let (activity, participations) = added.other(run)
            let draft = ActivityDraft(
                kind: activity.kind, title: "N\(first + run)", organiser: activity.organiser, from: activity.from,
                to: activity.to, hours: activity.hours, topics: activity.topics, filed: activity.filed,
                reported: activity.reported,
                participants: participations.map {
                    ParticipantDraft(person: $0.person, role: $0.role, hours: $0.hours, completed: $0.completed)
                })
            let begun = clock.now
            let reported = try ReportActivity(draft).perform(
                in: database, by: "xingzhi-bench", on: activity.recorded)
            durable.append((clock.now - begun).seconds)
            live.take(.reported(reported.activity, reported.participations))
            whole.append((clock.now - begun).seconds)
        }
        line.print(
            "durable", seconds: durable, note: "the act alone: checked, written, journaled and synced, 50 runs")
        line.print(
            "delta-durable", seconds: whole, note: "one activity with 50 people to durable record and updated figures")
    }
}
