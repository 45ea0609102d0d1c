import Formats
import Foundation
import House
import Store
import Synchronization
import TestEngines
import Testing
import Vocabulary

@testable import Pages

/// What a job of a test does, told by what it is given.
struct TrialJob: Job {
    static let right = Right.report
    var deed: Deed
    var name = "一"

    enum Deed: String, Codable {
        case count, refuse, fail, waitUntilStopped, writeUntilStopped, file, halfFile, look, lookAtLedger
    }

    var words: Words { Words("试办\(name)", "Trial \(name)") }

    func run(in run: JobRun) throws -> JobEnd {
        switch deed {
        case .look:
            return JobEnd(Words(try run.asking { "\($0.reader.account) \($0.today.iso)" }, ""))
        case .lookAtLedger: return JobEnd(Words(try run.asking(.ledger) { $0.reader.account }, ""))
        case .count:
            for step in 1...200 { try run.reached(step, of: 200) }
            return JobEnd(Words("数到200", "counted to 200"), leadsTo: "/somewhere")
        case .refuse: throw JobRefused(Words("不符合条件", "not so"))
        case .fail: throw CocoaError(.coderInvalidValue)
        case .waitUntilStopped:
            while true {
                try run.reached(1, of: 2)
                usleep(1000)
            }
        case .writeUntilStopped:
            // As an import does: one change, during which nobody else writes.
            return try run.database.write(by: "试") { _ in
                while true {
                    try run.reached(3, of: 4)
                    usleep(1000)
                }
            }
        case .file: return try run.file("名单.csv", type: "text/csv", Words("1行", "1 row")) { $0.write("甲\n") }
        case .halfFile:
            return try run.file("名单.csv", type: "text/csv", Words("", "")) { output in
                output.write(String(repeating: "甲", count: 1 << 20))
                throw JobRefused(Words("写到一半", "half"))
            }
        }
    }
}

@Suite("Jobs, done beside the pages", .onEveryEngine)
struct JobTests {
    static let today = Day(number: 20_700)
    static let clerk = Reader(account: "水务局联络员", rights: [.see, .report])
    static let other = Reader(account: "别的单位", rights: [.see, .report])
    static let administrator = Reader(account: "系统管理员", rights: [.see, .administerUsers])

    private func open() throws -> (Database, String) {
        (try TestEngine.current.freshPlace().open(), NSTemporaryDirectory() + "results-\(UUID().uuidString)")
    }

    private func worker(_ database: Database, _ directory: String) -> JobWorker {
        JobWorker(
            [TrialJob.self], on: database, directory: directory, today: { Self.today },
            // However much else the machine has to do.
            patience: .seconds(3600))
    }

    private func job(_ code: String, _ database: Database) throws -> KeptJob {
        try #require(try database.read { try $0.one(KeptJob.self, code, for: Self.administrator) })
    }

    /// However long it takes until a job stands so.
    private func wait(for code: String, _ database: Database, until isSo: (KeptJob) -> Bool) async throws -> KeptJob {
        for _ in 0..<3000 {
            let job = try job(code, database)
            if isSo(job) { return job }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw CancellationError()
    }

    @Test("is done, with its result and how far it came; the journal tells who began it")
    func done() async throws {
        let (database, directory) = try open()
        let worker = worker(database, directory)
        let begun = try worker.begin(TrialJob(deed: .count), by: Self.clerk, on: Self.today)
        #expect(begun.code.hasPrefix("J2026-"))
        let job = try await wait(for: begun.code, database) { $0.state.isEnd }
        #expect(job.state == .done && job.end.words.zh == "数到200" && job.end.leadsTo == "/somewhere")
        #expect(job.progress == JobProgress(done: 200, total: 200) && !job.endedAt.isEmpty)
        let rows = try database.read { try $0.journal(ofKind: "job", code: job.code) }
        #expect(rows.map(\.act) == ["beginJob"] && rows.map(\.by) == [Self.clerk.account])
        #expect(throws: NotAllowed(right: .report)) {
            try worker.begin(TrialJob(deed: .count), by: Reader(account: "领导", rights: [.see]), on: Self.today)
        }
        worker.stop()
    }

    @Test("looks at the records as whoever began it; without a site there is no ledger beside them")
    func asking() async throws {
        let (database, directory) = try open()
        let worker = worker(database, directory)
        let look = try worker.begin(TrialJob(deed: .look), by: Self.clerk, on: Self.today)
        let shut = try worker.begin(TrialJob(deed: .lookAtLedger), by: Self.clerk, on: Self.today)
        let words = "\(Self.clerk.account) \(Self.today.iso)"
        #expect(try await wait(for: look.code, database) { $0.state.isEnd }.end.words.zh == words)
        #expect(try await wait(for: shut.code, database) { $0.state.isEnd }.state == .refused)
        worker.stop()
    }

    @Test("that cannot be done says why, in words; a broken one says what to do")
    func refused() async throws {
        let (database, directory) = try open()
        let worker = worker(database, directory)
        let refused = try worker.begin(TrialJob(deed: .refuse), by: Self.clerk, on: Self.today)
        let failed = try worker.begin(TrialJob(deed: .fail), by: Self.clerk, on: Self.today)
        #expect(try await wait(for: refused.code, database) { $0.state.isEnd }.end.words.zh == "不符合条件")
        let job = try await wait(for: failed.code, database) { $0.state.isEnd }
        #expect(job.state == .refused && job.end.words.zh.contains("可重新办理"))
        worker.stop()
    }

    @Test("one at a time: the second waits for the first, and can be cancelled while it waits")
    func cancelled() async throws {
        let (database, directory) = try open()
        let worker = worker(database, directory)
        let first = try worker.begin(TrialJob(deed: .waitUntilStopped), by: Self.clerk, on: Self.today)
        let second = try worker.begin(TrialJob(deed: .count), by: Self.clerk, on: Self.today)
        let third = try worker.begin(TrialJob(deed: .count), by: Self.other, on: Self.today)
        let running = try await wait(for: first.code, database) { $0.progress.done == 1 }
        #expect(running.state == .running)
        #expect(try job(second.code, database).state == .waiting)
        try worker.cancel(second.code, by: Self.clerk, on: Self.today)
        #expect(try job(second.code, database).state == .cancelled)
        #expect(throws: Refused.self) { try worker.cancel(first.code, by: Self.other, on: Self.today) }
        try worker.cancel(first.code, by: Self.administrator, on: Self.today)
        #expect(try await wait(for: first.code, database) { $0.state.isEnd }.state == .cancelled)
        #expect(try await wait(for: third.code, database) { $0.state.isEnd }.state == .done)
        #expect(try job(second.code, database).progress.done == 0, "what was cancelled was not begun")
        worker.stop()
    }

    @Test("one that holds the database is cancelled all the same, and tells how far it has come")
    func cancelledWhileWriting() async throws {
        let (database, directory) = try open()
        let worker = worker(database, directory)
        let begun = try worker.begin(TrialJob(deed: .writeUntilStopped), by: Self.clerk, on: Self.today)
        for _ in 0..<3000 where worker.progress(of: begun.code) == nil { try await Task.sleep(for: .milliseconds(10)) }
        for _ in 0..<3000 where worker.progress(of: begun.code)?.done != 3 {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(worker.progress(of: begun.code) == JobProgress(done: 3, total: 4))
        #expect(throws: Refused.self, "somebody else's it is not") {
            try worker.cancel(begun.code, by: Self.other, on: Self.today)
        }
        try worker.cancel(begun.code, by: Self.clerk, on: Self.today)
        #expect(try await wait(for: begun.code, database) { $0.state.isEnd }.state == .cancelled)
        worker.stop()
    }

    @Test("a cancel that another process writes is heard")
    func cancelledElsewhere() async throws {
        let (database, directory) = try open()
        let worker = worker(database, directory)
        let begun = try worker.begin(TrialJob(deed: .waitUntilStopped), by: Self.clerk, on: Self.today)
        // Past the first beat, which is due as soon as it has come anywhere.
        try database.perform(CancelJob(code: begun.code), by: Self.clerk, on: Self.today)
        #expect(try await wait(for: begun.code, database) { $0.state.isEnd }.state == .cancelled)
        worker.stop()
    }

    @Test("what was under way when the server ended is told as interrupted, and is begun anew as it was given")
    func interrupted() async throws {
        let (database, directory) = try open()
        var worker = worker(database, directory)
        let begun = try worker.begin(TrialJob(deed: .waitUntilStopped, name: "三"), by: Self.clerk, on: Self.today)
        let waiting = try worker.begin(TrialJob(deed: .count), by: Self.clerk, on: Self.today)
        _ = try await wait(for: begun.code, database) { $0.state == .running }
        worker.stop()
        #expect(try job(begun.code, database).state == .interrupted)
        #expect(try job(begun.code, database).end.words.zh.contains("可重新办理"))
        #expect(try job(waiting.code, database).state == .waiting, "what only waited goes on waiting")
        worker = self.worker(database, directory)
        worker.start()
        #expect(try await wait(for: waiting.code, database) { $0.state.isEnd }.state == .done)
        let anew = try #require(
            try worker.beginAnew(try job(begun.code, database), by: Self.clerk, on: Self.today))
        #expect(anew.words.zh == "试办三" && anew.code != begun.code)
        try worker.cancel(anew.code, by: Self.clerk, on: Self.today)
        worker.stop()
    }

    @Test("a process that is gone leaves no job under way; one that lives keeps its own")
    func gone() async throws {
        let (database, directory) = try open()
        let first = try database.perform(BeginJob(job: TrialJob(deed: .count)), by: Self.clerk, on: Self.today)
        let second = try database.perform(BeginJob(job: TrialJob(deed: .count)), by: Self.clerk, on: Self.today)
        // No process has this number.
        let ours = JobProcess().name.split(separator: " ")
        _ = try database.takeJob(for: "\(ours[0]) 4194305 x")
        _ = try database.takeJob(for: "elsewhere 1 x")
        let worker = worker(database, directory)
        worker.start()
        let job = try await wait(for: first.code, database) { $0.state.isEnd }
        #expect(job.state == .interrupted && job.end.words.zh.contains("没有留下半成品"))
        if TestEngine.current == .postgres {
            #expect(try self.job(second.code, database).state == .running, "its heartbeat may still come")
        }
        worker.stop()
    }

    @Test("a file is there whole, or not at all, and only while it is kept")
    func files() async throws {
        let (database, directory) = try open()
        let worker = worker(database, directory)
        let whole = try worker.begin(TrialJob(deed: .file), by: Self.clerk, on: Self.today)
        let half = try worker.begin(TrialJob(deed: .halfFile), by: Self.clerk, on: Self.today)
        #expect(try await wait(for: whole.code, database) { $0.state.isEnd }.end.fileName == "名单.csv")
        #expect(try await wait(for: half.code, database) { $0.state.isEnd }.state == .refused)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == [whole.code])
        #expect(try String(contentsOfFile: "\(directory)/\(whole.code)", encoding: .utf8) == "甲\n")
        worker.stop()
        #expect(try database.jobsWithFiles().contains(whole.code))
        try JobFiles(directory: directory).sweep(keeping: [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == [])
        try database.sweepJobs(endedDaysAgo: -1)
        #expect(try database.read { try $0.jobCounts(for: Self.administrator).all } == 0)
        #expect(try database.faults() == [])
    }

    @Test("one sees one's own, and who administers sees all") func reach() throws {
        let (database, _) = try open()
        try database.perform(BeginJob(job: TrialJob(deed: .count)), by: Self.clerk, on: Self.today)
        try database.perform(BeginJob(job: TrialJob(deed: .count)), by: Self.other, on: Self.today)
        func count(_ reader: Reader) throws -> Int { try database.read { try $0.jobCounts(for: reader).all } }
        #expect(try [Self.clerk, Self.other, Self.administrator].map(count) == [1, 1, 2])
        let beneath = Reader(account: Self.clerk.account, rights: [.see], unit: "D01")
        #expect(try count(beneath) == 1)
    }
}
