import Records
import Spelling
import Vocabulary

/// One field as one cell of a sheet: what is written there is read back as the same. Rows of a small form stand one a line,
/// their parts apart by `|`.
extension FieldKind {
    /// The cell, from what the form would send.
    func cell(_ name: String, _ typed: [(String, String)], _ naming: Naming) throws -> String {
        guard case .rows(let parts, _) = self else {
            return try said(typed.first { $0.0 == name }?.1 ?? "", naming)
        }
        let values = Dictionary(typed, uniquingKeysWith: { first, _ in first })
        var lines: [String] = []
        while parts.contains(where: { values["\(name).\(lines.count).\($0.name)"] != nil }) {
            let cells = try parts.map { part in
                Self.escaped(try part.kind.said(values["\(name).\(lines.count).\(part.name)"] ?? "", naming))
            }
            lines.append(cells.joined(separator: " | "))
        }
        return lines.joined(separator: "\n")
    }

    /// What the form would send, from a cell.
    func typed(_ name: String, _ cell: String) -> [(String, String)] {
        guard case .rows(let parts, _) = self else { return [(name, meant(cell))] }
        let lines = cell.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        return lines.enumerated().flatMap { place, line in
            let cells = Self.unescaped(line)
            var sent = zip(parts, cells).map { part, cell in ("\(name).\(place).\(part.name)", part.kind.meant(cell)) }
            // More parts than there are columns belong to the last: nothing that was written is lost.
            if cells.count > parts.count, let last = sent.indices.last {
                sent[last].1 += "|" + cells[parts.count...].joined(separator: "|")
            }
            return sent
        }
    }

    /// A value as people write it: the words of a choice, the name of a unit where it names only one.
    private func said(_ value: String, _ naming: Naming) throws -> String {
        switch self {
        case .choice(let choices): return choices.first { $0.value == value }.map { naming.say($0.words) } ?? value
        case .unit:
            let name = try naming.unitName(value)
            return try naming.unit(typed: name)?.code == value ? name : value
        default: return value
        }
    }

    private func meant(_ cell: String) -> String {
        guard case .choice(let choices) = self else { return cell }
        let wanted = cell.folded
        return choices.first { [$0.value.folded, $0.words.zh.folded, $0.words.en.folded].contains(wanted) }?.value
            ?? cell
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { kept, sign in
            if "|｜\\".contains(sign) { kept.append("\\") }
            kept.append(sign)
        }
    }

    private static func unescaped(_ line: some StringProtocol) -> [String] {
        var cells = [""]
        var isEscaped = false
        for sign in line {
            if isEscaped {
                cells[cells.count - 1].append(sign)
                isEscaped = false
            } else if sign == "\\" {
                isEscaped = true
            } else if sign == "|" || sign == "｜" {
                cells.append("")
            } else {
                cells[cells.count - 1].append(sign)
            }
        }
        return cells.map(\.withoutOuterSpace)
    }
}

extension FieldKind {
    /// How it is filled in, told in templates and to other programs.
    var rule: Words {
        switch self {
        case .text(let most), .longText(let most): Words("最多\(most)字", "at most \(most) characters")
        case .lines(let most): Words("一行一个，最多\(most)行", "one a line, at most \(most)")
        case .whole(let bounds):
            Words(
                "\(bounds.lowerBound)至\(bounds.upperBound)的整数",
                "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
        case .hours: Words("0.5的倍数，如2.5", "in halves, such as 2.5")
        case .money: Words("元，最多两位小数", "in yuan, at most two decimals")
        case .day: Words("日期，如2026-09-30", "a day, such as 2026-09-30")
        case .choice(let choices):
            Words(
                "选一项：" + choices.map(\.words.zh).joined(separator: "、"),
                "one of " + choices.map(\.words.en).joined(separator: ", "))
        case .unit: Words("单位全称或单位编号", "a unit's full name or code")
        case .person: Words("姓名或人员编号，有重名的填编号", "a name or a staff number; the number where namesakes are")
        case .persons(let most):
            Words("一行一人或用顿号隔开，有重名的填编号，最多\(most)人", "one a line or with commas between, at most \(most)")
        case .rows(let parts, let most):
            Words(
                "一行一条，最多\(most)条，各项用“|”隔开，没有的留空：" + parts.map(\.words.zh).joined(separator: " | "),
                "one a line, at most \(most), parts with | between: " + parts.map(\.words.en).joined(separator: " | "))
        }
    }
}
