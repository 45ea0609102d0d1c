import Accounts
import Pages
import Records
import Storage
import Store
import Training
import Vocabulary

/// Who opened what is held about whoever asks, or took a list with them away as a file (谁看过我的信息).
struct WhoLooked {
    static let address = "/me/views"
    static let words = Words("谁看过我的信息", "Who looked")

    private static let most = 500

    private let ask: Ask
    private let person: String

    /// Nil where the account is no person's.
    init?(_ ask: Ask) {
        guard let person = ask.reader.person else { return nil }
        self.ask = ask
        self.person = person
    }

    func page() throws -> Page {
        let views = try ask.reading.personalViews(of: person, in: units(), limit: Self.most)
        let time = SiteTime(try TownClock(ask.reading))
        var page = Page(
            Self.words, crumbs: [Frame.Crumb(HeldAboutMe.words, HeldAboutMe.address)],
            .sheet(
                views.isEmpty
                    ? .emptyState(
                        Words("还没有人查看过", "Nobody has looked yet"),
                        .say(
                            "别人打开您的页面，或导出含您在内的名单，会记在这里。", "Whoever opens your page or saves a list with you shows here."
                        ))
                    : .section(
                        .data(
                            Self.words.html,
                            [
                                DataHead(.say("查看人", "Who"), .lead), DataHead(.say("日期", "Day"), .day),
                                DataHead(.say("当日首次", "First that day"), .meta), DataHead(.say("方式", "How"), .end),
                            ],
                            try views.map { view in
                                [
                                    .text(try ask.naming.accountName(view.account)), .day(view.day),
                                    .text(String(time.text(view.at).dropFirst(11).prefix(5))), try how(view),
                                ]
                            }, count: views.count))))
        // A look is no act: no page's mark tells of it.
        page.isKept = false
        page.sentence = .say(
            "每人每天记一次，保留\(PersonalView.yearsKept)年；您自己的查看不记。",
            "Once for each reader and day, kept for \(PersonalView.yearsKept) years; your own looks are not noted.")
        return page
    }

    private func how(_ view: PersonalView) throws -> HTML {
        switch (view.about, view.means) {
        case (.person, .page): .say("打开您的页面", "opened your page")
        case (.person, .file): .say("导出您的信息", "saved your page")
        case (.peopleOf(let unit), _):
            try unit.map { code in
                let name = try ask.naming.unitName(code)
                return .say("导出\(name)人员名单", "saved the people of \(name)")
            } ?? .say("导出全部人员名单", "saved the list of all people")
        }
    }

    /// Where they serve today, up to the whole.
    private func units() throws -> [String] {
        var found: [String] = []
        for held in try ask.reading.appointments(of: person) {
            guard held.dated.span.from <= ask.today, held.dated.span.until ?? ask.today >= ask.today else { continue }
            var code: String? = held.unit
            while let unit = code, !found.contains(unit) {
                found.append(unit)
                code = try ask.naming.unit(unit)?.parent
            }
        }
        return found
    }
}

extension Words {
    fileprivate var html: HTML { .words(self) }
}
