import CQRCode

/// A text as a QR code (ISO/IEC 18004), drawn: what a telephone's camera takes in.
public enum QRPicture {
    /// Nil where it is too long for one.
    public static func svg(_ text: String, label: String) -> HTML? {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        var path = ""
        for place in 0..<width * width where code.pointee.data[place] & 1 == 1 {
            path += "M\(place % width + margin) \(place / width + margin)h1v1h-1z"
        }
        let side = width + 2 * margin
        return .element(
            "svg",
            [
                .class("qr"), .attribute("viewBox", "0 0 \(side) \(side)"), .attribute("role", "img"),
                .ariaLabel(label),
                .attribute("width", "232"), .attribute("height", "232"), .attribute("shape-rendering", "crispEdges"),
                .element(
                    "rect",
                    [
                        .attribute("width", String(side)), .attribute("height", String(side)),
                        .attribute("fill", "#fff"),
                    ]), .element("path", [.attribute("d", path), .attribute("fill", "#000")]),
            ])
    }

    /// The quiet zone that the standard asks for, in modules.
    private static let margin = 4
}
