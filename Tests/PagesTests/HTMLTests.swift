import Testing

@testable import Pages

@Suite("HTML")
struct HTMLTests {
    private func written(_ html: HTML) -> String {
        String(String(decoding: html.rendered(), as: UTF8.self).dropFirst("<!doctype html>".count))
    }

    @Test("text and attributes are escaped where they are written")
    func escaping() {
        let name = #"<b>"甲" & 乙</b>"#
        #expect(written(.p(.text(name))) == #"<p>&lt;b&gt;"甲" &amp; 乙&lt;/b&gt;</p>"#)
        #expect(written(.p(.attribute("title", name))) == #"<p title="&lt;b&gt;&quot;甲&quot; &amp; 乙&lt;/b&gt;"></p>"#)
        #expect(written(.p("甲 \(name.prefix(3)) 乙")) == "<p>甲 &lt;b&gt; 乙</p>", "an interpolated text is a text")
    }

    @Test("attributes belong to the element around them, also from within a group")
    func groups() {
        let html = HTML.div(
            .group([.class("card"), .id("x"), .p("一"), .group([])]), .when(false, .p("二")),
            .each([3, 4]) { .b("\($0)") })
        #expect(written(html) == #"<div class="card" id="x"><p>一</p><b>3</b><b>4</b></div>"#)
        #expect(written(.div(.class(""))) == "<div></div>", "an empty class is left out")
    }

    @Test("elements without an end tag have none; those of SVG have one")
    func endTags() {
        #expect(written(.input(.name("a"), .flag("required"))) == #"<input name="a" required>"#)
        #expect(written(.svg(.element("path", [.attribute("d", "M0 0")]))) == #"<svg><path d="M0 0"></path></svg>"#)
    }

    @Test("an address gives back what was put into it", arguments: ["云岭县", "a b+c&d=e", "100%", "\"<>'", "🙂", ""])
    func addresses(value: String) {
        var query = Query(parsing: Query([("q", value), ("n", "1")]).text)
        #expect(query.all("q") == [value])
        #expect(query["n"] == "1")
        query.set("n", nil)
        #expect(query.all("n").isEmpty)
    }

    @Test("what is not an address is still read", arguments: ["%", "%4", "%zz=1", "=", "&&", "a=%ff"])
    func brokenAddresses(text: String) {
        #expect(Query(parsing: text).items.count <= 1)
    }
}
