import Vocabulary

/// What the worker writes. How far a job has come is no act: the journal tells who began and who cancelled it, and what it
/// did to the records by the acts that it performs (docs/decisions/0109).
extension Database {
    /// Takes the job that has waited longest for a process; nil where none waits.
    public func takeJob(for process: String) throws -> KeptJob? {
        // Looked for without a change first: there is none mostly.
        guard try read({ try $0.waitingJob() }) != nil else { return nil }
        return try write(by: Reader.worker.account) { writing in
            guard let code = try writing.waitingJob() else { return nil }
            try writing.connection.execute(
                "update jobs set state = 'running', process = $2, beat = 0 where code = $1 and state = 'waiting'",
                [SQLValue(code), SQLValue(process)])
            return try writing.one(KeptJob.self, code, for: .worker)
        }
    }

    /// Writes how far a job has come, and tells whether somebody asked to stop it; nil where it is no longer this
    /// process's.
    public func note(_ progress: JobProgress, of code: String, by process: String) throws -> Bool? {
        try beat { connection in
            let changed = try connection.execute(
                """
                update jobs set done = $3, total = $4, beat = beat + 1
                where code = $1 and process = $2 and state = 'running'
                """,
                [
                    SQLValue(code), SQLValue(process), SQLValue(progress.done),
                    progress.total.map { SQLValue($0) } ?? .null,
                ])
            guard changed == 1 else { return nil }
            return try ReadTransaction(connection: connection).one(KeptJob.self, code, for: .worker)?.isCancelAsked
        }
    }

    /// Writes what came of a job. One that was told as interrupted meanwhile stays so.
    public func endJob(
        _ code: String, of process: String, as state: JobState, _ end: JobEnd, _ progress: JobProgress
    ) throws {
        try write(by: Reader.worker.account) { writing in
            _ = try writing.connection.execute(
                """
                update jobs set state = $3, end_zh = $4, end_en = $5, leads_to = $6, file_name = $7, file_type = $8,
                    done = $9, total = $10, ended_at = $11, process = null
                where code = $1 and process = $2 and state = 'running'
                """,
                [
                    SQLValue(code), SQLValue(process), SQLValue(state), SQLValue(end.words.zh), SQLValue(end.words.en),
                    SQLValue(end.leadsTo), SQLValue(end.fileName), SQLValue(end.fileType), SQLValue(progress.done),
                    progress.total.map { SQLValue($0) } ?? .null, SQLValue(writing.at),
                ])
        }
    }

    /// Jobs that other processes are at, with the numbers of their heartbeats.
    public func jobsOfOthers(than process: String) throws -> [(code: String, process: String, beat: Int)] {
        try read { reading in
            try reading.connection.rows(
                "select code, process, beat from jobs where state = 'running' and process <> $1 order by code",
                [SQLValue(process)]
            ) { (try $0.text("code"), try $0.text("process"), try $0.integer("beat")) }
        }
    }

    /// Tells of jobs that nobody is at any more.
    public func interruptJobs(_ codes: [String]) throws {
        guard !codes.isEmpty else { return }
        try write(by: Reader.worker.account) { writing in
            for code in codes {
                try writing.connection.execute(
                    """
                    update jobs set state = 'interrupted', end_zh = $2, end_en = $3, ended_at = $4, process = null
                    where code = $1 and state = 'running'
                    """,
                    [
                        SQLValue(code), SQLValue(JobEnd.interrupted.words.zh), SQLValue(JobEnd.interrupted.words.en),
                        SQLValue(writing.at),
                    ])
            }
        }
    }

    /// Takes away what ended so many days ago and more.
    public func sweepJobs(endedDaysAgo days: Int = KeptJob.daysKept) throws {
        let oldest = SQLValue(Moment.days(days, before: systemClock()))
        // Where there is nothing to do nothing is written.
        let old = try read { reading in
            try reading.connection.rows(
                "select code from jobs where ended_at < $1", [oldest]
            ) { SQLValue(try $0.text("code")) }
        }
        guard !old.isEmpty else { return }
        try write(by: Reader.worker.account) { writing in
            for code in old {
                try writing.connection.execute("delete from jobs where code = $1", [code])
                try writing.connection.execute(
                    "delete from noun_words where kind = $1 and code = $2", [SQLValue(KeptJob.kind), code])
            }
        }
    }

    /// Codes of the jobs whose files are kept: those under way, and those that ended in the last days.
    public func jobsWithFiles() throws -> Set<String> {
        let oldest = SQLValue(Moment.days(KeptJob.daysFileKept, before: systemClock()))
        return try read { reading in
            Set(
                try reading.connection.rows(
                    "select code from jobs where ended_at is null or ended_at >= $1", [oldest]
                ) { try $0.text("code") })
        }
    }

    /// Whether other processes may write to it.
    public var isShared: Bool { engine.dialect != .sqlite }
}

extension JobEnd {
    public static let interrupted = JobEnd(
        Words(
            "服务停止时还没有办完，没有留下半成品。可重新办理。",
            "The server ended before it was done; nothing of it was kept. It can be begun anew."))
}

extension Reading {
    fileprivate func waitingJob() throws -> String? {
        try connection.first(
            "select code from jobs where state = 'waiting' order by begun_at, code limit 1", []
        ) { try $0.text("code") }
    }

    /// The last job of a kind about a thing, whosesoever; for the page of the thing, which tells how it stands.
    public func newestJob(_ work: String, about: String) throws -> KeptJob? {
        try all(
            KeptJob.self, for: .worker, where: "work = \(work) and about = \(about)", order: "begun_at desc, code desc",
            limit: 1
        ).first
    }

    /// How many somebody has in the list of jobs, and how many of them are not over.
    public func jobCounts(for reader: Reader) throws -> (all: Int, open: Int) {
        let all = try count(KeptJob.self, for: reader)
        guard all > 0 else { return (0, 0) }
        return (all, try count(KeptJob.self, for: reader, where: "state in ('waiting', 'running')"))
    }
}

extension Reader {
    /// The worker itself, which sees every job.
    static let worker = Reader(account: "xingzhi", rights: Right.administrators)
}
