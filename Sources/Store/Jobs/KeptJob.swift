public import Vocabulary

/// Work done beside the pages, as it is kept: who began it, how far it has come, what came of it (后台办理).
public struct KeptJob: Noun {
    public var code: String
    /// Which kind of job; `Job.work`.
    public var work: String
    /// What is done, for its reader.
    public var words: Words
    /// The address of the page whose thing it is about; empty: none.
    public var about: String
    /// What it was given, as JSON: by it the same can be begun anew.
    public var given: String
    public var account: String
    /// Whoever began it, with rights and reach, as JSON: it does what they may do.
    public var reader: String
    public var state: JobState
    public var progress: JobProgress
    public var end: JobEnd
    /// Moments, UTC.
    public var begunAt: String
    public var endedAt: String
    public var isCancelAsked: Bool

    /// One that was just begun.
    public init(
        code: String, work: String, words: Words, about: String, given: String, account: String, reader: String,
        begunAt: String
    ) {
        self.init(
            code: code, work: work, words: words, about: about, given: given, account: account, reader: reader,
            state: .waiting, progress: JobProgress(), end: JobEnd(), begunAt: begunAt, endedAt: "",
            isCancelAsked: false)
    }

    init(
        code: String, work: String, words: Words, about: String, given: String, account: String, reader: String,
        state: JobState, progress: JobProgress, end: JobEnd, begunAt: String, endedAt: String, isCancelAsked: Bool
    ) {
        self.code = code
        self.work = work
        self.words = words
        self.about = about
        self.given = given
        self.account = account
        self.reader = reader
        self.state = state
        self.progress = progress
        self.end = end
        self.begunAt = begunAt
        self.endedAt = endedAt
        self.isCancelAsked = isCancelAsked
    }

    public static let table = Table<KeptJob>(
        "jobs",
        Column("code") { $0.code }, Column("work") { $0.work }, Column("words_zh") { $0.words.zh },
        Column("words_en") { $0.words.en }, Column("about") { $0.about }, Column("given") { $0.given },
        Column("account") { $0.account }, Column("reader") { $0.reader }, Column("state") { $0.state },
        Column("done") { $0.progress.done }, Column("total") { $0.progress.total },
        Column("end_zh") { $0.end.words.zh },
        Column("end_en") { $0.end.words.en }, Column("leads_to") { $0.end.leadsTo },
        Column("file_name") { $0.end.fileName }, Column("file_type") { $0.end.fileType },
        Column("begun_at") { $0.begunAt }, Column("ended_at") { $0.endedAt },
        Column("is_cancel_asked") { $0.isCancelAsked }
    ) {
        code, work, zh, en, about, given, account, reader, state, done, total, endZh, endEn, leadsTo, fileName,
        fileType, begunAt, endedAt, isCancelAsked in
        KeptJob(
            code: code, work: work, words: Words(zh, en), about: about, given: given, account: account, reader: reader,
            state: state, progress: JobProgress(done: done, total: total),
            end: JobEnd(Words(endZh, endEn), leadsTo: leadsTo, fileName: fileName, fileType: fileType),
            begunAt: begunAt, endedAt: endedAt, isCancelAsked: isCancelAsked)
    }
    public static let kind = "job"
    public static let reach = Reach.account("account")
    public static let searched = ["words_zh", "words_en", "code"]
    /// How far it has come is written beside the records, and an old one is swept away.
    public static var unjournaled: Set<String> { Set(table.columns) }
    /// Days that a file is kept, and a line of the list.
    public static let daysFileKept = 7
    public static let daysKept = 60
}

/// How a job stands.
public enum JobState: String, Named, Stored {
    case waiting, running, done, refused, cancelled, interrupted

    public var words: Words {
        switch self {
        case .waiting: Words("排队等候", "Waiting")
        case .running: Words("正在办理", "Under way")
        case .done: Words("已办完", "Done")
        case .refused: Words("没有办成", "Not done")
        case .cancelled: Words("已取消", "Cancelled")
        case .interrupted: Words("中断", "Interrupted")
        }
    }

    /// Nothing more will come of it.
    public var isEnd: Bool { self != .waiting && self != .running }
}

/// So much of so much; nil: nobody knows of how much.
public struct JobProgress: Hashable, Sendable {
    public var done: Int
    public var total: Int?

    public init(done: Int = 0, total: Int? = nil) {
        self.done = done
        self.total = total
    }
}

/// What came of a job: its result, or why there is none.
public struct JobEnd: Hashable, Sendable {
    public var words: Words
    /// The page of the result; empty: none.
    public var leadsTo: String
    /// A file to fetch, by its name for readers; empty: none.
    public var fileName: String
    public var fileType: String

    public init(
        _ words: Words = Words("", ""), leadsTo: String = "", fileName: String = "", fileType: String = ""
    ) {
        self.words = words
        self.leadsTo = leadsTo
        self.fileName = fileName
        self.fileType = fileType
    }
}

extension CodeSeries {
    public static let job = CodeSeries(rawValue: "J")
}
