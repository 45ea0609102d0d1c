import Accounts
import Dispatch
import Foundation
import HTTPTypes
import Store
import Synchronization
import TestEngines
import Testing
import Vocabulary

@testable import Web

/// A page never waits for whoever writes, however long that takes.
@Suite("While somebody writes", .onEveryEngine)
struct WhileSomebodyWritesTests {
    /// Holds the database as an import does, while `body` looks at pages.
    private func whileWriting(_ database: Database, _ body: () async throws -> Void) async throws {
        let (begun, over) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let ended = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            try? database.write(by: "导入") { _ in
                begun.signal()
                over.wait()
            }
            ended.signal()
        }
        await Task.detached { Self.wait(begun) }.value
        do { try await body() } catch {
            over.signal()
            throw error
        }
        over.signal()
        await Task.detached { Self.wait(ended) }.value
    }

    private static func wait(_ semaphore: DispatchSemaphore) { semaphore.wait() }

    @Test("pages of somebody signed in are answered, and what they looked at is noted afterwards")
    func looking() async throws {
        let site = try SignedInSite()
        let office = try await site.browser("office")
        // So long after the last time that it is noted anew that they are here, at the desk too.
        site.clock.go(minutes: 5)
        try await whileWriting(site.small.database) {
            // Who writes for a moment only is waited for where somebody comes back to their desk.
            while !site.small.database.isWritingLong { try await Task.sleep(for: .milliseconds(10)) }
            // As long as somebody writes, the notes wait: they are not waited for here.
            for address in ["/people/P1", "/units", "/desk", "/people.csv"] {
                #expect(try await office.look(address).status == 200, "\(address)")
            }
        }
        site.small.database.notes.settle()
        let noted = try site.small.database.read { reading in
            (
                try reading.personalViews(of: "P1", in: [], limit: 9).map(\.account),
                try reading.journal(limit: 5).count { $0.act == "fetchFile" }
            )
        }
        #expect(noted == (["office", "office"], 1))
    }
}
