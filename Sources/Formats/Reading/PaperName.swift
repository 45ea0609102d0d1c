import Glibc

extension PaperKind {
    /// A file's name as it may be shown, kept and saved anywhere: without the way to it, without signs that cannot be seen or
    /// that some system forbids, and with the ending of what the file is.
    public func name(from sent: String) -> String { Self.name(from: sent, ending: rawValue) }

    /// The same of a file that is no paper: a table of text, with the ending that it shall have.
    public static func name(from sent: String, ending: String) -> String {
        let last = sent.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        var scalars = String.UnicodeScalarView()
        for scalar in last.unicodeScalars {
            switch scalar.properties.generalCategory {
            // Format signs turn the order of letters round, or cannot be seen at all.
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: continue
            default: scalars.append("<>:\"|?*".unicodeScalars.contains(scalar) ? "_" : scalar)
            }
        }
        var stem = String(scalars)
        if let dot = stem.lastIndex(of: "."), Self.endings.contains(stem[dot...].dropFirst().lowercased()) {
            stem = String(stem[..<dot])
        }
        stem = Self.trimmed(stem)
        // Systems count bytes: 255 with the ending.
        while stem.utf8.count > 180 { stem.removeLast() }
        stem = Self.trimmed(stem)
        return (stem.isEmpty ? "材料" : stem) + ".\(ending)"
    }

    /// Endings that are left out because the right one is put there.
    private static let endings: Set<String> = [
        "pdf", "docx", "xlsx", "ofd", "jpg", "jpeg", "png", "doc", "xls", "exe", "bat", "com", "scr", "htm", "html",
        "js", "lnk", "zip", "csv", "txt", "lrmx",
    ]

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let first = text.first, first == "." || first.isWhitespace { text.removeFirst() }
        while let last = text.last, last == "." || last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
