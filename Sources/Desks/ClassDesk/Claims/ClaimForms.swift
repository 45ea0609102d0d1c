import Pages
import Spelling
import Store
import Vocabulary

extension ClaimScheme {
    static let form = Form<ClaimScheme>(
        .init(
            Words("培训", "The training"), .choice(\.source, "source", Words("培训来源", "Source")).alsoCalled("来源"),
            .text(\.title, "title", Words("培训名称", "Name")).alsoCalled("名称"),
            .unit(\.unit, "unit", Words("申报单位", "Unit")),
            .text(
                \.heldBy, "heldBy", Words("举办单位", "Held by"),
                hint: Words("本单位自办的可不填", "Left empty where the unit held it itself"), isRequired: false, rule: .name
            ).alsoCalled("主办单位"),
            .day(\.from, "from", Words("开始日期", "From")), .day(\.to, "to", Words("结束日期", "To")),
            .number(
                \.halfDays, "halfDays", Words("培训半天数", "Half-days"),
                hint: Words("上午、下午各算一个半天；报到、返程不算", "Mornings and afternoons; travel is none"), in: 0...800),
            .hours(
                \.halfHours, "hours", Words("课程学时", "Hours"),
                hint: Words("按课程表合计，可填0.5的倍数", "Of the syllabus, in halves")),
            .choice(\.way, "way", Words("培训形式", "How")), .choice(\.taught, "taught", Words("授课安排", "Lessons")),
            .topics(\.topics, Words("主题", "Topics"))),
        .init(
            Words("人员", "People"),
            .persons(
                \.people, "people", Words("参训人员", "People"),
                hint: Words("一行一人，可从表格整列粘贴；只填本单位和下属单位的人员", "One a line; of the unit and those beneath it"), most: 500,
                onlyWithinReach: true
            ).alsoCalled("人员", "姓名"),
            .longText(\.note, "note", Words("说明", "Remark"), isRequired: false, limit: 500, rows: 2)))

    /// Several claims as a sheet to be filled in.
    static let template = FormTemplate(
        Words("培训学时申报", "Claims of training"), form,
        example: ClaimScheme(
            source: .own, title: "公文写作培训", unit: "县住房和城乡建设局", from: Day(number: 20_739), to: Day(number: 20_740),
            halfDays: 4, halfHours: 28, people: ["张三", "李四"], note: "示例，导入时略过"))

    /// As long as a class lasts at most.
    static let mostDays = 400

    /// What would be untrue, whoever claims it and whenever.
    func problems(on today: Day) -> [ClaimProblem] {
        var problems: [ClaimProblem] = []
        if to < from { problems.append(.endsBeforeItBegins) }
        if to > today { problems.append(.notOver(to)) }
        if to >= from, to - from >= Self.mostDays { problems.append(.tooLong) }
        if halfDays == 0, halfHours == 0 { problems.append(.nothingClaimed) }
        if to >= from, halfDays > (to - from + 1) * 3 { problems.append(.tooManyHalfDays(most: (to - from + 1) * 3)) }
        if to >= from, halfHours > (to - from + 1) * 24 { problems.append(.tooManyHours(most: (to - from + 1) * 12)) }
        return problems
    }

    /// Less than a day without lessons is a meeting, by the rule.
    func isMeeting(_ rules: ClaimRules) -> Bool { taught == .notTaught && halfDays < rules.meetingHalfDays }
}

/// Why an act on a claim was not done.
enum ClaimProblem: Refusal {
    case endsBeforeItBegins, notOver(Day), tooLong, nothingClaimed, tooManyHalfDays(most: Int), tooManyHours(most: Int)
    case notServing(String), noReason, nothingChanged
    case notOpen(ClaimStage), notToPass(ClaimStage), notToDecide(ClaimStage), notAbove, sentBySame, forTheOffice, isVoid
    case ruleTwice(Day), ruleInThePast(Day)
    case sameActivity(String), notCounted, activityIsCorrected
    case row(Words)

    var field: String {
        switch self {
        case .endsBeforeItBegins, .notOver, .tooLong: "to"
        case .tooManyHalfDays, .nothingClaimed: "halfDays"
        case .tooManyHours: "hours"
        case .notServing: "people"
        case .noReason: "remark"
        case .ruleTwice, .ruleInThePast: "since"
        case .row: "file"
        default: ""
        }
    }

    var dependsOn: Set<String> {
        switch self {
        case .endsBeforeItBegins, .tooLong: ["from", "to"]
        case .nothingClaimed: ["halfDays", "hours"]
        case .tooManyHalfDays: ["from", "to", "halfDays"]
        case .tooManyHours: ["from", "to", "hours"]
        default: field.isEmpty ? [] : [field]
        }
    }

    var words: Words {
        switch self {
        case .endsBeforeItBegins: Words("结束日期早于开始日期", "It ends before it begins")
        case .notOver(let day): Words("\(day.iso)还没有到，培训结束后再申报", "\(day.iso) is to come: claim it once it is over")
        case .tooLong:
            Words("一次培训最长\(ClaimScheme.mostDays)天，请核对日期", "A training lasts at most \(ClaimScheme.mostDays) days")
        case .nothingClaimed: Words("半天数和学时不能都是0", "There are neither half-days nor hours")
        case .tooManyHalfDays(let most): Words("这几天最多\(most)个半天", "There are at most \(most) half-days in these days")
        case .tooManyHours(let most): Words("这几天最多\(most)学时", "There are at most \(most) hours in these days")
        case .notServing(let name):
            Words("\(name)当时不在申报单位及下属单位任职", "\(name) did not serve at the unit or beneath it then")
        case .noReason: Words("退回的，请写明要改什么", "Where it is returned, say what to change")
        case .nothingChanged: Words("内容没有变化", "Nothing was changed")
        case .notOpen(let stage):
            Words("现在不能修改或报送：\(stage.words.zh)", "It cannot be changed: \(stage.words.en.lowercased())")
        case .notToPass(let stage):
            Words("现在不用审核：\(stage.words.zh)", "Nothing to check: \(stage.words.en.lowercased())")
        case .notToDecide(let stage):
            Words("现在不用确认：\(stage.words.zh)", "Nothing to confirm: \(stage.words.en.lowercased())")
        case .notAbove: Words("由主管单位审核，本单位不能审核自己的申报", "The unit above checks it, not the one that claims")
        case .sentBySame: Words("由本账号报送，请由另一人审核、确认", "This account has sent it: somebody else checks it")
        case .forTheOffice: Words("已经确认，由组织部作废", "It was confirmed: the office voids it")
        case .isVoid: Words("这次申报已经作废", "It is void already")
        case .ruleTwice(let day):
            Words("\(day.iso)起已有这一来源的规则", "There is a rule of this source from \(day.iso) already")
        case .ruleInThePast(let day):
            Words("已有\(day.iso)起的规则，新规则应从其后开始", "There is a rule from \(day.iso): a new one begins later")
        case .sameActivity(let code):
            Words("活动记录中已有同一次培训：\(code)", "The records hold the same training already: \(code)")
        case .notCounted: Words("不能计入活动记录，请核对日期、单位和人员", "It cannot be put on record: check days, unit and people")
        case .activityIsCorrected:
            Words("对应的活动记录已更正，请先作废更正后的一条", "Its activity was corrected: void what stands in its place first")
        case .row(let words): words
        }
    }
}
