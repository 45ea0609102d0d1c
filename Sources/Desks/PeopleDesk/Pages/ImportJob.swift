import Exchange
import Formats
import Pages
import Store
import Vocabulary

/// Takes a file into the records beside the pages. What is wrong comes back as its file.
struct ImportJob: Job {
    static let right = ImportRows.right
    static let isTownWide = true

    var given: ImportGiven

    var words: Words { Words("导入\(given.name)", "Import \(given.name)") }
    var about: String { "/import" }

    func run(in run: JobRun) throws -> JobEnd {
        do {
            let request = try given.request
            let act = ImportRows(request) { done, total in try run.reached(done, of: total) }
            let outcome = try run.database.perform(act, by: run.reader, on: run.today)
            return try end(of: outcome, request, run)
        } catch let refused as ImportRefused {
            throw JobRefused(refused.words)
        }
    }

    private func end(of outcome: ImportRows.Outcome, _ request: ImportRequest, _ run: JobRun) throws -> JobEnd {
        let preview = outcome.preview
        let isRefused = !preview.wrong.isEmpty && !given.goodRows
        let done: Words =
            if let code = outcome.code { Words("已导入，编号\(code)。", "Imported as \(code). ") } else if isRefused {
                Words("有行有误，没有写入。", "Rows are wrong; nothing was written. ")
            } else {
                Words("没有变化，未写入。", "Nothing differs; nothing was written. ")
            }
        let words = Words(done.zh + preview.summary.zh, done.en + preview.summary.en)
        let leadsTo = outcome.code.map { "/import/files/\($0)" } ?? ""
        guard !preview.wrong.isEmpty else { return JobEnd(words, leadsTo: leadsTo) }
        let workbook = try preview.wrongRows(of: request, in: .zh)
        var end = try run.file("有误的行.xlsx", type: ImportFiles.workbook, words) { output in
            try workbook.write { for byte in $0 { output.write(byte: byte) } }
        }
        end.leadsTo = leadsTo
        return end
    }
}

enum ImportFiles {
    static let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
}
