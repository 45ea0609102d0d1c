/// How much of a workbook is read. What is counted is what really comes out of the archive, never what it says of itself.
public struct WorkbookLimits: Sendable {
    public var fileBytes = 32 << 20
    public var parts = 2_000
    /// Of all parts that are read, together.
    public var unpackedBytes = 256 << 20
    /// How many times larger than in the archive a part may be, beyond its first MiB.
    public var packing = 200
    public var sheets = 1_000
    /// Of one sheet, counting those in which something stands.
    public var cells = 5_000_000
    /// Cells and rows of one sheet in which nothing stands, though they are there.
    public var empty = 1_000_000
    /// In the list of texts that cells share.
    public var texts = 2_000_000
    public var textBytes = 64 << 20
    /// Of the texts that the cells of one sheet hand over: a long one may be shared by a million cells.
    public var sheetBytes = 128 << 20
    /// Of one cell: the largest that a spreadsheet writes, all of it Chinese, has 98,301.
    public var cellBytes = 1 << 18
    /// Elements within elements.
    public var depth = 64

    public init() {}
}
