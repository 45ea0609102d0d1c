/// The one stylesheet, from the files beside it: tokens, elements, components, then narrow windows, phones and paper. Its
/// address changes with its content.
public enum Stylesheet {
    public static let text = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")

    public static let address = "/assets/site-\(fingerprint(of: text)).css"

    static let tokens = String(decoding: PackageResources.tokens_css, as: UTF8.self)

    private static let parts: [[UInt8]] = [
        PackageResources.tokens_css, PackageResources.text_css, PackageResources.marks_css,
        PackageResources.frame_css, PackageResources.sheet_css, PackageResources.tables_css,
        PackageResources.slots_css, PackageResources.rows_css, PackageResources.forms_css,
        PackageResources.document_css, PackageResources.charts_css, PackageResources.hall_css,
        PackageResources.narrow_css, PackageResources.phone_css, PackageResources.paper_css,
    ]

    /// FNV-1a (Fowler, Noll, Vo), 64 bits: tells versions apart, nothing more.
    static func fingerprint(of text: String) -> String {
        let hash = text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
