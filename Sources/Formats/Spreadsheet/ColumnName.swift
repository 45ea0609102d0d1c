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
