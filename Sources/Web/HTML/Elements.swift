import Pages
import Vocabulary

/// Elements and components as the pages of this room write them, without a dot; new pages write `.div(…)`.
func element(_ name: StaticName, _ parts: [HTML]) -> HTML { .element(name, parts) }

func div(_ parts: HTML...) -> HTML { .element("div", parts) }
func span(_ parts: HTML...) -> HTML { .element("span", parts) }
func p(_ parts: HTML...) -> HTML { .element("p", parts) }
func b(_ parts: HTML...) -> HTML { .element("b", parts) }
func small(_ parts: HTML...) -> HTML { .element("small", parts) }
func a(_ parts: HTML...) -> HTML { .element("a", parts) }
func h2(_ parts: HTML...) -> HTML { .element("h2", parts) }
func h3(_ parts: HTML...) -> HTML { .element("h3", parts) }
func ul(_ parts: HTML...) -> HTML { .element("ul", parts) }
func li(_ parts: HTML...) -> HTML { .element("li", parts) }
func nav(_ parts: HTML...) -> HTML { .element("nav", parts) }
func table(_ parts: HTML...) -> HTML { .element("table", parts) }
func form(_ parts: HTML...) -> HTML { .element("form", parts) }
func label(_ parts: HTML...) -> HTML { .element("label", parts) }
func input(_ parts: HTML...) -> HTML { .element("input", parts) }
func select(_ parts: HTML...) -> HTML { .element("select", parts) }
func option(_ parts: HTML...) -> HTML { .element("option", parts) }
func textarea(_ parts: HTML...) -> HTML { .element("textarea", parts) }
func button(_ parts: HTML...) -> HTML { .element("button", parts) }
func details(_ parts: HTML...) -> HTML { .element("details", parts) }
func summary(_ parts: HTML...) -> HTML { .element("summary", parts) }
func mark(_ parts: HTML...) -> HTML { .element("mark", parts) }
func svg(_ parts: HTML...) -> HTML { .element("svg", parts) }

/// A sheet of one section. `isOnPaper`: whether it is printed too.
func card(_ title: String?, id: String? = nil, isOnPaper: Bool = true, _ content: HTML...) -> HTML {
    .div(
        .class(isOnPaper ? "sheet" : "sheet no-print"),
        title.map { .part(said($0), id: id, .group(content)) } ?? .section(.group(content)))
}
func figureLink(_ count: Int, _ address: String, _ text: String? = nil, class names: String = "") -> HTML {
    .figureLink(count, address, text, class: names)
}
func emptyState(_ title: String, _ advice: String, _ action: HTML = .nothing) -> HTML {
    .emptyState(title, advice, action)
}
func summaryList(_ rows: [(String, HTML)]) -> HTML {
    .facts(rows.map { Fact(said($0.0), $0.1) }, long: true)
}
func field(_ id: String, _ title: String, hint: String? = nil, error: String? = nil, _ control: HTML) -> HTML {
    .ask(id, said(title), hint: hint.map(said), error: error.map(said), control)
}
func choice(_ id: String, _ options: [(value: String, text: String)], chosen: String) -> HTML {
    .choice(id, options.map { ($0.value, said($0.text)) }, chosen: chosen)
}
func textField(_ id: String, _ value: String, type: String = "text", width: FieldWidth = .usual) -> HTML {
    .textField(id, value, type: type, width: width)
}
func hiddenFields(_ query: Query) -> HTML { .hiddenFields(query) }

/// What is in the reader's language already.
private func said(_ text: String) -> Words { Words(text, text) }

extension HTML {
    static func label(_ text: String) -> HTML { .ariaLabel(text) }
}
