public import Vocabulary

/// Hands a paper in for a record (添加材料).
public struct AttachEvidence<Record: EvidenceBearer>: Act {
    public static var right: Right { .report }
    public static var name: String { "attachEvidence" }
    public static var words: Words { Words("添加材料", "Paper added") }
    public var record: String
    public var document: Record.Document
    /// Nil: none was chosen, or it is no longer there.
    public var file: EvidenceFile?
    public var proves: Day
    public var note: String

    public init(record: String, document: Record.Document, file: EvidenceFile?, proves: Day, note: String) {
        self.record = record
        self.document = document
        self.file = file
        self.proves = proves
        self.note = note
    }

    public func unit(in reading: some Reading) throws -> String? { try reading.papersUnit(of: Record.self, record) }

    public func perform(in t: ActTransaction) throws -> Evidence<Record> {
        let bearer = try t.standing(Record.self, record)
        guard let file else { try t.refuse(EvidenceProblem.noFile) }
        var problems: [EvidenceProblem] = []
        if proves > t.today { problems.append(.dayToCome(proves)) }
        let others = try t.evidence(of: bearer)
        if let same = others.first(where: { $0.withdrawn == nil && $0.file.hash == file.hash }) {
            problems.append(.isThere(same.file.name))
        }
        if others.count >= EvidenceProblem.mostFiles { problems.append(.tooMany) }
        if others.reduce(file.bytes, { $0 + $1.file.bytes }) > EvidenceProblem.mostBytes { problems.append(.tooMuch) }
        try t.refuse(problems)
        let evidence = Evidence<Record>(
            code: try t.nextCode(.evidence), record: record, document: document, file: file, proves: proves,
            came: t.today, madeBy: t.reader.account, note: note, withdrawn: nil, withdrawnBy: "", reason: "")
        try t.insert(evidence)
        return evidence
    }
}

/// Takes a paper back, with a reason; row and file stay (撤下材料).
public struct WithdrawEvidence<Record: EvidenceBearer>: Act {
    public static var right: Right { .report }
    public static var name: String { "withdrawEvidence" }
    public static var words: Words { Words("撤下材料", "Paper withdrawn") }
    public var code: String
    /// The record that it is withdrawn from: its own, or one that stands in the place of that.
    public var record: String
    public var reason: String

    public init(code: String, of record: String, reason: String) {
        self.code = code
        self.record = record
        self.reason = reason
    }

    public func unit(in reading: some Reading) throws -> String? { try reading.papersUnit(of: Record.self, record) }

    /// Gives the record's code.
    public func perform(in t: ActTransaction) throws -> String {
        let bearer = try t.standing(Record.self, record)
        guard try t.evidence(of: bearer).contains(where: { $0.code == code }),
            var evidence = try t.one(Evidence<Record>.self, code, for: t.reader)
        else { try t.refuse(EvidenceProblem.unknown) }
        if let day = evidence.withdrawn { try t.refuse(EvidenceProblem.isWithdrawn(day)) }
        evidence.withdrawn = t.today
        evidence.withdrawnBy = t.reader.account
        evidence.reason = reason
        try t.update(evidence)
        return record
    }
}

extension ActTransaction {
    /// A record that still takes papers.
    fileprivate func standing<Record: EvidenceBearer>(_ type: Record.Type, _ code: String) throws -> Record {
        guard let record = try one(Record.self, code, for: reader) else { try refuse(EvidenceProblem.unknownRecord) }
        if let why = try record.ended(in: self) { try refuse(EvidenceProblem.ended(why)) }
        return record
    }
}

/// Why a paper is not taken, or not taken back.
public enum EvidenceProblem: Refusal {
    case unknownRecord, unknown, noFile, tooMany, tooMuch
    case dayToCome(Day)
    case isThere(String)
    case isWithdrawn(Day)
    case ended(Words)

    /// Of one record.
    public static let mostFiles = 60
    public static let mostBytes = 300 << 20

    public var field: String {
        switch self {
        case .unknownRecord, .unknown, .isWithdrawn, .ended: ""
        case .noFile, .tooMany, .tooMuch, .isThere: "file"
        case .dayToCome: "proves"
        }
    }

    public var words: Words {
        switch self {
        case .unknownRecord: Words("没有这条记录，或不在您的管理范围内", "There is no such record within your reach")
        case .unknown: Words("没有这份材料", "There is no such paper")
        case .noFile: Words("请选择文件", "Choose a file")
        case .tooMany: Words("一条记录最多\(Self.mostFiles)份材料", "A record has at most \(Self.mostFiles) papers")
        case .tooMuch:
            Words(
                "一条记录的材料合计最多\(Self.mostBytes >> 20) MB",
                "The papers of a record have at most \(Self.mostBytes >> 20) MB")
        case .dayToCome(let day): Words("证明事项的日期\(day.iso)还没有到", "\(day.iso), which it proves, has not come yet")
        case .isThere(let name): Words("同一份文件已经在材料里：\(name)", "The same file is there already: \(name)")
        case .ended(let why): why
        case .isWithdrawn(let day): Words("已于\(day.iso)撤下", "Withdrawn on \(day.iso) already")
        }
    }
}
