import Testing
import Vocabulary

@testable import Pages

@Suite("Two languages in one tree")
struct TwoLanguagesTests {
    private let late = Travel(.en, [.init(name: "asOf", value: "2026-06-30"), .init(name: "lang", value: "en")])

    private func written(_ html: HTML, _ travel: Travel = Travel()) -> String {
        String(String(decoding: html.rendered(for: travel), as: UTF8.self).dropFirst("<!doctype html>".count))
    }

    @Test("a text and an attribute are read in the reader's language, escaped as any other")
    func said() {
        let page = HTML.p(
            .title(Words("还差<1>", "1 < 2")), .say("还没有报送成果。", "Not reported yet."), .words(Words("甲&乙", "A & B")))
        #expect(written(page) == #"<p title="还差&lt;1&gt;">还没有报送成果。甲&amp;乙</p>"#)
        #expect(written(page, late) == #"<p title="1 &lt; 2">Not reported yet.A &amp; B</p>"#)
    }

    @Test("on an English page Chinese within the English words is named as such")
    func chineseWithin() {
        let page = HTML.p(.say("《方案》", "The plan 方案 is in force"))
        #expect(written(page, late) == #"<p>The plan <span lang="zh">方案</span> is in force</p>"#)
        #expect(written(page) == "<p>《方案》</p>")
    }

    @Test("a link takes day and language along, where it does not name them itself; a form that asks by address too")
    func links() {
        #expect(written(.link("/tours/T1", "甲")) == #"<a href="/tours/T1">甲</a>"#)
        #expect(
            written(.link("/tours?year=2026#late", Words("甲", "A")), late)
                == #"<a href="/tours?year=2026&amp;asOf=2026-06-30&amp;lang=en#late">A</a>"#)
        #expect(written(.link("/?lang=zh", "A"), late) == #"<a href="/?lang=zh&amp;asOf=2026-06-30">A</a>"#)
        #expect(written(.a(.href("https://example.org/"), "A"), late) == #"<a href="https://example.org/">A</a>"#)
        #expect(
            written(.form(.action("/tours"), .travelling), late)
                == #"<form action="/tours?asOf=2026-06-30&amp;lang=en"><input type="hidden" name="asOf" value="2026-06-30">"#
                + #"<input type="hidden" name="lang" value="en"></form>"#)
        #expect(written(.form(.action("/tours"), .travelling)) == #"<form action="/tours"></form>"#)
    }

    @Test("a tree without anything to choose stays the tree it is")
    func nothingToChoose() {
        let page = HTML.div(.p("甲"), .group([.a(.href("/x"), "乙")]))
        #expect(page.read(by: Travel()) == page)
    }

    @Test("English tells one from many", arguments: [(0, "0 classes"), (1, "1 class"), (2, "2 classes")])
    func counts(number: Int, english: String) {
        let words = Words.count(number, "个班次", "class", "classes")
        #expect(words.in(.en) == english)
        #expect(words.in(.zh) == "\(number)个班次")
    }
}

@Suite("The menu")
struct MenuTests {
    private let menu = Menu([
        .init(nil, [.init("/", Words("概览", "Overview"))]),
        .init(
            Words("日常工作", "Daily work"),
            [
                .init("/activities", Words("活动记录", "Activities")),
                .init("/activities/new", Words("填报活动", "Report an activity")),
            ]),
    ])

    @Test(
        "a page belongs to the nearest entry above its address",
        arguments: [
            ("/", "/"), ("/activities", "/activities"), ("/activities/A1/correct", "/activities"),
            ("/activities/new", "/activities/new"), ("/activities/newest", "/activities"), ("/activitiesX", nil),
            ("/nowhere", nil),
        ] as [(String, String?)])
    func nearest(path: String, entry: String?) {
        #expect(menu.entry(above: path)?.address == entry)
    }
}

@Suite("A page as text")
struct OutlineTests {
    @Test("headings, labels, values, links and rows are lines; what is hidden from readers is not there")
    func lines() {
        let page = HTML.div(
            .h1("学习考察"), .p(.say("共 ", "In all "), .b("3"), " 条，", .link("/tours?late=1", "1 条逾期"), "。"),
            .form(
                .attribute("method", "post"), .action("/tours/new"), PageContext.once,
                .label(.attribute("for", "title"), "名称"),
                .input(.id("title"), .name("title"), .value("赴外考察"), .attribute("aria-invalid", "true")),
                .label(.attribute("for", "unit"), "单位"),
                .choice("unit", [("", Words("全部", "All")), ("U1", Words("县水务局", "县水务局"))], chosen: "U1"),
                .button(.type("submit"), "筛选")),
            .table(
                .caption("活动"), .thead(.tr(.th(.attribute("aria-sort", "descending"), "日期"), .th("名称"))),
                .tbody(.tr(.td("2026-09-30"), .td(.link("/tours/T1", "甲"))), .tr(.td(), .td("乙")))),
            .dl(.div(.dt("带队"), .dd("甲一")), .div(.dt("编号"), .dd("T1"))),
            .ul(.li(.standing(.met)), .li(.svg(.ariaLabel("逾期")), .p("乙"))))
        #expect(
            page.text() == """
                # 学习考察
                共 3 条，[1 条逾期](/tours?late=1)。
                (post /tours/new) (once)
                名称
                {title !: 赴外考察}
                单位
                {unit: 全部, *县水务局*} [筛选]
                caption: 活动
                日期 (descending) | 名称
                2026-09-30 | [甲](/tours/T1)
                | 乙
                带队: 甲一
                编号: T1
                - ‹met›已完成
                - ‹逾期›
                乙

                """)
        #expect(page.text(Travel(.en)).contains("In all 3"))
    }
}
