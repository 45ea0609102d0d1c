import Foundation
import TestEngines
import Testing

@testable import Mail

@Suite("Letters") struct MailTests {
    private func letter(to: String = "wang@example.gov.cn", subject: String = "行知：今天有3件待办", text: String = "待办 3\n.\n")
        throws
        -> Letter
    {
        Letter(
            from: try #require(MailAddress("xingzhi@example.gov.cn")), to: try #require(MailAddress(to)),
            subject: subject, text: text, name: "2026-09-30.P1", date: Date(timeIntervalSince1970: 1_790_811_000))
    }

    @Test(
        "an address is one that people have, and nothing that could begin a line or end a bracket",
        arguments: [
            "a@b", "a@b.c\r\nRCPT TO:<x@y.z>", "a b@c.d", "a@c.d>", "<a@c.d", "a@", "@b.c", "a@@b.c", "a..b@c.d",
            ".a@c.d",
            "a@-c.d", "a@c..d", "王@c.d", "a@c.d\n", "a@c.d,e@f.g", "\"a b\"@c.d",
            String(repeating: "a", count: 65) + "@c.d", "",
        ])
    func noAddress(_ text: String) { #expect(MailAddress(text) == nil) }

    @Test("an address of the usual kinds", arguments: ["a@b.cn", "wang.fang+x@mail.example.gov.cn", "root@localhost"])
    func address(_ text: String) { #expect(MailAddress(text)?.text == text) }

    @Test("is handed over whole, in ASCII, with lines that every relay takes") func whole() throws {
        let relay = try SmallRelay()
        defer { relay.stop() }
        let long = String(repeating: "关于全市干部教育培训台账滞后事项的提醒", count: 12)
        let sent = [try letter(), try letter(subject: long + "\r\nBcc: x@y.z", text: long)]
        #expect(try MailRelay(port: relay.port).send(sent) == [nil, nil])
        let lines = relay.lines
        #expect(lines.first == "EHLO localhost" && lines.last == "QUIT")
        #expect(lines.contains("MAIL FROM:<xingzhi@example.gov.cn>") && lines.contains("RCPT TO:<wang@example.gov.cn>"))
        #expect(lines.contains("Date: Wed, 30 Sep 2026 23:30:00 +0000"))
        #expect(
            lines.contains("Message-ID: <2026-09-30.P1@example.gov.cn>")
                && lines.contains("Auto-Submitted: auto-generated"))
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
        #expect(!lines.contains { $0.hasPrefix("Bcc") })
        let body = lines[(lines.firstIndex(of: "") ?? 0)...].dropFirst().prefix { $0 != "." }
        #expect(Data(base64Encoded: body.joined()).map { String(decoding: $0, as: UTF8.self) } == "待办 3\r\n.\r\n")
        let subjects = lines.filter { $0.contains("=?UTF-8?B?") }.map { line in
            line.firstMatch(of: /=\?UTF-8\?B\?([^?]*)\?=/).flatMap { Data(base64Encoded: String($0.1)) }.map {
                String(decoding: $0, as: UTF8.self)
            } ?? ""
        }
        #expect(subjects.joined() == "行知：今天有3件待办" + long + "Bcc: x@y.z", "each word is of whole characters")
    }

    @Test("one that is never taken keeps no other from being taken") func refused() throws {
        let relay = try SmallRelay([("RCPT TO:<no", "550 5.1.1 unknown"), ("RCPT TO:<full", "452 full")])
        defer { relay.stop() }
        let sent = try MailRelay(port: relay.port).send(
            try ["no@example.cn", "full@example.cn", "wang@example.cn"].map { try letter(to: $0) })
        #expect(sent == [.never("550 5.1.1 unknown"), .later("452 full"), nil])
        #expect(relay.lines.filter { $0 == "RSET" }.count == 2)
    }

    @Test(
        "a relay that is busy, hangs up or speaks something else is asked another time",
        arguments: [("", "421 busy"), ("EHLO", "hang up"), ("", "HTTP/1.1 400 Bad Request"), ("DATA", "hang up")])
    func another(_ start: String, _ answer: String) throws {
        let relay = try SmallRelay([(start, answer)])
        defer { relay.stop() }
        var found: MailRelay.Refusal?
        do { found = try MailRelay(port: relay.port).send([try letter(), try letter()]).last ?? nil } catch let error
            as MailRelay.Refusal
        {
            found = error
        }
        guard case .later = found else {
            Issue.record("\(String(describing: found))")
            return
        }
    }

    @Test("where nobody listens it is said") func nobody() throws {
        let relay = try SmallRelay()
        let port = relay.port
        relay.stop()
        usleep(20_000)
        #expect(throws: MailRelay.Refusal.self) { try MailRelay(port: port).send([try letter()]) }
    }
}
