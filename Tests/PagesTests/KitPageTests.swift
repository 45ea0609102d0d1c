import PageTrial
import Testing
import Vocabulary

@testable import Pages

@Suite("The page of all components")
struct KitPageTests {
    private func context(_ language: String, _ query: String = "") -> PageContext {
        PageContext(
            address: "lang=\(language)&scope=own&year=2026\(query)", path: KitPage.address,
            today: Day(number: 20_785), town: "河畔县",
            menu: Menu([.init(Words("给开发者", "For developers"), [.init("/kit", Words("组件", "Components"), waiting: 2)])])
        )
    }

    @Test("says what was committed, in both languages")
    func committed() throws {
        let text = [Language.zh, .en].map { language in
            "==== \(language)\n" + KitPage.page(context(language.rawValue)).text(language)
        }
        #expect(try CommittedText("kit").difference(from: text.joined()) == nil)
    }

    @Test("is whole: no id twice, every mark has its shape, every link of an error its field", arguments: ["zh", "en"])
    func whole(language: String) throws {
        let page = KitPage.page(context(language)).html(context(language))
        let elements = page.all
        let ids = elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        let inner = elements.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
        #expect(!inner.isEmpty)
        for address in inner { #expect(ids.contains(String(address.dropFirst())), "\(address)") }
        #expect(!String(decoding: page.rendered(), as: UTF8.self).contains("style="))
    }

    @Test("the head names a page's place on every page: its own, the menu's, or the office")
    func place() throws {
        func crumbs(_ page: Page, _ context: PageContext) throws -> String {
            try #require(page.html(context).first("ol", class: "crumb")).text()
        }
        let title = Words("甲", "A")
        #expect(try crumbs(Page(title), context("zh")) == "- 给开发者\n")
        #expect(try crumbs(Page(title, isApart: true), context("zh")) == "- 河畔县\n")
        let own = Page(title, crumbs: [.init(Words("学习考察", "Tours"), "/tours"), .init(Words("2026年度", "2026"))])
        #expect(try crumbs(own, context("en")) == "- [Tours](/tours?lang=en)\n- 2026\n")
    }

    @Test("a field's condition stands beneath the form as a chip that takes it out, and all are cleared at once")
    func chips() throws {
        let context = context("zh", "&asOf=2026-06-30&sort=-day&page=3")
        let page = KitPage.page(context).html(context)
        let chips = try #require(page.first("ul", class: "chips")).text()
        #expect(chips.contains("[去掉条件：年度：2026](/kit?lang=zh&scope=own&asOf=2026-06-30&sort=-day)"))
        #expect(chips.contains("[去掉条件：不含下属单位](/kit?lang=zh&year=2026&asOf=2026-06-30&sort=-day)"))
        let form = try #require(page.first("form", class: "filters")).text()
        #expect(form.contains("[清除](/kit?lang=zh&asOf=2026-06-30&sort=-day)"), "\(form)")
    }
}

extension HTML {
    /// All elements within, as groups of their parts.
    fileprivate var all: [HTML] {
        switch self {
        case .element(_, let parts): [.group(parts)] + parts.flatMap(\.all)
        case .group(let parts): parts.flatMap(\.all)
        default: []
        }
    }
}
