import Accounts
import Dispatch
import Foundation
import Glibc
public import Store
import Synchronization
public import Vocabulary

/// Does the jobs of one process, one at a time, on a thread that gives way to pages.
public final class JobWorker: Sendable {
    let files: JobFiles
    private let database: Database
    private let doors: Doors
    private let kinds: [String: any Job.Type]
    private let today: @Sendable () -> Day
    private let prepareThread: @Sendable () -> Void
    private let tidying: @Sendable () throws -> Void
    private let patience: Duration
    /// By which the rows tell whose a running job is.
    private let process = JobProcess().name
    private let held = Mutex(Held())
    private let news = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let beats = DispatchQueue(label: "xingzhi.jobs", qos: .utility)

    private struct Held {
        var hasThread = false
        var isStopping = false
        var run: JobRun?
        var tidied: ContinuousClock.Instant?
        /// Jobs of other processes, as their heartbeats were last seen, and since when.
        var others: [String: Seen] = [:]
    }

    /// `directory` is where files of results are kept. `prepareThread` is called on the worker's thread, `tidying` now and
    /// then, once an hour at most. `patience` is how long the heartbeat of another process may stand still. `doors` are
    /// those of the site; nil: jobs look at the database alone.
    public init(
        _ kinds: [any Job.Type], on database: Database, directory: String, today: @escaping @Sendable () -> Day,
        doors: Doors? = nil,
        prepareThread: @escaping @Sendable () -> Void = {}, tidying: @escaping @Sendable () throws -> Void = {},
        patience: Duration = .seconds(30)
    ) {
        self.tidying = tidying
        self.patience = patience
        self.kinds = Dictionary(kinds.map { ($0.work, $0) }) { first, _ in first }
        self.database = database
        self.doors = doors ?? Doors(onto: database)
        self.today = today
        self.prepareThread = prepareThread
        files = JobFiles(directory: directory)
    }

    deinit {
        held.withLock { $0.isStopping = true }
        news.signal()
    }

    /// Puts a job in the queue; its row.
    @discardableResult
    public func begin<J: Job>(_ job: J, by reader: Reader, on today: Day) throws -> KeptJob {
        let kept = try database.perform(BeginJob(job: job), by: reader, on: today)
        start()
        return kept
    }

    /// The same again: what was interrupted, refused, cancelled, or whose file is gone. Nil where this program has no such
    /// job any more.
    func beginAnew(_ job: KeptJob, by reader: Reader, on today: Day) throws -> KeptJob? {
        func begin<J: Job>(_ type: J.Type) throws -> KeptJob {
            try self.begin(try JSONDecoder().decode(type, from: Data(job.given.utf8)), by: reader, on: today)
        }
        return try kinds[job.work].map { try begin($0) }
    }

    /// What a job kept for a page of its desk; nil where it is no longer there.
    public func kept(by code: String) throws -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: files.path(of: JobFiles.aside(code))) else { return nil }
        defer { try? file.close() }
        return [UInt8](try file.readToEnd() ?? Data())
    }

    func cancel(_ code: String, by reader: Reader, on today: Day) throws {
        // In this process it need not wait for the next look at its row; and what it is at may keep the row from being written.
        guard let job = try database.read({ try $0.one(KeptJob.self, code, for: reader) }) else {
            throw Refused([JobProblem.unknown])
        }
        guard !job.state.isEnd else { throw Refused([JobProblem.isOver]) }
        held.withLock { $0.run?.code == code ? $0.run : nil }?.stop(as: .cancelled)
        if reader.may(.administerUsers) {
            try database.perform(CancelAnyJob(code: code), by: reader, on: today)
        } else {
            try database.perform(CancelJob(code: code), by: reader, on: today)
        }
    }

    /// Begins to look for jobs: those that wait from before too. Jobs that nobody is at any more are told as interrupted.
    public func start() {
        let isFirst = held.withLock { held in
            defer { held.hasThread = true }
            return !held.hasThread
        }
        guard isFirst else {
            news.signal()
            return
        }
        let thread = Thread { [weak self, news, prepareThread] in
            // On Linux this is the thread's own.
            setpriority(Int32(PRIO_PROCESS.rawValue), 0, 19)
            prepareThread()
            while let pause = self?.turn() { _ = news.wait(timeout: .now() + pause) }
        }
        thread.name = "xingzhi.jobs"
        // Pages are made of deeply nested trees, and a job may make one.
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Stops the job that is under way, and begins no other. One that does not hear of it in time is told as interrupted by
    /// whoever looks next.
    public func stop(within seconds: Double = 10) {
        let hasThread = held.withLock { held in
            held.isStopping = true
            held.run?.stop(as: .interrupted)
            return held.hasThread
        }
        news.signal()
        if hasThread { _ = ended.wait(timeout: .now() + seconds) }
    }

    /// Does whatever waits; for how many seconds there will be nothing then. Nil once it shall stop.
    private func turn() -> Double? {
        do {
            try tellInterrupted()
            try sweep()
            while !held.withLock({ $0.isStopping }), let job = try database.takeJob(for: process) { carryOut(job) }
        } catch {
            // The database cannot be asked or written to now; pages say so. The next look tells.
            if !held.withLock({ $0.isStopping }) { return 5 }
        }
        if held.withLock({ $0.isStopping }) {
            ended.signal()
            return nil
        }
        return database.isShared ? 5 : 60
    }

    private func carryOut(_ job: KeptJob) {
        do {
            let reader = try reader(of: job)
            let run = JobRun(job, reader: reader, on: today(), in: database, doors: doors, files: files)
            let isStopping = held.withLock { held in
                held.run = run
                return held.isStopping
            }
            if isStopping { run.stop(as: .interrupted) }
            let (state, end) = watched(run) { outcome(of: job, run) }
            if state != .done { files.remove(job.code) }
            write(state, end, of: run)
            held.withLock { $0.run = nil }
        } catch {
            let run = JobRun(
                job, reader: Reader(account: job.account, rights: []), on: today(), in: database, doors: doors,
                files: files)
            write(.refused, JobEnd(JobRefused.words(of: error)), of: run)
        }
    }

    /// Whoever began it, with what they may do by now: a role may have ended since. Throws `JobRefused`.
    private func reader(of job: KeptJob) throws -> Reader {
        let begun = try JSONDecoder().decode(Reader.self, from: Data(job.reader.utf8))
        return try database.read { reading in
            // Who works without an account is whoever sits at this machine.
            guard let account = try reading.account(named: begun.account) else { return begun }
            let post = try reading.posts(of: account.name, on: today()).first { $0.unit == begun.unit ?? "" }
            let now = Reader(account, in: post)
            if let kind = kinds[job.work] {
                let may = !account.isDisabled && !kind.rights.isDisjoint(with: now.rights)
                guard may, !kind.isTownWide || now.unit == nil else { throw JobRefused.noLongerMay }
            }
            return now
        }
    }

    /// How far a job has come by this process's own account, which its row is told half a second later, or once it may be
    /// written.
    func progress(of code: String) -> JobProgress? { held.withLock { $0.run?.code == code ? $0.run?.progress : nil } }

    private func outcome(of job: KeptJob, _ run: JobRun) -> (JobState, JobEnd) {
        do {
            guard let kind = kinds[job.work] else { throw JobRefused.unknownKind }
            let end = try kind.run(job.given, run)
            return (.done, end)
        } catch is JobStopped {
            return run.stopped == .cancelled ? (.cancelled, JobEnd()) : (.interrupted, .interrupted)
        } catch {
            return (.refused, JobEnd(JobRefused.words(of: error)))
        }
    }

    /// Writes half a second apart how far a job has come, and hears whether it shall stop, while `body` is at it.
    private func watched<Value>(_ run: JobRun, _ body: () -> Value) -> Value {
        let timer = DispatchSource.makeTimerSource(queue: beats)
        timer.schedule(deadline: .now() + 0.5, repeating: 0.5)
        let last = Mutex((progress: JobProgress(), ticks: 0))
        timer.setEventHandler { [self] in
            let progress = run.progress
            let isDue = last.withLock { last in
                last.ticks += 1
                defer { last.progress = progress }
                // Others tell by the heartbeat that it is alive; and by this a cancel of another process is heard.
                return last.progress != progress || database.isShared && last.ticks % 4 == 0
            }
            guard isDue else { return }
            do {
                guard let isCancelled = try database.note(progress, of: run.code, by: process) else {
                    return run.stop(as: .interrupted)
                }
                if isCancelled { run.stop(as: .cancelled) }
            } catch {
                // What cannot be written now is at the next beat, or at the end.
            }
        }
        timer.resume()
        defer {
            timer.cancel()
            // No beat is under way any more.
            beats.sync {}
        }
        return body()
    }

    /// Until it is written, or the server ends: then it is told as interrupted at the next start.
    private func write(_ state: JobState, _ end: JobEnd, of run: JobRun) {
        while true {
            do {
                return try database.endJob(run.code, of: process, as: state, end, run.progress)
            } catch {
                if held.withLock({ $0.isStopping }) { return }
                _ = news.wait(timeout: .now() + 5)
            }
        }
    }

    /// A directory's database belongs to this process alone: who was at a job is gone. On a server it is gone whose
    /// process is, or whose heartbeat stood still for too long by this process's clock.
    private func tellInterrupted() throws {
        let others = try database.jobsOfOthers(than: process)
        let now = ContinuousClock.now
        let gone = held.withLock { held in
            var seen: [String: Seen] = [:]
            for other in others {
                let known = held.others[other.code]
                seen[other.code] = known?.beat == other.beat ? known : Seen(beat: other.beat, since: now)
            }
            held.others = seen
            return others.filter { other in
                !database.isShared || JobProcess.isGone(other.process)
                    || now - (seen[other.code]?.since ?? now) > patience
            }
        }
        try database.interruptJobs(gone.map(\.code))
    }

    /// A heartbeat, and since when it is that.
    private struct Seen {
        var beat: Int
        var since: ContinuousClock.Instant
    }

    private func sweep() throws {
        let now = ContinuousClock.now
        let isDue = held.withLock { held in
            if let last = held.tidied, now - last < .seconds(3600) { return false }
            held.tidied = now
            return true
        }
        guard isDue else { return }
        try tidying()
        try database.sweepJobs()
        try files.sweep(keeping: try database.jobsWithFiles())
    }
}

extension Job {
    fileprivate static func run(_ given: String, _ run: JobRun) throws -> JobEnd {
        try JSONDecoder().decode(Self.self, from: Data(given.utf8)).run(in: run)
    }
}
