public import Store
import Vocabulary

/// A form that was sent: who sent it, what, and the database it is for.
public struct Sent {
    public let context: PageContext
    public let reader: Reader
    public let database: Database
    public let doors: Doors
    public let parts: [String: String]
    public let fields: Query
    /// What is wrong with so much of it; nil where nothing is.
    public let excess: FieldError?
    /// What is done beside the pages.
    public let jobs: JobWorker?
    /// Where the files of papers lie.
    public let evidence: EvidenceStore?
    /// What acts are called.
    public let acts: ActNames
    /// A file that came with it.
    public var upload: Upload?

    public init(
        context: PageContext, reader: Reader, database: Database, doors: Doors, parts: [String: String], fields: Query,
        excess: FieldError?, jobs: JobWorker? = nil, evidence: EvidenceStore? = nil, acts: ActNames = ActNames(),
        upload: Upload? = nil
    ) {
        self.acts = acts
        self.jobs = jobs
        self.evidence = evidence
        self.upload = upload
        self.context = context
        self.reader = reader
        self.database = database
        self.doors = doors
        self.parts = parts
        self.fields = fields
        self.excess = excess
    }

    /// Looks at the records as they stand now.
    public func asking<Value>(_ door: Door = .plain, _ body: (Ask) throws -> Value) throws -> Value {
        try doors.through(door) { reading, ledger in
            try body(
                Ask(
                    context: context, reader: reader, reading: reading, parts: parts, jobs: jobs, evidence: evidence,
                    acts: acts, ledger: ledger))
        }
    }
}
