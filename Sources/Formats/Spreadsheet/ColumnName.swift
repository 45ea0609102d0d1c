/// Names of columns: 1 is A, 27 is AA, 16,384 is XFD.
public enum ColumnName {
    /// The last column that a spreadsheet has.
    public static let last = 16_384

    public static func text(_ column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(0x41 + (rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

/// A cell's place as a workbook writes it: `B7`, `$B$7`; nil for what no sheet has.
struct CellReference: Hashable {
    var row: Int
    var column: Int

    init?(_ utf8: some Collection<UInt8>) {
        var column = 0
        var row = 0
        var sawDigit = false
        for byte in utf8 {
            switch byte {
            case 0x41...0x5A where !sawDigit: column = column * 26 + Int(byte) - 0x40
            case 0x61...0x7A where !sawDigit: column = column * 26 + Int(byte) - 0x60
            case 0x30...0x39:
                sawDigit = true
                row = row * 10 + Int(byte) - 0x30
            case 0x24: continue
            default: return nil
            }
            guard column <= ColumnName.last, row <= SheetArea.lastRow else { return nil }
        }
        guard row > 0, column > 0 else { return nil }
        self.row = row
        self.column = column
    }
}
