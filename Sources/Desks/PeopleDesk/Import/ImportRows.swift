import Records
import Storage
public import Store
import Training
public import Vocabulary

/// Takes a file into the records (导入): planned with the records of the moment in which it is written, as one change. All
/// rows, or the good ones; or nothing.
public struct ImportRows: PreparedAct {
    public static let right = Right.plan
    public static let isTownWide = true
    public static let mayStandAlready = true
    public static let words = Words("导入", "Imported")
    public var request: ImportRequest
    /// Told how far it has come, with no total while the file is read; throws where it shall not go on.
    var progress: @Sendable (_ done: Int, _ total: Int?) throws -> Void
    private var prepared: Prepared?

    /// A plan, and the records that it was made with.
    private struct Prepared: Sendable {
        var plan: ImportPlan
        var revision: Int
        var names: OwnColumns
    }

    public init(
        _ request: ImportRequest,
        progress: @escaping @Sendable (_ done: Int, _ total: Int?) throws -> Void = { _, _ in }
    ) {
        self.request = request
        self.progress = progress
    }

    public struct Outcome: Sendable {
        public var preview: ImportPreview
        /// Under which it stands in the journal; nil: nothing was written, since nothing differs or rows are wrong.
        public var code: String?
    }

    /// A large file is read while others may write.
    public func prepared(in reading: ReadTransaction, on today: Day) throws -> ImportRows {
        var act = self
        act.prepared = Prepared(
            plan: try plan(in: reading, on: today), revision: try reading.factRevision(),
            names: try request.names(in: reading))
        return act
    }

    private func plan(in reading: some Reading, on today: Day) throws -> ImportPlan {
        try ImportPlan(request, in: reading, today: today) { [progress] rows in try progress(rows, nil) }
    }

    /// What was prepared, where the records are still those; else it is made anew. Sites are no facts.
    private func planNow(in t: ActTransaction) throws -> ImportPlan {
        guard let prepared, try t.factRevision() == prepared.revision, prepared.plan.sites.isEmpty,
            try request.names(in: t) == prepared.names
        else { return try plan(in: t, on: t.today) }
        return prepared.plan
    }

    public func perform(in t: ActTransaction) throws -> Outcome {
        let plan = try planNow(in: t)
        let preview = plan.preview
        guard request.goodRows || preview.wrong.isEmpty, !plan.isEmpty else {
            return Outcome(preview: preview, code: nil)
        }
        let code = try t.nextCode(.importedFile)
        var edits = plan.edits
        try edits.number { series, count in try t.writing.nextCodes(series, count: count, on: t.today) }
        let total = edits.count + plan.activities.count + plan.sites.count
        let file = ImportedFile(
            kind: request.kind, file: request.file, hash: SHA256.hex([UInt8](request.bytes)), rows: preview.rows,
            new: preview.new, changed: preview.changed)
        try t.writing.write(edits, act: Self.name, kind: importedFileKind, code: code, on: t.today, file: file) {
            done in
            try progress(done, total)
        }
        for (index, draft) in plan.activities.enumerated() {
            _ = try ReportActivity(draft).perform(in: t)
            if index.isMultiple(of: 50) { try progress(edits.count + index, total) }
        }
        for var site in plan.sites {
            site.code = try t.nextCode(.site)
            try t.writing.add(site)
        }
        return Outcome(preview: preview, code: code)
    }
}
