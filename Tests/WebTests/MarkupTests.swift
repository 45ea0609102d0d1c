import Foundation
import HTTPTypes
import Pages
import Records
import Storage
import Store
import Testing
import Training
import Vocabulary

@testable import Web

/// What an HTML checker, a screen reader and a reader of another language ask of every page.
@Suite("Every page's markup")
struct MarkupTests {
    /// A page taken apart into elements and texts, as a browser would.
    private struct Node {
        var name: String
        var attributes: [String: String]
        var language: String
    }

    private struct Page {
        var elements: [Node] = []
        /// Text with the innermost language around it.
        var texts: [(text: String, language: String, within: String)] = []
        var problems: [String] = []

        init(_ html: String) {
            var open: [Node] = []
            var rest = Substring(html)
            let void: Set<String> = ["input", "meta", "link", "br", "hr", "img", "col", "!doctype"]
            while !rest.isEmpty {
                guard rest.first == "<", let end = rest.firstIndex(of: ">") else {
                    let text = rest.prefix { $0 != "<" }
                    texts.append((String(text), open.last?.language ?? "", open.last?.name ?? ""))
                    rest = rest.dropFirst(text.count)
                    continue
                }
                let tag = rest[rest.index(after: rest.startIndex)..<end]
                rest = rest[rest.index(after: end)...]
                if tag.first == "/" {
                    if open.popLast()?.name != String(tag.dropFirst()) { problems.append("ends wrongly: \(tag)") }
                    continue
                }
                let name = String(tag.prefix { $0 != " " })
                let pairs = tag.matches(of: #/ ([a-zA-Z-]+)="([^"]*)"/#).map { (String($0.1), String($0.2)) }
                if Set(pairs.map(\.0)).count != pairs.count { problems.append("an attribute twice: \(tag)") }
                let attributes = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
                let node = Node(
                    name: name, attributes: attributes, language: attributes["lang"] ?? open.last?.language ?? "")
                if ["p", "div", "ul", "table", "section", "h2"].contains(name), open.last?.name == "p" {
                    problems.append("\(name) in a paragraph")
                }
                elements.append(node)
                if !void.contains(name) { open.append(node) }
            }
            if !open.isEmpty { problems.append("never ends: \(open.map(\.name))") }
        }
    }

    private static let entry = "/ledger/entry?obligation=1.1&kind=team&subject=T1"

    private static func withLanguage(_ address: String, _ language: String) -> String {
        address + (address.contains("?") ? "&" : "?") + "lang=\(language)"
    }

    /// Every page of the small county, with one activity on record and a year of seats, and pages that refuse.
    private func site() async throws -> (SmallSite, [String]) {
        let small = try SmallSite()
        let day = SmallSite.today - 30
        let made = try small.database.perform(
            ReportActivity(
                ActivityDraft(
                    kind: "collectiveStudy", title: "第一次集中学习", organiser: "U2", team: "T1", from: day, to: day,
                    hours: 2,
                    topics: [],
                    participants: [ParticipantDraft(person: "P1", role: .attendee, hours: 2, completed: true)])
            ), by: .localOperator(named: "test"), on: SmallSite.today)
        let activity = "/activities/\(made.activity.code)"
        var addresses = PageTests.addresses + ["/nowhere", "/people/P9", "/?asOf=2025-06-30", "/?knownAt=2026-08-31"]
        addresses += [activity, activity + "/correct", activity + "/void"]
        #expect(try await small.handIn(SeatPageTests.year, named: "2027年度").headers[.location] == "/seats/1")
        addresses += [
            "/seats", "/seats/new", "/seats/1", "/seats/1/classes/1", "/seats/1/people", "/seats/1/people/1",
            "/seats/1/people?class=1&show=eligible", "/seats/1/assigned", "/seats/1/changes", "/seats/1/name",
            "/seats/1/remove",
        ]
        return (small, addresses)
    }

    @Test("well formed: one h1, headings in order, ids once, labels and names for what is used")
    func valid() async throws {
        let (small, addresses) = try await site()
        for address in addresses {
            for language in ["zh", "en"] {
                let answer = try await small.get(Self.withLanguage(address, language))
                let page = Page(answer.text)
                let place = Comment(rawValue: "\(address) in \(language)")
                #expect(page.problems == [], place)
                let levels = page.elements.compactMap { node in
                    node.name.count == 2 && node.name.first == "h" ? Int(node.name.dropFirst()) : nil
                }
                #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, place)
                for (above, below) in zip(levels, levels.dropFirst()) {
                    #expect(below <= above + 1, "a level left out: \(levels) on \(place)")
                }
                let ids = page.elements.compactMap { $0.attributes["id"] }
                #expect(Set(ids).count == ids.count, place)
                for name in ["aside", "nav"] {
                    for node in page.elements where node.name == name {
                        #expect(node.attributes["aria-label"]?.isEmpty == false, "\(name) without a name on \(place)")
                    }
                }
                for node in page.elements where node.attributes["role"] == "region" || node.attributes["role"] == "img"
                {
                    #expect(node.attributes["aria-label"]?.isEmpty == false, "\(node.name) on \(place)")
                }
                let titles = page.texts.filter { $0.within == "title" }.map(\.text)
                #expect(titles.first?.isEmpty == false, place)
                fields(page, place)
            }
        }
    }

    private func fields(_ page: Page, _ place: Comment) {
        let labelled = Set(page.elements.filter { $0.name == "label" }.compactMap { $0.attributes["for"] })
        // A label without `for` holds its field: as many of them as fields that no other label names.
        let holding = page.elements.count { $0.name == "label" && $0.attributes["for"] == nil }
        let fields = page.elements.filter {
            ["select", "textarea"].contains($0.name) || ($0.name == "input" && $0.attributes["type"] != "hidden")
        }
        let unnamed = fields.count {
            !($0.attributes["id"].map(labelled.contains) ?? false) && $0.attributes["aria-label"] == nil
        }
        #expect(unnamed <= holding, "a field without a label on \(place)")
        for link in page.elements where link.name == "a" {
            #expect(link.attributes["href"] != nil, "a link to nowhere on \(place)")
        }
    }

    @Test("in an English page every Chinese word is named Chinese, and the page around it English")
    func languages() async throws {
        let (small, addresses) = try await site()
        for address in addresses {
            let page = Page(try await small.get(Self.withLanguage(address, "en")).text)
            for (text, language, _) in page.texts where text.contains(where: \.isHan) {
                #expect(language.hasPrefix("zh"), "\(address): \(text)")
            }
            for node in page.elements {
                for name in ["value", "aria-label", "title", "placeholder", "label", "content", "data-title"] {
                    guard let value = node.attributes[name], value.contains(where: \.isHan) else { continue }
                    // A hidden field is neither shown nor read.
                    let isNamed = node.language.hasPrefix("zh") || node.attributes["type"] == "hidden"
                    #expect(isNamed, "\(address): \(name)=\(value)")
                    #expect(!value.contains { $0.isASCII && $0.isLetter } || name == "value", "mixed: \(value)")
                }
            }
        }
    }

    @Test("runs of Chinese are marked by themselves, in a drawing and an option too; what names its language stays")
    func marking() {
        let html = HTML.div(
            .p("3 of 市水务局（2026年）, late"), .p("1.1 2026年第4期班"), .option(.value("U2"), "县水务局"),
            .element("text", [.attribute("x", "0"), "单位1"]), .a(.attribute("lang", "zh-CN"), "中文"), .b("plain"),
            .input(.type("text"), .value("张三")), .a(.href("/plan"), .attribute("title", "分类培训"), "13")
        ).markingChinese()
        let text = String(decoding: html.rendered(), as: UTF8.self)
        #expect(text.contains("<p>3 of <span lang=\"zh\">市水务局（2026年</span>）, late</p>"))
        #expect(
            text.contains("<p>1.1 <span lang=\"zh\">2026年第4期班</span></p>"), "a title that begins with figures is one")
        #expect(text.contains("<option value=\"U2\" lang=\"zh\">县水务局</option>"))
        #expect(text.contains("<text x=\"0\"><tspan lang=\"zh\">单位</tspan>1</text>"))
        #expect(text.contains("<a lang=\"zh-CN\">中文</a><b>plain</b>"))
        #expect(text.contains("<input type=\"text\" value=\"张三\" lang=\"zh\">"))
        #expect(
            text.contains("<a href=\"/plan\" title=\"分类培训\" lang=\"zh\"><span lang=\"en\">13</span></a>"),
            "an attribute is named, and what stands within for itself")
    }

    @Test("an entry is headed by its requirement, and names whom it is about")
    func entryTitle() async throws {
        let small = try SmallSite()
        let page = try await small.get(Self.entry)
        let title = try #require(page.text.firstMatch(of: /<h1[^>]*>(.*?)<\/h1>/)?.1)
        #expect(title.hasPrefix("1.1 ") && title.contains("集中学习") && title.contains("12次"))
        #expect(page.text.contains("县水务局理论学习中心组"))
    }

    @Test("an official's page begins with what is still owed, and by when; then hours; then the file")
    func owedFirst() async throws {
        let small = try SmallSite(
            plan: """
                河畔县学习方案
                一、任务
                1.抓好学习。每名干部每年参加培训不少于90学时（牵头单位：县委宣传部）。
                """)
        let page = try await small.get("/people/P1").text
        let owed = try #require(page.range(of: "本期应完成")).lowerBound
        let hours = try #require(page.range(of: "历年学时")).lowerBound
        let file = try #require(page.range(of: "培训档案")).lowerBound
        #expect(owed < hours && hours < file)
    }

    @Test("an error belongs to no entry of the menu")
    func errorWithoutMenu() async throws {
        let small = try SmallSite()
        #expect(!(try await small.get("/nowhere").text.contains("aria-current")))
        #expect(try await small.get("/people").text.contains("aria-current"))
    }
}
