public import Formats
public import Store
import Synchronization
public import Vocabulary

/// One job while it is done: for whom, on which database, how far it has come, and whether it shall go on.
public final class JobRun: Sendable {
    public let code: String
    public let database: Database
    /// Whoever began it: it does what they may do.
    public let reader: Reader
    public let today: Day
    let files: JobFiles
    private let doors: Doors
    private let about: String
    private let held: Mutex<Held>

    private struct Held {
        var progress = JobProgress()
        var stop: JobState?
    }

    init(
        _ job: KeptJob, reader: Reader, on today: Day, in database: Database, doors: Doors, files: JobFiles
    ) {
        code = job.code
        about = job.about
        self.doors = doors
        self.database = database
        self.reader = reader
        self.today = today
        self.files = files
        held = Mutex(Held())
    }

    /// Tells how far it has come, as often as it likes: it is written half a second apart. Throws `JobStopped` where it
    /// shall not go on.
    public func reached(_ done: Int, of total: Int? = nil) throws {
        let isStopped = held.withLock { held in
            held.progress = JobProgress(done: max(0, done), total: total)
            return held.stop != nil
        }
        if isStopped { throw JobStopped() }
    }

    /// Throws `JobStopped` where it shall not go on.
    public func goOn() throws { if isStopped { throw JobStopped() } }

    /// Whether it shall not go on.
    public var isStopped: Bool { held.withLock { $0.stop != nil } }

    /// Looks at the records as they stand now, as whoever began it may. What goes through many looks again and again: who
    /// writes need not wait for long then.
    public func asking<Value>(_ door: Door = .plain, _ body: (Ask) throws -> Value) throws -> Value {
        let context = PageContext(
            language: .zh, asOf: today, today: today, path: about.isEmpty ? "/jobs/\(code)" : about, query: Query(),
            town: "")
        return try doors.through(door) { reading, ledger in
            try body(Ask(context: context, reader: reader, reading: reading, parts: [:], ledger: ledger))
        }
    }

    /// Writes the file that is its result; nobody can fetch half of it.
    public func file(
        _ name: String, type: String, _ words: Words, _ write: (ByteOutput) throws -> Void
    ) throws -> JobEnd {
        try files.write(code, write)
        return JobEnd(words, fileName: name, fileType: type)
    }

    /// Keeps what a page of its desk shows of it, as long as files of results are kept.
    public func keep(_ bytes: [UInt8]) throws {
        try files.write(JobFiles.aside(code)) { output in for byte in bytes { output.write(byte: byte) } }
    }

    /// Where files lie that belong to the database and that no address leads into.
    public var filesDirectory: String {
        files.directory.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }

    /// Takes away the files of all jobs, which may hold what is to be nowhere any more.
    public func removeFilesOfOthers() throws { try files.sweep(keeping: [code]) }

    var progress: JobProgress { held.withLock { $0.progress } }

    /// Why it was stopped; the first one to say so decides.
    var stopped: JobState? { held.withLock { $0.stop } }

    func stop(as state: JobState) { held.withLock { if $0.stop == nil { $0.stop = state } } }
}
