import House
import LedgerEngine
import Records
import Storage
import Store
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
        // The first run is not counted, here and below.
        for _ in 0...max(1, runs) {
            opened = nil
            let begun = clock.now
            opened = try database.read { try RecordColumns.reading($0) }
            seconds.append((clock.now - begun).seconds)
        }
        guard let columns = opened else { return }
        let evaluator = Evaluator(edition: ProvinceEdition.edition, columns: columns)
        let live = evaluator.live(asOf: ProvinceEdition.asOf, by: .processors)
        let memory = BenchmarkLine.mostMemory
        line.print(
            "start-database", seconds: Array(seconds.dropFirst()), digest: ProvinceDigest(live), memory: memory,
            note: "every row read from SQLite and laid out")
        try report(to: database, live)
    }

    /// Every run adds one more activity to the database: titles tell them apart. The first, not counted, is the
    /// reference; the digest is that of the result with it alone, and right only for a database as it was made.
    private func report(to database: Database, _ live: LiveLedger) throws {
        let people = try database.read { try $0.persons().count }
        let first = try database.read { try $0.revision() }
        let added = ProvinceAddition(people: people)
        let clock = ContinuousClock()
        var whole: [Double] = []
        var durable: [Double] = []
        var digest: ProvinceDigest?
        for run in 0...50 {
            let (activity, participations) = run == 0 ? added.reference : added.other(run)
            let draft = Self.draft(activity, participations, title: "N\(first + run)")
            let begun = clock.now
            let reported = try database.perform(
                ReportActivity(draft), by: .localOperator(named: "xingzhi-bench"), on: activity.recorded)
            let written = clock.now
            live.take(.reported(reported.activity, reported.participations))
            let taken = clock.now
            if run == 0 {
                digest = ProvinceDigest(live)
            } else {
                durable.append((written - begun).seconds)
                whole.append((taken - begun).seconds)
            }
        }
        line.print("durable", seconds: durable, note: "the act alone: checked, written, journaled and synced")
        line.print(
            "delta-durable", seconds: whole, digest: digest,
            note: "one activity with 50 people to durable record and updated figures; digest after the reference")
    }

    private static func draft(
        _ activity: Activity, _ participations: [Participation], title: String
    ) -> ActivityDraft {
        ActivityDraft(
            kind: activity.kind, title: title, organiser: activity.organiser, from: activity.from,
            to: activity.to, hours: activity.hours, topics: activity.topics, filed: activity.filed,
            reported: activity.reported,
            participants: participations.map {
                ParticipantDraft(person: $0.person, role: $0.role, hours: $0.hours, completed: $0.completed)
            })
    }
}
