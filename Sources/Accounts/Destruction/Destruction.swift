import Storage
public import Store
public import Vocabulary

/// That what is held about one person is to be destroyed, on a ground that the law knows; asked for by one, agreed to by
/// another (销毁个人信息). It names them by their number alone, and stays.
public struct Destruction: Noun, Codable {
    public var code: String
    /// The staff number.
    public var person: String
    public var ground: String
    /// Whether the name goes out of texts that people wrote, too.
    public var inTexts: Bool
    public var stage: Stage
    public var askedBy: String
    public var askedDay: Day
    public var decidedBy: String
    public var decidedDay: Day?
    public var remark: String

    public enum Stage: String, Named, Stored, Codable {
        case asked, done, refused

        public var words: Words {
            switch self {
            case .asked: Words("待批准", "To be agreed")
            case .done: Words("已销毁", "Destroyed")
            case .refused: Words("未批准", "Refused")
            }
        }
    }

    public static let table = Table<Destruction>(
        "destructions",
        Column("code") { $0.code }, Column("person") { $0.person }, Column("ground") { $0.ground },
        Column("in_texts") { $0.inTexts }, Column("stage") { $0.stage }, Column("asked_by") { $0.askedBy },
        Column("asked_day") { $0.askedDay }, Column("decided_by") { $0.decidedBy },
        Column("decided_day") { $0.decidedDay }, Column("remark") { $0.remark }
    ) { code, person, ground, inTexts, stage, askedBy, askedDay, decidedBy, decidedDay, remark in
        Destruction(
            code: code, person: person, ground: ground, inTexts: inTexts, stage: stage, askedBy: askedBy,
            askedDay: askedDay, decidedBy: decidedBy, decidedDay: decidedDay, remark: remark)
    }
    public static let reach = Reach.everybody
    public static let searched = ["person"]
}

extension CodeSeries {
    static let destruction = CodeSeries(rawValue: "X")
}

extension Reading {
    /// What was asked for about a person, the newest last.
    public func destructions(of person: String) throws -> [Destruction] {
        try all(Destruction.self, for: .everything, where: "person = \(person)", order: "asked_day")
    }

    /// Whether an account is of somebody whose data were destroyed: by what it was signed in went with them.
    func isOfDestroyed(account: String) throws -> Bool {
        guard let code = try self.account(named: account)?.person else { return false }
        return try person(code: code)?.isDestroyed ?? false
    }

    /// Everybody whose data were destroyed, as a database of before has to hear of it.
    public func destroyedPersons() throws -> [Destruction] {
        guard try schemaVersion() >= Migration.destructions.number else { return [] }
        return try all(Destruction.self, for: .everything, where: "stage = \(Destruction.Stage.done)")
    }
}

/// Why nothing was destroyed.
public enum DestructionProblem: Refusal {
    case unknown(String)
    case isDestroyed
    case askedAlready
    case groundNames
    case decidedAlready(Destruction.Stage)
    case askedBySame
    case doesNotAnswer
    case refusedWithoutReason

    public var field: String {
        switch self {
        case .groundNames: "ground"
        case .refusedWithoutReason: "remark"
        default: ""
        }
    }

    public var words: Words {
        switch self {
        case .unknown(let code): Words("没有查到“\(code)”", "There is no \(code)")
        case .isDestroyed: Words("此人的个人信息已经销毁", "What was held about this person is destroyed already")
        case .askedAlready: Words("已有人申请，正待批准", "It was asked for already, and waits for the second person")
        case .groundNames:
            Words("依据中不能写此人姓名：申请会永久保留，请用人员编号", "Leave the name out of the ground, which stays: write the staff number")
        case .decidedAlready(let stage): Words("这项申请\(stage.words.zh)", "It is \(stage.words.en.lowercased())")
        case .askedBySame: Words("申请和批准须由两人分别办理", "Whoever asks does not agree: two people are needed")
        case .refusedWithoutReason: Words("不批准的，请写明理由", "Say why it is refused")
        case .doesNotAnswer:
            Words(
                "操作日志或记录未通过核对，现在不能销毁：请系统管理员先运行 xingzhi journal verify 查明",
                "The journal or the records do not hold: nothing is destroyed before the administrator has found out why (xingzhi journal verify)"
            )
        }
    }
}
