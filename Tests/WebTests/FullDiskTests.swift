import HTTPTypes
import Store
import Testing
import Vocabulary

@testable import Store
@testable import Web

/// A database that takes nothing any more, as on a full disk.
@Suite("Where the disk is full") struct FullDiskTests {
    /// Not even the shortest line of the journal fits.
    private func fill(_ site: SignedInSite) throws -> SQLiteDriver {
        let driver = try #require(site.small.database.engine as? SQLiteDriver)
        try driver.hold(atPages: 1)
        var isFull = false
        while !isFull {
            do {
                try site.small.database.write(by: "x") {
                    _ = try $0.journal(act: "x", kind: "x", code: "x", after: nil)
                }
            } catch let failure as SQLFailure where failure.kind == .full { isFull = true }
        }
        return driver
    }

    private func acts(_ site: SignedInSite, _ act: String) throws -> Int {
        try site.small.database.read { reading in
            try reading.connection.first("select count(*) as n from journal where act = $1", [SQLValue(act)]) {
                try $0.integer("n")
            } ?? 0
        }
    }

    @Test("whoever signs out is out, and the journal tells it as soon as there is room") func signOut() async throws {
        let site = try SignedInSite()
        let clerk = try await site.browser("clerk")
        let cookie = try #require(clerk.cookie)
        #expect(try await clerk.get("/account").status == 200)
        let driver = try fill(site)
        let out = try await clerk.post("/sign-out", [])
        #expect(out.status == 303 && clerk.cookie == nil, "\(out.status) \(out.text.prefix(400))")
        var headers = HTTPFields()
        headers[.cookie] = cookie
        #expect(
            try await site.small.get("/account", headers: headers).status == 303, "the cookie opens nothing any more")
        #expect(try acts(site, "signOut") == 0)
        try driver.hold(atPages: nil)
        site.clock.go(minutes: 2)
        _ = try await site.browser("office").get("/account")
        site.small.database.notes.settle()
        #expect(try acts(site, "signOut") == 1)
        #expect(try await site.small.get("/account", headers: headers).status == 303)
        #expect(try site.small.database.faults() == [])
    }

    @Test("a file that was fetched is noted once there is room, and no other is given out before") func files()
        async throws
    {
        let site = try SignedInSite()
        let office = try await site.browser("office")
        let driver = try fill(site)
        let first = try await office.get("/people.csv")
        #expect(first.status == 200)
        let second = try await office.get("/people.csv")
        #expect(second.status == 507 && second.text.contains("没有给出文件"), "\(second.status)")
        #expect(try await office.get("/people").status == 200, "pages are looked at as before")
        try driver.hold(atPages: nil)
        #expect(try await office.get("/people.csv").status == 200)
        site.small.database.notes.settle()
        #expect(try acts(site, "fetchFile") == 2)
        #expect(try site.small.database.faults() == [])
    }
}
