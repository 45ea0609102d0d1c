import Accounts
import Pages
import Records
import Storage
import Store
import Vocabulary

/// Opens the accounts of a large unit beside the pages, so many in one change: nobody who writes waits long, and what was
/// opened stands where it is stopped.
struct OpenAccountsJob: Job {
    static let right = OpenAccountsOfUnit.right
    static let isTownWide = true
    /// So many in one change.
    static let atOnce = 100

    var unit: String
    /// As it is called.
    var name: String

    var words: Words { Words("为\(name)开通账号", "Open accounts for \(name)") }
    var about: String { "/accounts" }

    func run(in run: JobRun) throws -> JobEnd {
        let total = try run.database.read { try $0.personsWithoutAccount(beneath: unit, on: run.today).count }
        var opened = 0
        while true {
            try run.reached(opened, of: max(total, opened))
            let act = OpenAccountsOfUnit(unit: unit, most: Self.atOnce)
            do { opened += try run.database.perform(act, by: run.reader, on: run.today) } catch let refused as Refused
                where refused.problems.contains(where: { $0 as? AccountProblem == .nobodyToOpenFor })
            { break }
        }
        return JobEnd(
            Words("已开通\(opened)个账号，请发放登录码。", "\(opened) accounts were opened; hand out their codes."),
            leadsTo: "/accounts?state=withoutCode")
    }
}

/// Opens them at once, or beside the pages where they are more than a page may take.
struct OpenOrBegin: Act {
    static let right = OpenAccountsOfUnit.right
    static let name = OpenAccountsOfUnit.name
    static let words = OpenAccountsOfUnit.words
    static let isTownWide = true
    var unit: String

    /// Where to go on.
    func perform(in t: ActTransaction) throws -> String {
        guard try t.personsWithoutAccount(beneath: unit, on: t.today).count > OpenAccountsJob.atOnce else {
            _ = try OpenAccountsOfUnit(unit: unit).perform(in: t)
            return "/accounts?state=withoutCode"
        }
        let name = try t.unit(code: unit)?.name ?? unit
        return "/accounts/opening/\(try BeginJob(job: OpenAccountsJob(unit: unit, name: name)).perform(in: t).code)"
    }
}
