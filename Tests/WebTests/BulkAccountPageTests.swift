import Accounts
import HTTPTypes
import Records
import Store
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// The accounts of a whole unit, opened from its page: at once where they are few, beside the pages where they are many.
@Suite("Pages of accounts for a whole unit", .onEveryEngine)
struct BulkAccountPageTests {
    private func small(people: Int) throws -> SmallSite {
        var book = SmallSite.book
        let always = Dated(from: day("2024-01-01"), recorded: day("2024-01-01"))
        for number in 0..<people {
            let code = "Q\(number + 100)"
            book.persons.append(
                Person(code: code, name: "乙\(number)", sex: .male, birthMonth: "1981-02", recorded: always.recorded))
            book.appointments.append(
                Appointment(code: "A\(code)", person: code, unit: "U3", post: "科员", rank: "一级科员", dated: always))
        }
        var small = try SmallSite(book: book)
        small.reader = { _ in Reader(account: "系统管理员", rights: [.see, .administerUsers]) }
        return small
    }

    @Test("few are opened at once, and the list of those without a code follows")
    func few() async throws {
        let small = try small(people: 4)
        let check = try await small.post("/accounts/of-unit", [("step", "check"), ("unit", "U3")])
        #expect(check.text.contains("将为4人开通账号") && !check.text.contains("在后台办理"))
        let done = try await small.post("/accounts/of-unit", [("step", "save"), ("unit", "U3")])
        #expect(done.headers[.location] == "/accounts?state=withoutCode")
        #expect(try await small.get("/accounts?state=withoutCode").text.contains("Q103"))
        let again = try await small.post("/accounts/of-unit", [("step", "save"), ("unit", "U3")])
        #expect(again.status == 422, "there is nobody left to open one for")
    }

    @Test("many are opened by a job: its page is led to, tells when it is done, and leads to those without a code")
    func many() async throws {
        let small = try small(people: 230)
        let check = try await small.post("/accounts/of-unit", [("step", "check"), ("unit", "U3")])
        #expect(check.text.contains("将为230人开通账号") && check.text.contains("在后台办理"))
        let begun = try await small.post("/accounts/of-unit", [("step", "save"), ("unit", "U3")])
        let opening = try #require(begun.headers[.location])
        #expect(opening.hasPrefix("/accounts/opening/J"))
        let led = try await small.get(opening)
        let job = try #require(led.headers[.location])
        try await small.settle()
        let page = try await small.get(job)
        #expect(page.text.contains("已开通230个账号") && page.links.contains("/accounts?state=withoutCode"))
        let opened = try small.database.read {
            try $0.all(Account.self, for: .localOperator(named: "test"), where: .always, order: "name")
        }.filter { $0.person?.hasPrefix("Q") == true }
        #expect(opened.count == 230)
        #expect(try small.database.faults() == [])
    }
}
