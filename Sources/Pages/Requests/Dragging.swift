import HTTPTypes
public import Hummingbird

/// The one script there is: it lets rows of a list be dragged to another place, and sends the form that does the same without
/// it (docs/decisions/0158). Its address changes with its content.
///
/// A row is moved by what `HTML.dragged` lays in it, to a row with what `HTML.dragTarget` lays in that, by the form
/// `HTML.dragForm`.
public enum Dragging {
    public static let text = String(decoding: PackageResources.drag_js, as: UTF8.self)

    public static let address = "/assets/drag-\(Stylesheet.fingerprint(of: text)).js"

    /// Only a page that is dragged may run it.
    static let policy = ContentPolicy.text + "; script-src 'self'"

    static let script = HTML.element("script", [.attribute("src", address), .flag("defer")])
}

extension HTML {
    /// Marks the row that it stands in as one that can be dragged; `fields` are what the form says of it.
    public static func dragged(_ fields: [(String, String)]) -> HTML {
        .span(.class("unseen"), .attribute("data-drag", Query(fields).text))
    }

    /// Marks the row that it stands in as a place to drop on; `fields` are what the form says of the place.
    public static func dragTarget(_ fields: [(String, String)]) -> HTML {
        .span(.class("unseen"), .attribute("data-drop", Query(fields).text))
    }

    /// What a drop fills in and sends: the form at an address, as its last step.
    public static func dragForm(_ address: String, _ fields: [String]) -> HTML {
        .form(
            .id("drag"), .flag("hidden"), .attribute("method", "post"), .action(address), PageContext.once,
            .each(fields) { .input(.type("hidden"), .name($0), .value("")) },
            .input(.type("hidden"), .name("step"), .value("save")))
    }
}

extension Response {
    /// The script, whose address changes with its content.
    public static var dragging: Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/javascript; charset=utf-8", .cacheControl: "public, max-age=31536000, immutable",
                .xContentTypeOptions: "nosniff",
            ], body: .init(byteBuffer: ByteBuffer(string: Dragging.text)))
    }

    /// With the policy that lets it run, and kept nowhere: a page that is asked for anew would be shown with the policy of an
    /// answer that it is unchanged.
    var dragged: Response {
        var response = self
        response.headers[.contentSecurityPolicy] = Dragging.policy
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
