import Foundation
import PeopleDesk
import Storage
import Store
import Training
import Vocabulary

/// A file to be imported: its bytes, so that server and command read the same.
struct ImportCall: Codable, Sendable {
    var request: ImportRequest
    var format: OutputFormat

    func perform(in database: Database, asked: WriteRequest, on today: Day) throws -> WriteReply {
        let outcome = try database.perform(ImportRows(request), by: asked.reader, on: today)
        return reply(outcome.preview, isWritten: outcome.code != nil, in: asked.language)
    }

    /// Nothing is written.
    func rehearse(in database: Database, language: Language) throws -> WriteReply {
        let today = try database.read { try TownClock($0).today }
        let preview = try database.read { try ImportPlan(request, in: $0, today: today).preview }
        return reply(preview, isWritten: nil, in: language)
    }

    /// `isWritten`: nil where it was a rehearsal.
    private func reply(_ preview: ImportPreview, isWritten: Bool?, in language: Language) -> WriteReply {
        let isRefused = !preview.wrong.isEmpty && !request.goodRows
        let words: Words =
            switch (isRefused, isWritten) {
            case (true, nil): Words("预演：有误的行须先改正。", "A rehearsal: the wrong rows must be mended first.")
            case (true, _):
                Words(
                    "有行有误，没有写入。加 --good-rows 可只导入无误的行。",
                    "Rows are wrong, and nothing was written. With --good-rows the others are.")
            case (false, nil): Words("预演：没有写入。", "A rehearsal: nothing was written.")
            case (false, true): Words("已导入。", "Imported.")
            case (false, _): Words("没有变化，未写入。", "Nothing differs; nothing was written.")
            }
        return WriteReply(
            ending: isRefused ? .unusable : .done, message: words.in(language),
            output: format == .json ? preview.json(in: language) : preview.text(in: language))
    }
}
