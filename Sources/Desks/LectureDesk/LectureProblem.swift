import Store
import Vocabulary

/// Why something about lectures, trainers or talks was not done.
enum LectureProblem: Refusal {
    case nothingChanged
    case noSuchDay
    case noReason
    case noReasonToCorrect
    case ownSubmission
    case notYours
    case notInYear(row: Int, Int)
    case dayNotInYear(Int)
    case seriesExists(Int)
    case notInSeriesStage(SeriesStage)
    case notInLectureStage(LectureStage)
    case isCancelled
    case isRecorded
    case notRecorded
    case nothingToReapply
    case reapply
    case dayByPostponing
    case sameDay
    case unitTwice(field: String)
    case moreNamed(field: String, Int)
    case namedAlready(String)
    case noPlaces
    case moreThanPlaces(Int)
    case notOfUnit(String)
    case notBegun(Day)
    case inTheFuture(Day)
    case noHours
    case nobodyCame
    case fewerThanNamed(row: Int, Int)
    case namedWithoutLine(String)
    case moreNamedThanCame
    case sameActivity(String)
    case notCounted
    case notInTrainerStage(TrainerStage)
    case trainerNotOfUnit
    case trainerAlready(String)
    case topicTwice(row: Int)
    case noTerm
    case termNotLonger
    case notServing
    case notTheirTopic
    case talkTwice
    case afterTerm(Day)
    case notInTalkStage(TalkStage)
    case ownTalk
    case tickedAlready
    case nothingTicked

    var field: String {
        switch self {
        case .noSuchDay: "planBy"
        case .noReason: "remark"
        case .noReasonToCorrect: "reason"
        case .notInYear(let row, _): "lectures.\(row).day"
        case .dayNotInYear, .dayByPostponing, .sameDay, .inTheFuture, .talkTwice, .afterTerm: "day"
        case .seriesExists: "year"
        case .nothingToReapply, .reapply, .notTheirTopic: "topic"
        case .unitTwice(let field), .moreNamed(let field, _): field
        case .namedAlready: "lines"
        case .moreThanPlaces: "others"
        case .notOfUnit, .moreNamedThanCame: "people"
        case .noHours: "hours"
        case .nobodyCame, .namedWithoutLine: "units"
        case .fewerThanNamed(let row, _): "units.\(row).came"
        case .trainerNotOfUnit, .trainerAlready: "person"
        case .topicTwice(let row): "topics.\(row).title"
        case .noTerm, .termNotLonger: "until"
        case .nothingTicked: "ticks"
        default: ""
        }
    }

    var dependsOn: Set<String> {
        switch self {
        case .notInYear: [field, "year"]
        case .moreThanPlaces: [field, "people"]
        case .nobodyCame, .namedWithoutLine, .moreNamedThanCame: ["units", "guests", "online", "people"]
        case .fewerThanNamed: [field, "people", "day"]
        case .trainerNotOfUnit: [field, "unit"]
        case .noReason: [field, "answer"]
        case .noTerm: [field, "answer"]
        case .talkTwice: [field, "host", "heldAt"]
        default: field.isEmpty ? [] : [field]
        }
    }

    var words: Words {
        switch self {
        case .nothingChanged: Words("内容没有变化", "Nothing was changed")
        case .noSuchDay: Words("没有这一天，1月31日请填131", "There is no such day: write 131 for 31 January")
        case .noReason: Words("请写明原因", "Say why")
        case .noReasonToCorrect: Words("请写明更正原因", "Say why it is corrected")
        case .ownSubmission: Words("送审、申请的人不审批，请由另一人办理", "Whoever sent it does not approve it: somebody else does")
        case .notYours: Words("由其他单位办理", "It is for another unit to do")
        case .notInYear(let row, let year):
            Words("第\(row + 1)行的日期不在\(year)年", "Row \(row + 1): the day is not in \(year)")
        case .dayNotInYear(let year): Words("日期不在\(year)年", "The day is not in \(year)")
        case .seriesExists(let year):
            Words("\(year)年的大讲堂年度安排已经有了，请在原安排上修改", "There is a series of \(year) already: change that one")
        case .notInSeriesStage(let stage):
            Words("年度安排现在是“\(stage.words.zh)”，不能办理这一步", "The series is “\(stage.words.en)” now: this cannot be done")
        case .notInLectureStage(let stage):
            Words("这一期现在是“\(stage.words.zh)”，不能办理这一步", "The lecture is “\(stage.words.en)” now: this cannot be done")
        case .isCancelled: Words("这一期已经取消", "This lecture was cancelled")
        case .isRecorded: Words("这一期已经纪实；有误的请更正，没有举行的请撤销纪实", "It is on record: correct it, or take the record back")
        case .notRecorded: Words("这一期还没有纪实", "It is not on record yet")
        case .nothingToReapply:
            Words("题目和主讲人没有变化，不用重新申请", "Topic and speaker are as they were: it is not applied for anew")
        case .reapply: Words("变更题目、主讲人须重新申请", "Where topic or speaker change, it is applied for anew")
        case .dayByPostponing: Words("日期有变的，请办理“改期”并写明原因", "Another day is said by “Another day”, with the reason")
        case .sameDay: Words("日期没有变化", "That is the day as it stands")
        case .unitTwice: Words("这个单位重复，请删去一行", "This unit stands twice: delete a row")
        case .moreNamed(_, let count): Words("该单位已报\(count)人，名额不能少于此数", "The unit has named \(count): not fewer places")
        case .namedAlready(let unit):
            Words("\(unit)已报人选，不能收回全部名额", "\(unit) has named people: its places cannot all be taken")
        case .noPlaces: Words("本单位没有名额", "The unit has no places")
        case .moreThanPlaces(let places):
            Words("超过名额\(places)个；需要增加的，请与主办单位联系", "More than the \(places) places: ask the organiser for more")
        case .notOfUnit(let name): Words("\(name)不在本单位，请核对", "\(name) does not serve in the unit: check")
        case .notBegun(let day):
            Words("日期\(day.iso)还没有到，举行后再登记", "It is on \(day.iso): put it on record once it was held")
        case .inTheFuture(let day): Words("日期\(day.iso)还没有到", "\(day.iso) is still to come")
        case .noHours: Words("请填写学时", "Give the hours")
        case .nobodyCame: Words("没有人到会，不能纪实；没有举行的请取消", "Nobody came: cancel it where it was not held")
        case .fewerThanNamed(_, let count):
            Words("到会人员中本单位有\(count)人，到会人数不能少于此数", "\(count) of the unit are named as there: not fewer came")
        case .namedWithoutLine(let unit):
            Words("到会人员中有\(unit)的人，请填写该单位到会人数", "People of \(unit) are named as there: give how many came")
        case .moreNamedThanCame: Words("点名的到会人员多于到会人数，请核对", "More are named than came: check")
        case .sameActivity(let code): Words("活动记录中已有同一场：\(code)，请先核对", "The records hold the same already: \(code)")
        case .notCounted: Words("不能计入活动记录，请核对日期、单位和人员", "It cannot be put on record: check days, unit and people")
        case .notInTrainerStage(let stage):
            Words("现在是“\(stage.words.zh)”，不能办理这一步", "It is “\(stage.words.en)” now: this cannot be done")
        case .trainerNotOfUnit: Words("这名人员不在推荐单位，请核对", "This person does not serve in the unit: check")
        case .trainerAlready(let code): Words("这名人员已经推荐或在聘：\(code)", "Recommended or appointed already: \(code)")
        case .topicTwice(let row): Words("第\(row + 1)行的题目重复", "Row \(row + 1): this topic stands twice")
        case .noTerm: Words("聘任的，请填写今天以后的聘期", "Where somebody is appointed: until which day to come")
        case .termNotLonger: Words("续聘的聘期应晚于现聘期和今天", "The new term ends after the present one, and after today")
        case .notServing: Words("这名内训师不在聘期，不能预约", "The trainer is not in office: no talk can be asked for")
        case .notTheirTopic: Words("这名内训师没有这一专题", "The trainer has no such topic")
        case .afterTerm(let until): Words("内训师聘期至\(until.iso)，请选此前的日期", "The trainer's term ends on \(until.iso)")
        case .talkTwice: Words("同一天同一地点已有预约", "There is one on this day at this place already")
        case .notInTalkStage(let stage):
            Words("这场宣讲现在是“\(stage.words.zh)”，不能办理这一步", "The talk is “\(stage.words.en)” now: this cannot be done")
        case .ownTalk: Words("本单位派出的宣讲不用反馈", "A unit gives no feedback on its own")
        case .tickedAlready: Words("已经反馈", "Feedback was given already")
        case .nothingTicked: Words("请至少选一项", "Tick one at least")
        }
    }
}

extension CodeSeries {
    static let hallSeries = CodeSeries(rawValue: "DX")
    static let hallLecture = CodeSeries(rawValue: "DJ")
    static let hallSeats = CodeSeries(rawValue: "DM")
    static let inHouseTrainer = CodeSeries(rawValue: "NX")
    static let talk = CodeSeries(rawValue: "XH")
}
