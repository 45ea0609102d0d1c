import Records
import Storage
public import Store
import Training
public import Vocabulary

/// Takes a file into the records (导入): planned anew with the records of this moment, and written as one change. All rows,
/// or the good ones; or nothing.
public struct ImportRows: Act {
    public static let right = Right.plan
    public static let isTownWide = true
    public static let mayStandAlready = true
    public static let words = Words("导入", "Imported")
    public var request: ImportRequest
    /// Told how far it has come, with no total while the file is read; throws where it shall not go on.
    var progress: @Sendable (_ done: Int, _ total: Int?) throws -> Void

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

    public func perform(in t: ActTransaction) throws -> Outcome {
        let plan = try ImportPlan(request, in: t, today: t.today) { [progress] rows in try progress(rows, nil) }
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
            _ = try t.post(draft)
            if index.isMultiple(of: 50) { try progress(edits.count + index, total) }
        }
        for var site in plan.sites {
            site.code = try t.nextCode(.site)
            try t.writing.add(site)
        }
        return Outcome(preview: preview, code: code)
    }
}
