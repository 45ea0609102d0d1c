import Formats
import Foundation
import Pages
import Storage
import Store
import Vocabulary

/// Looks a large file through beside the pages: what an import of it would do. Nothing is written. Its page is
/// `/import/previews/:code`, from which it is confirmed.
struct PreviewJob: Job {
    static let work = "previewImport"
    static let right = ImportRows.right
    static let isTownWide = true

    var given: ImportGiven
    /// Of the form in which it was handed in.
    var draft: String

    var words: Words { Words("核对\(given.name)", "Look \(given.name) through") }
    var about: String { "/import" }

    func run(in run: JobRun) throws -> JobEnd {
        do {
            let request = try given.request
            let today = run.today
            let preview = try run.database.read { reading in
                try ImportPlan(request, in: reading, today: today) { try run.reached($0) }.preview
            }
            try run.keep([UInt8](try JSONEncoder().encode(preview.shortened(to: ImportPreview.most))))
            let end = JobEnd(preview.summary, leadsTo: "/import/previews/\(run.code)")
            guard preview.wrongCount > 0 else { return end }
            let workbook = try preview.wrongRows(of: request, in: .zh)
            var file = try run.file("有误的行.xlsx", type: ImportFiles.workbook, end.words) { output in
                try workbook.write { for byte in $0 { output.write(byte: byte) } }
            }
            file.leadsTo = end.leadsTo
            return file
        } catch let refused as ImportRefused {
            throw JobRefused(refused.words)
        }
    }
}

extension ImportRequest {
    /// Whether it is looked through while its reader waits: it takes a second at most. What takes long is to read a large
    /// file, and to lay out the people of a large town.
    func isSmall(in reading: some Reading) throws -> Bool {
        guard bytes.count <= Self.mostBytesAtOnce else { return false }
        return try reading.personCount(upTo: Self.mostPeopleAtOnce + 1) <= Self.mostPeopleAtOnce
    }

    private static let mostBytesAtOnce = 200 << 10
    private static let mostPeopleAtOnce = 40_000
}
