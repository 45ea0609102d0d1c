import Formats
public import Vocabulary

/// What an import comes to, told to programs and to people.
extension ImportPreview {
    /// As the command prints it (docs/command-line.md).
    public func json(in language: Language) -> String {
        ByteOutput.text { output in
            var json = JSONWriter(output)
            json.object(onLines: true) { json in
                json.field("rows", rows)
                json.field("new", new)
                json.field("changed", changed)
                json.field("unchanged", unchanged)
                json.key("wrong")
                json.list(wrong, onLines: true) { json, row in
                    json.object { json in
                        json.field("sheet", row.sheet)
                        json.field("row", row.row)
                        json.field("column", row.column)
                        json.field("message", row.said.in(language))
                    }
                }
                json.field("left", left)
                json.key("notes")
                json.list(notes.map { $0.in(language) })
            }
            json.endLine()
        }
    }

    /// The same for people.
    public func text(in language: Language, most: Int = 50) -> String {
        var lines = [summary.in(language)] + notes.map { $0.in(language) }
        for row in wrong.prefix(most) { lines.append(row.placed.in(language)) }
        if wrong.count > most {
            lines.append(language == .zh ? "另有\(wrong.count - most)行有误。" : "\(wrong.count - most) more rows are wrong.")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// “读到126行：新增84，更改17，无变化19，有误6。现有资料中有3条文件里没有，保持不变。”
    public var summary: Words {
        let kept =
            left == 0
            ? Words("", "") : Words("现有资料中有\(left)条文件里没有，保持不变。", " \(left) on record are not in the file, and stay.")
        return Words(
            "读到\(rows)行：新增\(new)，更改\(changed)，无变化\(unchanged)，有误\(wrongCount)。\(kept.zh)",
            "\(rows) rows: \(new) new, \(changed) changed, \(unchanged) unchanged, \(wrongCount) wrong.\(kept.en)")
    }
}

extension ImportPreview.WrongRow {
    /// What is wrong, with the column by its name.
    public var said: Words {
        heading.zh.isEmpty ? message : Words("\(heading.zh)：\(message.zh)", "\(heading.en): \(message.en)")
    }

    /// With the place in front: `工作表“在职人员”第18行D列（任职日期）：……`
    public var placed: Words {
        Words(
            (sheet.isEmpty ? "" : "工作表“\(sheet)”") + "第\(row)行" + (column.isEmpty ? "" : "\(column)列") + "："
                + said.zh,
            (sheet.isEmpty ? "Row \(row)" : "Sheet “\(sheet)”, row \(row)")
                + (column.isEmpty ? "" : ", column \(column)")
                + ": " + said.en)
    }
}
