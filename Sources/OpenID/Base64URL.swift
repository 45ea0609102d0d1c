import Foundation

/// Bytes as they stand in tokens: base64 with `-` and `_`, without padding (RFC 4648, section 5).
public enum Base64URL {
    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { sign in
                switch sign {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: sign
                }
            })
    }

    /// Nil for anything else, padding included.
    public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var plain = ""
        for sign in text.utf8 {
            switch sign {
            case UInt8(ascii: "-"): plain += "+"
            case UInt8(ascii: "_"): plain += "/"
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                plain.unicodeScalars.append(Unicode.Scalar(sign))
            default: return nil
            }
        }
        guard plain.utf8.count % 4 != 1 else { return nil }
        plain += String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        return Data(base64Encoded: plain).map(Array.init)
    }
}
