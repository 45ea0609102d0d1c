/// Reads which cells of a sheet are merged, and nothing else: they are named behind all rows, and whoever reads the rows may
/// need to know them before.
final class MergeReader: XMLHandler {
    private(set) var areas: [SheetArea] = []
    private var depth = 0
    /// As many as are looked at; more are left out.
    private static let most = 100_000

    override func start(_ name: String, _ attributes: XMLAttributes) throws -> Bool {
        switch (depth, name) {
        case (0, "worksheet"), (1, "mergeCells"):
            depth += 1
            return true
        case (2, "mergeCell"):
            if areas.count < Self.most, let area = attributes.bytes("ref").flatMap({ SheetArea($0) }) {
                areas.append(area)
            }
            return false
        default: return false
        }
    }

    override func end(_ name: String) throws { depth -= 1 }
}
