import Accounts
import Books
import Hummingbird
import Pages
import Records
import Storage
import Store
import Vocabulary

/// As whom somebody looks at a sample town, which needs no sign-in: the same pages by other rights and another reach.
/// Only of invented data, and only on this machine (docs/decisions/0114).
struct Look: Sendable {
    /// Its piece of the address, and of the cookie.
    let name: String
    let words: Words
    let reader: Reader

    /// None where the town is nobody's invention.
    static func all(_ reading: some Reading, on day: Day) throws -> [Look] {
        guard try reading.setting(.sampleTown) != nil, let post = try reading.somePost(on: day) else { return [] }
        let unit = post.unit
        func look(_ name: String, _ role: Role, unit: String? = nil) -> Look {
            Look(
                name: name, words: role.words,
                reader: Reader(
                    account: "\(role.words.zh)（示例）", rights: role.rights.union([.own]), unit: unit))
        }
        let official = Words("干部", "Official")
        return [
            Look(name: "operator", words: Words("本机操作员", "Operator"), reader: .localOperator),
            look("office", .programOffice), look("clerk", .unitClerk, unit: unit), look("registrar", .registrar),
            look("teacher", .classTeacher, unit: unit), look("trainer", .trainer, unit: unit),
            look("inspector", .inspector), look("leader", .leader, unit: unit),
            // One's own file, and nothing else.
            Look(
                name: "official", words: official,
                reader: Reader(account: "\(official.zh)（示例）", person: post.person, rights: [.own])),
            look("system", .systemAdministrator), look("security", .securityAdministrator),
            look("audit", .auditAdministrator),
        ]
    }

    static func chosen(by request: Request, of looks: [Look]) -> Look? {
        // Cookies come as `a=b; c=d`, in one line or several.
        let pairs = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }
        let name = pairs.lazy.map { $0.drop { $0 == " " } }.first { $0.hasPrefix("look=") }?.dropFirst(5)
        return looks.first { $0.name[...] == name }
    }

    /// Who looks now, and the others.
    static func menu(_ looks: [Look], _ request: Request) -> HTML {
        let now = chosen(by: request, of: looks)?.name ?? looks[0].name
        return .group([
            .p(.say("示例数据，换个身份查看：", "Sample data; look as:")),
            .ul(
                .each(looks) { look in
                    .li(
                        .link(
                            "/look/\(look.name)", look.name == now ? .attribute("aria-current", "true") : .nothing,
                            .words(look.words)))
                }),
        ])
    }
}

extension Site {
    func addLooks(to router: Router<BasicRequestContext>) {
        router.get("/look/:name") { request, route in
            guard let look = looks.first(where: { $0.name == route.named("name") }) else {
                throw NotFound(context: try pageContext(request))
            }
            var response = Response.seeOther(try pageContext(request).link("/"))
            response.headers[.setCookie] = "look=\(look.name); Path=/; HttpOnly; SameSite=Strict"
            return response
        }
    }
}
