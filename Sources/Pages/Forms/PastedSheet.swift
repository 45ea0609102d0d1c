import Spelling

/// Rows of a sheet that were pasted with their heads: which columns say who took part, and how.
struct PastedSheet {
    /// The line of the heads.
    private let head: Int
    private let columns: [Int]

    private static let names: Set<String> = ["姓名", "名字", "人员姓名", "参训人员", "name"]
    private static let others: Set<String> = [
        "人员编号", "工号", "编号", "staffnumber", "学时", "hours", "参加身份", "身份", "角色", "role", "完成情况", "结业情况", "completed",
    ]

    /// Nil where no line within the first few is one of heads with a column of names.
    init?(_ lines: [Substring]) {
        for (place, line) in lines.prefix(6).enumerated() where line.contains("\t") {
            let heads = Self.split(line).map { $0.filter { !$0.isWhitespace }.description.folded }
            guard heads.contains(where: Self.names.contains) else { continue }
            head = place
            columns = heads.indices.filter { Self.names.contains(heads[$0]) || Self.others.contains(heads[$0]) }
            return
        }
        return nil
    }

    /// What a line holds in these columns; nothing of the heads, and of a title above them.
    func cells(of line: Substring, at place: Int) -> [Substring] {
        guard place > head else { return [] }
        let cells = Self.split(line)
        return columns.filter { cells.indices.contains($0) }.map { cells[$0] }.filter { !$0.allSatisfy(\.isWhitespace) }
    }

    private static func split(_ line: Substring) -> [Substring] {
        line.split(separator: "\t", omittingEmptySubsequences: false)
    }
}
