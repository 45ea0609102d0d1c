import Pages
import Store
import Vocabulary

/// Takes an import back beside the pages.
struct TakeBackJob: Job {
    static let right = TakeBackImport.right
    static let isTownWide = true

    var code: String
    var reason: String

    var words: Words { Words("撤回导入\(code)", "Take the import \(code) back") }
    var about: String { "/import/files/\(code)" }

    func run(in run: JobRun) throws -> JobEnd {
        let act = TakeBackImport(code, reason: reason) { done, total in try run.reached(done, of: total) }
        try run.database.perform(act, by: run.reader, on: run.today)
        return JobEnd(Words("已撤回，资料恢复到导入以前。", "Taken back: the records are as before."), leadsTo: about)
    }
}
