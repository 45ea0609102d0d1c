public import Vocabulary

/// What was found, for whoever keeps the data: where, and what it means.
extension DatabaseFault {
    public func sentence(in language: Language) -> String {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        switch self {
        case .emptyFile:
            return say("数据库文件是空的（0字节），原有内容已经丢失。", "The database file is empty (0 bytes): what it held is lost.")
        case .fileMissing(let beside):
            let names = beside.joined(separator: say("、", ", "))
            return say(
                "数据库文件不见了，目录里只剩：\(names)。", "The database file is gone; beside its place there is only: \(names).")
        case .notADatabase: return say("这个文件不是数据库。", "The file is not a database.")
        case .foreign(let tables) where tables.isEmpty:
            return say("这个数据库里没有任何表，不是行知写成的。", "The database has no tables at all; Xingzhi did not write it.")
        case .foreign(let tables):
            let names = tables.joined(separator: say("、", ", "))
            return say(
                "这是别的程序的数据库（有表：\(names)），不是行知的。",
                "This is another program's database (tables: \(names)), not Xingzhi's.")
        case .cutShort(let bytes, let expected):
            return say(
                "数据库文件被截断：应有\(expected)字节，只有\(bytes)字节。",
                "The database file is cut short: \(bytes) bytes of \(expected).")
        case .unreadable(let reason):
            return say("数据库文件读不出来（\(reason)）。", "The database file cannot be read (\(reason)).")
        case .structure(let reason):
            return say("数据库文件已损坏（\(reason)）。", "The database file is damaged (\(reason)).")
        case .reference(let table, let parent, let rows):
            return say(
                "表\(table)有\(rows)行所指的\(parent)不存在。",
                "\(rows) rows of \(table) name rows of \(parent) that are not there.")
        case .schema(let fault): return fault.sentence(in: language)
        case .headUnknown(let hash):
            return say(
                "操作日志里没有校验值为 \(hash) 的一行：日志被整个改写过，或不是这个数据库的。",
                "No journal row has the hash \(hash): the journal was rewritten whole, or is another database's.")
        case .journal(let fault): return fault.sentence(in: language)
        case .facts(let fault): return fault.sentence(in: language)
        case .evidence(let hash, false):
            return say("材料的文件不在：\(hash)。", "The file of a paper is not there: \(hash).")
        case .evidence(let hash, true):
            return say("材料的文件已不是当时交来的内容：\(hash)。", "The file of a paper is not what was handed in: \(hash).")
        }
    }
}

extension SchemaFault {
    func sentence(in language: Language) -> String {
        switch why {
        case .missing: language == .zh ? "数据库缺少\(object)。" : "The database lacks \(object)."
        case .altered: language == .zh ? "数据库的\(object)被改动过。" : "\(object) of the database was altered."
        case .unknown:
            language == .zh ? "数据库里多出\(object)，不是行知建的。" : "The database has \(object), which Xingzhi did not make."
        }
    }
}

extension JournalFault {
    func sentence(in language: Language) -> String {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        func rows(_ first: Int, _ last: Int) -> String {
            first == last
                ? say("第\(first)行", "row \(first)") : say("第\(first)至\(last)行", "rows \(first) to \(last)")
        }
        return switch why {
        case .altered: say("操作日志第\(seq)行被改动过。", "Journal row \(seq) was altered.")
        case .moved(let from):
            say("操作日志第\(seq)行的位置不对：它原是第\(from)行。", "Journal row \(seq) is out of its place: it was row \(from).")
        case .unchained:
            say(
                "操作日志第\(seq)行接不上前一行：前一行被换过，或此行是插入的。",
                "Journal row \(seq) does not follow the one before: that one was exchanged, or this one was put in.")
        case .gap(let from):
            say("操作日志第\(seq)行之前缺少\(rows(from, seq - 1))。", "Before journal row \(seq), \(rows(from, seq - 1)) missing.")
        case .cutOff(let to): say("操作日志末尾缺少\(rows(seq, to))。", "At the end of the journal, \(rows(seq, to)) missing.")
        case .beyondHead:
            say(
                "操作日志从第\(seq)行起是插入的：末行应为第\(seq - 1)行。",
                "From row \(seq) on the journal was put in: row \(seq - 1) was the last.")
        case .notTheHead: say("操作日志末行（第\(seq)行）不是原来的那一行。", "The last journal row (\(seq)) is not the one it was.")
        }
    }
}

extension FactFault {
    func sentence(in language: Language) -> String {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        return switch self {
        case .altered(let table, let code, let seq):
            say("\(table) \(code) 与操作日志第\(seq)行所记不符。", "\(table) \(code) is not what journal row \(seq) tells.")
        case .alteredInBook(let table, let code):
            say(
                "\(table) \(code) 与导入时不同，被改动过。",
                "\(table) \(code) is not as it was brought in: it was altered.")
        case .missing(let table, let code, let seq):
            say("操作日志第\(seq)行所记的 \(table) \(code) 不见了。", "\(table) \(code), told by journal row \(seq), is missing.")
        case .unjournaled(let table, let code):
            say(
                "\(table) \(code) 在操作日志中没有记载，是用别的工具写入的。",
                "\(table) \(code) is not in the journal: another tool put it in.")
        case .count(let table, let rows, let expected):
            say(
                "表\(table)有\(rows)行，按操作日志应为\(expected)行。",
                "\(table) has \(rows) rows; by the journal there should be \(expected).")
        case .values(let table):
            say("表\(table)中有的行与写入时不同。", "\(table) has rows that are not as they were written.")
        case .feed(let seq):
            say(
                "变更记录（fact_changes）与操作日志第\(seq)行不符。",
                "The feed of changes (fact_changes) does not agree with journal row \(seq).")
        case .untold(let seq): say("操作日志第\(seq)行的内容无法识别。", "What journal row \(seq) tells cannot be understood.")
        case .counter(let name):
            say("编号计数\(name)与已用的编号不符。", "The counter \(name) does not agree with the codes in use.")
        case .ring(let unit): say("单位 \(unit) 成了自己的下级。", "Unit \(unit) stands beneath itself.")
        }
    }
}

extension DatabaseDamaged {
    /// Everything that was found, one a line, and what to do.
    public func message(in language: Language) -> String {
        let shown = faults.prefix(20).map { "· " + $0.sentence(in: language) }
        let more = faults.count - shown.count
        let directory = path.hasSuffix("/xingzhi.sqlite") ? String(path.dropLast(15)) : nil
        let lines =
            language == .zh
            ? ["\(path) 不能使用："] + shown + (more > 0 ? ["· 另有\(more)处。"] : [])
                + (directory.map { ["可用最近的备份恢复：xingzhi restore 备份文件 --data \($0) --replace（原文件会另名保留）。"] } ?? [])
            : ["\(path) cannot be used:"] + shown + (more > 0 ? ["· and \(more) more."] : [])
                + (directory.map {
                    [
                        "Restore the last backup: xingzhi restore FILE --data \($0) --replace (the old file is kept under another name)."
                    ]
                } ?? [])
        return lines.joined(separator: "\n")
    }
}
