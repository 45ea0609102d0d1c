import Accounts
import House
import Hummingbird
import Pages
import SeatDesk
import Storage
import Store
import Testing

@testable import Web

/// Every address that takes something, taken from the router itself: a new one cannot be forgotten.
@Suite("Rights of every address") struct RouteRightsTests {
    private static let onlooker = Reader(account: "县领导", rights: [.see])
    private static let nobody = Reader(account: "未登录", rights: [])
    private static let administrator = Reader(account: "管理员", rights: Right.administrators.union([.see]))
    private static let all = Reader.localOperator(named: "全部")

    private static func addresses(_ small: SmallSite, _ method: String) -> [String] {
        small.site.router().routes.filter { "\($0.method)" == method }.map {
            filled("\($0.path)")
        }
    }

    @Test("who may only look, who may do nothing, and who only administers are refused, and nothing is written")
    func writing() async throws {
        var small = try SmallSite()
        // What is one's own one may cancel, discard and mark as read, whatever else one may do; there is nothing of theirs
        // here.
        let addresses = Self.addresses(small, "POST").filter {
            !$0.hasPrefix("/jobs/") && !$0.hasPrefix("/drafts/") && !$0.hasPrefix("/notices/")
                && !$0.hasPrefix("/me/") && !Self.administrators.contains($0)
        }
        #expect(addresses.count > 15)
        let before = try small.database.read { try $0.revision() }
        for address in addresses {
            for reader in [Self.onlooker, Self.nobody, Self.administrator] {
                small.reader = { _ in reader }
                let answer = try await small.post(address, [("step", "save"), ("reason", "试")])
                #expect(answer.status == 403, "\(reader.account) \(address): \(answer.status)")
                #expect(answer.text.contains("没有这项权限"), "\(address)")
            }
        }
        #expect(try small.database.read { try $0.revision() } == before)
        small.reader = { _ in Self.all }
        for address in addresses {
            let status = try await small.post(address, [("step", "check")]).status
            #expect(status != 403, "\(address)")
        }
    }

    /// Addresses of desks that ask for an administrator's right.
    private static let administrators = Set(
        desks.flatMap(\.routes).filter { Right.administrators.contains($0.right) }.map { filled($0.path) })

    private static func filled(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(":") || $0.hasPrefix("{") ? "1" : String($0) }.joined(separator: "/")
    }

    /// What an address of the older pages asks for; those of desks say it themselves.
    private static func right(of address: String, _ method: String) -> Right {
        guard method == "POST" else { return .see }
        return address.hasPrefix("/plan") ? .plan : .report
    }

    @Test("every role is let do what its rights say at every address, and nothing else") func everyRole() async throws {
        var small = try SmallSite()
        var routes: [String: Route] = [:]
        for route in (desks + [.seats(SeatPictures())]).flatMap(\.routes) {
            let method = if case .take = route.answer { "POST" } else { "GET" }
            routes["\(method) \(Self.filled(route.path))"] = route
        }
        var tried = 0
        for role in Role.allCases {
            let reader = Reader(account: role.rawValue, rights: role.rights.union([.own]))
            small.reader = { _ in reader }
            for method in ["GET", "POST"] {
                for address in Self.addresses(small, method)
                where !address.hasPrefix("/assets/") && !address.hasPrefix("/look/") {
                    let route = routes["\(method) \(address)"]
                    let right = route?.right ?? Self.right(of: address, method)
                    // What is one's own one may cancel and discard, whatever else one may do. An act may be allowed by other
                    // rights besides.
                    let may =
                        (route?.act?.isAllowed(to: reader) ?? reader.may(right))
                        && (reader.may(.see) || Right.administrators.contains(right))
                    // An administrator's way from the town's overview leads to their own first page.
                    if address == "/", !reader.may(.see) { continue }
                    let answer =
                        method == "GET"
                        ? try await small.get(address) : try await small.post(address, [("step", "check")])
                    #expect(
                        (answer.status != 403) == may, "\(role) \(method) \(address) asks \(right): \(answer.status)")
                    if !may { #expect(!answer.text.contains("甲一"), "\(role) \(address)") }
                    tried += 1
                }
            }
        }
        #expect(tried > 800)
    }

    @Test("who may not even look is shown no page") func looking() async throws {
        var small = try SmallSite()
        small.reader = { _ in Self.nobody }
        for address in Self.addresses(small, "GET") where !address.hasPrefix("/assets/") {
            let answer = try await small.get(address)
            #expect(answer.status == 403, "\(address): \(answer.status)")
            #expect(!answer.text.contains("甲一") && !answer.text.contains("县水务局"), "\(address)")
        }
    }

    @Test("what touches the whole town is refused to those of one unit, and the page says within which they act")
    func reach() async throws {
        var small = try SmallSite()
        small.reader = { _ in Reader(account: "水务局", rights: Set(Right.allCases), unit: "U2") }
        for address in Self.addresses(small, "POST")
        where address.hasPrefix("/seats") || address.hasPrefix("/plan") || address == "/tours/rules" {
            let answer = try await small.post(address, [("step", "save"), ("again", "1")])
            #expect(answer.status == 403, "\(address): \(answer.status)")
            #expect(answer.text.contains("县水务局"), "\(address)")
        }
        let report = [
            ("organiser", "U3"), ("kind", "collectiveStudy"), ("title", "巡河"), ("from", "2026-09-01"),
            ("to", "2026-09-01"), ("hours", "2"),
        ]
        let before = try small.database.read { try $0.revision() }
        let answer = try await small.post("/activities/new", report + [("step", "save")])
        // Of a form beside its field, with everything typed kept.
        #expect(answer.status == 422 && answer.text.contains("不在您的管理范围内") && answer.text.contains("巡河"))
        #expect(try small.database.read { try $0.revision() } == before)
    }
}
