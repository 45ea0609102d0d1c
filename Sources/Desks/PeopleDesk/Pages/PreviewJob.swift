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
            try run.keep([UInt8](try JSONEncoder().encode(preview.shortened(to: ImportPreview.mostShown))))
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

extension PreviewJob {
    /// Those of a reader whose form was not sent since: the last of each form.
    static func isOpen(for reader: Reader) -> SQL {
        """
        work = \(work) and state = \(JobState.done) and account = \(reader.account) and exists (
            select 1 from form_drafts d where d.account = jobs.account and d.form = '/import' and d.sent_to is null
            and replace(jobs.given, d.code, '') <> jobs.given
            and not exists (
                select 1 from jobs j where j.work = jobs.work and j.account = jobs.account and j.code > jobs.code
                and replace(j.given, d.code, '') <> j.given))
        """
    }

    /// What was looked through and neither confirmed nor thrown away.
    static func waiting(_ ask: Ask) throws -> [Waiting] {
        guard ImportRows.isAllowed(to: ask.reader) else { return [] }
        return try Waiting.some(
            PreviewPage.open, KeptJob.self, where: isOpen(for: ask.reader), order: "begun_at desc",
            address: "/import/previews", ask
        ) { job in
            let address = "/import/previews/\(job.code)"
            return .init(
                ask.say(job.words), address, remark: .words(job.end.words), act: Words("确认或放弃", "Confirm or discard"),
                at: address)
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
