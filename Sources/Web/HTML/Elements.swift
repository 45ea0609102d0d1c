import Pages
import Vocabulary

/// Elements and components as the pages of this room write them, without a dot; new pages write `.div(…)`.
func element(_ name: StaticName, _ parts: [HTML]) -> HTML { .element(name, parts) }

func div(_ parts: HTML...) -> HTML { .element("div", parts) }
func section(_ parts: HTML...) -> HTML { .element("section", parts) }
func span(_ parts: HTML...) -> HTML { .element("span", parts) }
func p(_ parts: HTML...) -> HTML { .element("p", parts) }
func b(_ parts: HTML...) -> HTML { .element("b", parts) }
func small(_ parts: HTML...) -> HTML { .element("small", parts) }
func a(_ parts: HTML...) -> HTML { .element("a", parts) }
func h1(_ parts: HTML...) -> HTML { .element("h1", parts) }
func h2(_ parts: HTML...) -> HTML { .element("h2", parts) }
func h3(_ parts: HTML...) -> HTML { .element("h3", parts) }
func ul(_ parts: HTML...) -> HTML { .element("ul", parts) }
func ol(_ parts: HTML...) -> HTML { .element("ol", parts) }
func li(_ parts: HTML...) -> HTML { .element("li", parts) }
func dl(_ parts: HTML...) -> HTML { .element("dl", parts) }
func dt(_ parts: HTML...) -> HTML { .element("dt", parts) }
func dd(_ parts: HTML...) -> HTML { .element("dd", parts) }
func time(_ parts: HTML...) -> HTML { .element("time", parts) }
func nav(_ parts: HTML...) -> HTML { .element("nav", parts) }
func table(_ parts: HTML...) -> HTML { .element("table", parts) }
func caption(_ parts: HTML...) -> HTML { .element("caption", parts) }
func thead(_ parts: HTML...) -> HTML { .element("thead", parts) }
func tbody(_ parts: HTML...) -> HTML { .element("tbody", parts) }
func tr(_ parts: HTML...) -> HTML { .element("tr", parts) }
func th(_ parts: HTML...) -> HTML { .element("th", parts) }
func td(_ parts: HTML...) -> HTML { .element("td", parts) }
func form(_ parts: HTML...) -> HTML { .element("form", parts) }
func label(_ parts: HTML...) -> HTML { .element("label", parts) }
func input(_ parts: HTML...) -> HTML { .element("input", parts) }
func select(_ parts: HTML...) -> HTML { .element("select", parts) }
func option(_ parts: HTML...) -> HTML { .element("option", parts) }
func optgroup(_ parts: HTML...) -> HTML { .element("optgroup", parts) }
func textarea(_ parts: HTML...) -> HTML { .element("textarea", parts) }
func button(_ parts: HTML...) -> HTML { .element("button", parts) }
func fieldset(_ parts: HTML...) -> HTML { .element("fieldset", parts) }
func legend(_ parts: HTML...) -> HTML { .element("legend", parts) }
func details(_ parts: HTML...) -> HTML { .element("details", parts) }
func summary(_ parts: HTML...) -> HTML { .element("summary", parts) }
func mark(_ parts: HTML...) -> HTML { .element("mark", parts) }
func aside(_ parts: HTML...) -> HTML { .element("aside", parts) }
func meter(_ parts: HTML...) -> HTML { .element("meter", parts) }
func svg(_ parts: HTML...) -> HTML { .element("svg", parts) }

func card(_ title: String?, _ content: HTML...) -> HTML {
    .sheet(title.map { titledPart($0, .group(content)) } ?? .section(.group(content)))
}
func titledPart(_ title: String, _ content: HTML...) -> HTML { .part(said(title), .group(content)) }
func figureLink(_ count: Int, _ address: String, _ text: String? = nil, class names: String = "") -> HTML {
    .figureLink(count, address, text, class: names)
}
func narrowing(_ context: PageContext, to address: String, chips: [Chip] = [], _ fields: HTML...) -> HTML {
    .narrowing(context, to: address, chips: chips, .group(fields))
}
func emptyState(_ title: String, _ advice: String, _ action: HTML = .nothing) -> HTML {
    .emptyState(title, advice, action)
}
func summaryList(_ rows: [(String, HTML)]) -> HTML {
    dl(.class("facts wide"), .each(rows) { row in div(dt(.text(row.0)), dd(row.1)) })
}
func field(_ id: String, _ title: String, hint: String? = nil, error: String? = nil, _ control: HTML) -> HTML {
    .ask(id, said(title), hint: hint.map(said), error: error.map(said), control)
}
func fieldError(_ id: String, _ message: String) -> HTML { .fieldError(id, said(message)) }
func choice(_ id: String, _ options: [(value: String, text: String)], chosen: String) -> HTML {
    .choice(id, options.map { ($0.value, said($0.text)) }, chosen: chosen)
}
func textField(_ id: String, _ value: String, type: String = "text", width: FieldWidth = .usual) -> HTML {
    .textField(id, value, type: type, width: width)
}
func dayField(_ id: String, _ value: String) -> HTML { .dayField(id, value) }
func hiddenFields(_ query: Query) -> HTML { .hiddenFields(query) }

/// What is in the reader's language already.
private func said(_ text: String) -> Words { Words(text, text) }

extension HTML {
    static func label(_ text: String) -> HTML { .ariaLabel(text) }
}
