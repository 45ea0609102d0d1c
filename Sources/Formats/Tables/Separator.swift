/// Which sign stands between the cells of a table of text.
enum Separator {
    private static let known: [UInt8] = [0x09, 0x2C, 0x3B]
    /// So much of a file is looked at.
    private static let looked = 1 << 16

    /// The sign, and where the table begins: behind `sep=;`, by which a spreadsheet is told.
    static func found(in utf8: ArraySlice<UInt8>) -> (UInt8, Int) {
        let head = utf8.prefix(looked)
        let word = Array("sep=".utf8)
        let first = head.prefix { $0 != 0x0A && $0 != 0x0D }
        if first.count == word.count + 1, first.starts(with: word), let sign = first.last, known.contains(sign) {
            var start = first.endIndex
            if start < utf8.endIndex, utf8[start] == 0x0D { start += 1 }
            if start < utf8.endIndex, utf8[start] == 0x0A { start += 1 }
            return (sign, start)
        }
        var best: (sign: UInt8, share: Double, columns: Int) = (0x2C, 0, 1)
        for sign in known {
            let (share, columns) = fit(sign, head)
            if columns > 1, (share, columns) > (best.share, best.columns) { best = (sign, share, columns) }
        }
        return (best.sign, utf8.startIndex)
    }

    /// How many columns the first row has by this sign, and which share of the first rows has as many.
    private static func fit(_ sign: UInt8, _ head: ArraySlice<UInt8>) -> (share: Double, columns: Int) {
        var scanner = TableScanner(head, separator: sign)
        var counts: [Int] = []
        // A row in which the scanner stops, be it cut off, says nothing.
        while counts.count < 50, let row = try? scanner.next(TextTableLimits()) {
            if !row.cells.isEmpty { counts.append(scanner.column) }
        }
        guard let columns = counts.first else { return (0, 1) }
        return (Double(counts.filter { $0 == columns }.count) / Double(counts.count), columns)
    }
}
