/// Elements and attributes, by their own names: `.div(.class("card"), .h2("标题"))`.
extension HTML {
    public static func div(_ parts: HTML...) -> HTML { .element("div", parts) }
    public static func section(_ parts: HTML...) -> HTML { .element("section", parts) }
    public static func span(_ parts: HTML...) -> HTML { .element("span", parts) }
    public static func p(_ parts: HTML...) -> HTML { .element("p", parts) }
    public static func b(_ parts: HTML...) -> HTML { .element("b", parts) }
    public static func small(_ parts: HTML...) -> HTML { .element("small", parts) }
    public static func a(_ parts: HTML...) -> HTML { .element("a", parts) }
    public static func h1(_ parts: HTML...) -> HTML { .element("h1", parts) }
    public static func h2(_ parts: HTML...) -> HTML { .element("h2", parts) }
    public static func h3(_ parts: HTML...) -> HTML { .element("h3", parts) }
    public static func ul(_ parts: HTML...) -> HTML { .element("ul", parts) }
    public static func ol(_ parts: HTML...) -> HTML { .element("ol", parts) }
    public static func li(_ parts: HTML...) -> HTML { .element("li", parts) }
    public static func dl(_ parts: HTML...) -> HTML { .element("dl", parts) }
    public static func dt(_ parts: HTML...) -> HTML { .element("dt", parts) }
    public static func dd(_ parts: HTML...) -> HTML { .element("dd", parts) }
    public static func time(_ parts: HTML...) -> HTML { .element("time", parts) }
    public static func nav(_ parts: HTML...) -> HTML { .element("nav", parts) }
    public static func table(_ parts: HTML...) -> HTML { .element("table", parts) }
    public static func caption(_ parts: HTML...) -> HTML { .element("caption", parts) }
    public static func thead(_ parts: HTML...) -> HTML { .element("thead", parts) }
    public static func tbody(_ parts: HTML...) -> HTML { .element("tbody", parts) }
    public static func tr(_ parts: HTML...) -> HTML { .element("tr", parts) }
    public static func th(_ parts: HTML...) -> HTML { .element("th", parts) }
    public static func td(_ parts: HTML...) -> HTML { .element("td", parts) }
    public static func form(_ parts: HTML...) -> HTML { .element("form", parts) }
    public static func label(_ parts: HTML...) -> HTML { .element("label", parts) }
    public static func input(_ parts: HTML...) -> HTML { .element("input", parts) }
    public static func select(_ parts: HTML...) -> HTML { .element("select", parts) }
    public static func option(_ parts: HTML...) -> HTML { .element("option", parts) }
    public static func optgroup(_ parts: HTML...) -> HTML { .element("optgroup", parts) }
    public static func textarea(_ parts: HTML...) -> HTML { .element("textarea", parts) }
    public static func button(_ parts: HTML...) -> HTML { .element("button", parts) }
    public static func fieldset(_ parts: HTML...) -> HTML { .element("fieldset", parts) }
    public static func legend(_ parts: HTML...) -> HTML { .element("legend", parts) }
    public static func details(_ parts: HTML...) -> HTML { .element("details", parts) }
    public static func summary(_ parts: HTML...) -> HTML { .element("summary", parts) }
    public static func mark(_ parts: HTML...) -> HTML { .element("mark", parts) }
    public static func aside(_ parts: HTML...) -> HTML { .element("aside", parts) }
    public static func meter(_ parts: HTML...) -> HTML { .element("meter", parts) }
    public static func svg(_ parts: HTML...) -> HTML { .element("svg", parts) }
}

extension HTML {
    public static func `class`(_ names: String) -> HTML { names.isEmpty ? .nothing : .attribute("class", names) }
    public static func id(_ id: String) -> HTML { .attribute("id", id) }
    public static func href(_ address: String) -> HTML { .attribute("href", address) }
    public static func name(_ name: String) -> HTML { .attribute("name", name) }
    public static func value(_ value: String) -> HTML { .attribute("value", value) }
    public static func type(_ type: String) -> HTML { .attribute("type", type) }
    /// What a screen reader says in place of the element's own words.
    public static func ariaLabel(_ text: String) -> HTML { .attribute("aria-label", text) }
}
