import Pages
import Store
import Vocabulary

/// Says what a unit needs (报送需求).
struct FileReturn: Act {
    static let right = Right.report
    static let words = Words("报送培训需求", "Need filed")
    var draft: ReturnDraft

    static func address(of survey: String) -> String {
        "\(UnitReturn.listAddress)/new?\(Query([("survey", survey)]).text)"
    }

    func unit(in reading: some Reading) throws -> String? { draft.unit }

    func perform(in t: ActTransaction) throws -> UnitReturn {
        let survey = draft.survey
        try t.requireOpen(survey)
        let made = UnitReturn(
            code: try t.nextCode(.unitReturn), origin: .unit, draft: draft, filed: t.today, stage: .filed)
        try t.insert(made)
        // Whoever needs something after all does not need nothing.
        for none in try t.all(
            UnitReturn.self, for: t.reader,
            where: "survey = \(survey) and unit = \(draft.unit) and stage = \(ReturnStage.none)")
        {
            var gone = none
            gone.stage = .withdrawn
            try t.update(gone)
        }
        return made
    }
}

/// Notes what was asked for elsewhere than in the survey (登记组织需求).
struct NoteOfficeNeed: Act {
    static let right = Right.plan
    static let words = Words("登记组织需求", "Need of the office noted")
    static let isTownWide = true
    var draft: ReturnDraft

    func perform(in t: ActTransaction) throws -> UnitReturn {
        guard let found = try t.one(Survey.self, draft.survey, for: t.reader), found.stage != .withdrawn else {
            try t.refuse(SurveyProblem.unknown(draft.survey))
        }
        var draft = draft
        (draft.unit, draft.contact) = ("", "")
        let made = UnitReturn(
            code: try t.nextCode(.unitReturn), origin: .office, draft: draft, filed: t.today,
            stage: .filed)
        try t.insert(made)
        return made
    }
}

/// Says that a unit needs nothing (无需求): then nobody waits for it.
struct ReportNoNeed: RecordAct {
    static let right = Right.report
    static let words = Words("报告无需求", "No need reported")
    static let title = Words("本单位无培训需求", "The unit needs nothing")
    static let button = Words("报告无需求", "Nothing needed")
    static let step = "no-need"
    var record: String

    static func notNow(
        _ survey: Survey, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        guard let unit = reader.unit else { return ReturnProblem.noUnit }
        if let why = survey.notToFile(on: today) { return why }
        let filed = try reading.count(
            UnitReturn.self, for: reader,
            where: "survey = \(survey.code) and unit = \(unit) and stage <> \(ReturnStage.withdrawn)")
        return filed > 0 ? ReturnProblem.isFiled : nil
    }

    func perform(on survey: Survey, in t: ActTransaction) throws -> Survey {
        var draft = ReturnDraft()
        (draft.survey, draft.topic, draft.unit, draft.days) = (survey.code, "无", t.reader.unit ?? "", 0)
        try t.insert(
            UnitReturn(
                code: try t.nextCode(.unitReturn), origin: .unit, draft: draft, filed: t.today,
                stage: .none))
        return survey
    }
}

/// Changes a line while its survey is open; the office's until it is closed.
struct ChangeReturn: RecordAct {
    static let right = Right.report
    static let words = Words("修改培训需求", "Need changed")
    static let title = Words("修改培训需求", "Change the need")
    static let button = Words("修改", "Change")
    static let step = "change"
    var record: String
    var draft: ReturnDraft

    func unit(in reading: some Reading) throws -> String? { draft.unit.isEmpty ? nil : draft.unit }

    static func notNow(
        _ line: UnitReturn, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if line.stage != .filed { return ReturnProblem.isGone(line.stage) }
        if line.origin == .office { return ReturnProblem.isOffice }
        return try reading.one(Survey.self, line.survey, for: reader)?.notToFile(on: today)
    }

    func perform(on before: UnitReturn, in t: ActTransaction) throws -> UnitReturn {
        var line = before
        line.draft = draft
        line.draft.survey = before.survey
        guard line != before else { try t.refuse(SurveyProblem.nothingChanged) }
        try t.update(line)
        return line
    }
}

/// Takes a line back (撤回).
struct WithdrawReturn: RecordAct {
    static let right = Right.report
    static let words = Words("撤回培训需求", "Need withdrawn")
    static let title = Words("撤回培训需求", "Withdraw the need")
    static let button = Words("撤回", "Withdraw")
    static let step = "withdraw"
    var record: String
    var reason: String

    static func notNow(
        _ line: UnitReturn, in reading: some Reading, for reader: Reader, on today: Day
    ) throws -> (any Refusal)? {
        if line.stage == .withdrawn { return ReturnProblem.isGone(line.stage) }
        if line.origin == .office { return reader.may(.plan) && reader.unit == nil ? nil : ReturnProblem.isOffice }
        return try reading.one(Survey.self, line.survey, for: reader)?.notToFile(on: today)
    }

    func perform(on before: UnitReturn, in t: ActTransaction) throws -> UnitReturn {
        var line = before
        line.stage = .withdrawn
        line.remark = reason
        try t.update(line)
        return line
    }
}

extension Survey {
    /// Why units file nothing now; nil: they do.
    func notToFile(on today: Day) -> (any Refusal)? {
        if scheme.returns == .notAsked { return ReturnProblem.notAsked }
        return notToAnswer(on: today)
    }
}

extension ActTransaction {
    fileprivate func requireOpen(_ code: String) throws {
        guard let survey = try one(Survey.self, code, for: reader) else { try refuse(SurveyProblem.unknown(code)) }
        if let why = survey.notToFile(on: today) { try refuse(why) }
    }
}

enum ReturnProblem: Refusal {
    case notAsked, noUnit, isFiled, isGone(ReturnStage), isOffice

    var field: String { "" }
    var words: Words {
        switch self {
        case .notAsked: Words("这次调研不要求单位报送需求", "This survey asks units for nothing")
        case .noUnit: Words("由单位报告", "Units say so themselves")
        case .isFiled: Words("本单位已报送", "The unit has filed already")
        case .isGone(let stage):
            Words("这一条\(stage.words.zh)，不能再改", "It is \(stage.words.en.lowercased()) and stays as it is")
        case .isOffice: Words("组织需求由组织部门登记和撤回", "The office notes and withdraws its own")
        }
    }
}
