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
        var lines = [summary.in(language)] + (notes + (dayTold.map { [$0] } ?? [])).map { $0.in(language) }
        for row in changedRows.prefix(Self.mostChangesTold) { lines.append(row.told.in(language)) }
        if changed > Self.mostChangesTold {
            let rest = changed - Self.mostChangesTold
            lines.append(language == .zh ? "另有\(rest)行更改。" : "\(rest) more rows are changed.")
        }
        for row in wrong.prefix(most) { lines.append(row.placed.in(language)) }
        if wrong.count > most {
            lines.append(language == .zh ? "另有\(wrong.count - most)行有误。" : "\(wrong.count - most) more rows are wrong.")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// That rows without a day begin on one that was chosen for them, since the ledger counts nothing before it.
    public var dayTold: Words? {
        guard let undated, undated > 0, let day = undatedFrom else { return nil }
        return Words(
            "有\(undated)行没有填日期，从\(day.iso)起算；这一天以前的培训，台账不按这些行计算。要从更早算起的，请填日期，或另选“没有填日期的，从哪天算起”（命令为 --since），再导入一次即可。",
            "\(undated) rows have no day and begin on \(day.iso); of training before it the ledger counts nothing by them. Give days, or choose another day for rows without one (--since), and import again."
        )
    }

    private static var mostChangesTold: Int { 20 }

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

extension ImportPreview.TakenRow {
    /// `第5行 张三：职务 科员 → 科长`
    var told: Words {
        let what = changes.map { change in
            let values = "\(change.before.isEmpty ? "—" : change.before) → \(change.after.isEmpty ? "—" : change.after)"
            return Words("\(change.field.zh) \(values)", "\(change.field.en) \(values)")
        }
        return Words(
            "第\(row)行\(name)：\(what.map(\.zh).joined(separator: "；"))",
            "Row \(row), \(name): \(what.map(\.en).joined(separator: "; "))")
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
