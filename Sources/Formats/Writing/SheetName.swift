/// Names that a spreadsheet takes for its sheets: at most 31 signs, none of `[]:*?/\`, no apostrophe at either end, each once.
enum SheetName {
    static func fitting(_ names: [String], besides taken: [String] = []) -> [String] {
        var used = Set(taken.map { $0.lowercased() })
        return names.map { name in
            let plain = allowed(name)
            var result = cut(plain, to: 31)
            var number = 2
            while !used.insert(result.lowercased()).inserted {
                let end = " (\(number))"
                result = cut(plain, to: 31 - end.utf16.count) + end
                number += 1
            }
            return result
        }
    }

    private static let wide: [Unicode.Scalar: Unicode.Scalar] = [
        "[": "［", "]": "］", ":": "：", "*": "＊", "?": "？", "/": "／", "\\": "＼",
    ]

    private static func allowed(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            let isForbidden = (0xFFFE...0xFFFF).contains(scalar.value)
            scalars.append(isControl || isForbidden ? " " : wide[scalar] ?? scalar)
        }
        var result = String(scalars)
        while let first = result.first, first == "'" || first == " " { result.removeFirst() }
        while let last = result.last, last == "'" || last == " " { result.removeLast() }
        // A name that spreadsheets keep for themselves.
        if result.lowercased() == "history" { return result + " 1" }
        return result.isEmpty ? "Sheet" : result
    }

    /// Counted as spreadsheets do: by the units of UTF-16, of which a rare character has two.
    private static func cut(_ name: String, to limit: Int) -> String {
        var result = ""
        var count = 0
        for scalar in name.unicodeScalars {
            count += scalar.utf16.count
            if count > limit { break }
            result.unicodeScalars.append(scalar)
        }
        while let last = result.last, last == "'" || last == " " { result.removeLast() }
        return result
    }
}
