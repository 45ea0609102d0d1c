import Store
import Vocabulary

/// Why something about drills was not done.
enum DrillProblem: Refusal {
    case nothingChanged, noReason, unitStays
    case takenBack
    case dayToCome(String, Day)
    case leadTwice
    case sameActivity(String, String)
    case notCounted
    case notInYear(Int)
    case isCancelled, resultsAreIn, noResults
    case notHeld(Day)
    case nobodySat, personTwice, sameResults
    case scoreOff(Int)
    /// What is wrong with a row of a sheet.
    case row(Words)
    case endsBeforeItBegins, tooLong, registersAfterwards
    case eventTwice(row: Int)
    case eventsStay
    case anothersContest, notForUnit
    case notInStage(ContestStage)
    case noSuchEvent(row: Int)
    case noEvent, noContest
    case judgeTwice(row: Int)
    case judgeCompetes(row: Int, String)
    case hasMarked(String)
    case enteredTwice(row: Int, String)
    case entrantJudges(row: Int, String)
    case notOfUnit(row: Int, String)
    case overLimit(String, limit: Int, Int)
    case overTeams(String, limit: Int, Int)
    case noTeams(row: Int, String)
    case teamTooLarge(String, String, most: Int, Int)
    case teamStands(String, String)
    case isWithdrawn
    case nobodyEntered
    case stillRegistering(Day)
    case noJudge, noEntry
    case mustStepAside(String, String)
    case notOver(Day)
    case missingMarks(Int)
    case isAnswered, raisedBySame
    case beforeResults(Day)
    case sheetChanged, marksChanged
    case officesTitle, countysTitle, noPost, titleStands, isRevoked, anothersTitle
    case endsBeforeGiven
    case beforeGiven(Day)
    case handbookWithdrawn
    case notLater(Day)
    case nobodysHandbook
    case tooFarAhead(String, Day)
    case noticeRuns(Day)
    case objectionsOpen(Int)

    var field: String {
        switch self {
        case .noReason: "reason"
        case .unitStays, .notForUnit: "unit"
        case .dayToCome(let field, _), .sameActivity(let field, _), .tooFarAhead(let field, _): field
        case .leadTwice: "leads"
        case .notInYear: "year"
        case .nobodySat, .personTwice, .sameResults, .scoreOff, .row: "file"
        case .endsBeforeItBegins, .tooLong: "to"
        case .registersAfterwards: "registerBy"
        case .eventTwice(let row): "events.\(row).name"
        case .eventsStay: "events"
        case .judgeTwice(let row), .judgeCompetes(let row, _): "judges.\(row).person"
        case .noSuchEvent(let row): "lines.\(row).event"
        case .hasMarked: "judges"
        case .noEvent: "event"
        case .enteredTwice(let row, _), .entrantJudges(let row, _), .notOfUnit(let row, _): "lines.\(row).person"
        case .overLimit, .overTeams, .teamTooLarge, .teamStands: "lines"
        case .noTeams(let row, _): "lines.\(row).team"
        case .beforeResults, .beforeGiven: "day"
        case .officesTitle, .countysTitle: "level"
        case .noPost, .titleStands: "person"
        case .endsBeforeGiven: "validUntil"
        case .notLater: "validFrom"
        default: ""
        }
    }

    var dependsOn: Set<String> {
        switch self {
        case .endsBeforeItBegins, .tooLong: ["from", "to"]
        case .registersAfterwards: ["registerBy", "from"]
        case .notInYear: ["year", "day", "from"]
        case .leadTwice: ["leads", "people"]
        case .row, .nobodySat, .personTwice, .scoreOff, .sameResults: ["file", "cells"]
        case .endsBeforeGiven: ["validUntil", "day"]
        case .titleStands, .noPost: ["person", "year", "day"]
        case .overTeams, .noTeams, .teamTooLarge, .teamStands, .overLimit, .enteredTwice, .notOfUnit, .entrantJudges,
            .noSuchEvent:
            ["lines", "unit"]
        default: field.isEmpty ? [] : [field]
        }
    }

    var words: Words {
        switch self {
        case .nothingChanged: Words("内容没有变化", "Nothing was changed")
        case .noReason: Words("请写明原因", "Say why")
        case .unitStays:
            Words("单位不能改；登错单位的，请撤销后重新登记", "The unit stays: take it back and enter it anew where it is wrong")
        case .takenBack: Words("这次交流已经撤销", "The exchange was taken back already")
        case .dayToCome(_, let day): Words("日期\(day.iso)还没有到", "\(day.iso) is still to come")
        case .tooFarAhead(_, let day): Words("日期应不晚于\(day.iso)，请核对年份", "No later than \(day.iso): check the year")
        case .noticeRuns(let day): Words("公示到\(day.iso)，期满后表彰", "On public notice until \(day.iso): awarded after it")
        case .objectionsOpen(let count): Words("还有\(count)件异议没有答复", "\(count) objections are not answered yet")
        case .leadTwice: Words("主讲、带教人员不必再列入参加人员", "Whoever taught need not stand among the others too")
        case .sameActivity(_, let code):
            Words("活动记录中已有相同的活动：\(code)，请先核对", "The records hold the same already: \(code)")
        case .notCounted: Words("不能计入活动记录，请核对日期、单位和人员", "It cannot be put on record: check days, unit and people")
        case .notInYear(let year): Words("日期不在\(year)年", "The day is not in \(year)")
        case .isCancelled: Words("已经取消", "It was cancelled")
        case .resultsAreIn: Words("成绩已经导入；有误的请重新导入", "Results are in: replace them where they are wrong")
        case .noResults: Words("还没有导入成绩", "There are no results yet")
        case .notHeld(let day): Words("考试日期\(day.iso)还没有到", "It is sat on \(day.iso)")
        case .nobodySat: Words("没有人参考，不能导入；没有举行的请取消这次考试", "Nobody sat it: cancel the exam where it was not held")
        case .personTwice: Words("同一人出现两次", "Somebody stands on it twice")
        case .sameResults: Words("与已导入的成绩相同", "These are the results that are in")
        case .scoreOff(let full):
            Words("成绩应在0至\(full)分之间，没有参考的不填分数", "Scores are from 0 to \(full), of those who sat it")
        case .row(let words): words
        case .endsBeforeItBegins: Words("结束日期早于开始日期", "The last day lies before the first")
        case .tooLong: Words("一次比武最多31天，请核对日期", "A contest lasts at most 31 days: check the days")
        case .registersAfterwards: Words("报名截止晚于开始日期", "Registration ends after the first day")
        case .eventTwice(let row): Words("第\(row + 1)行：赛项重复", "Row \(row + 1): the event stands there already")
        case .eventsStay:
            Words(
                "已有报名或评委的赛项，名称和次序不能改；可在后面增加赛项",
                "Events with entrants or judges keep name and place; others may be added behind")
        case .anothersContest: Words("由主办单位办理", "Whoever holds the contest does this")
        case .notForUnit: Words("这次比武不面向本单位", "The contest is not for the unit")
        case .notInStage(let stage):
            Words("比武现在是“\(stage.words.zh)”，不能办理这一步", "The contest is “\(stage.words.en)” now: this cannot be done")
        case .noSuchEvent(let row): Words("第\(row + 1)行：没有这个赛项", "Row \(row + 1): there is no such event")
        case .noEvent: Words("没有这个赛项", "There is no such event")
        case .noContest: Words("没有这次比武", "There is no such contest")
        case .judgeTwice(let row): Words("第\(row + 1)行：评委重复", "Row \(row + 1): the judge stands there already")
        case .judgeCompetes(_, let name):
            Words("\(name)在这个赛项参赛，不能当评委", "\(name) competes in that event and cannot judge it")
        case .hasMarked(let name): Words("\(name)已经打分，不能从评委中去掉", "\(name) has given marks and stays")
        case .enteredTwice(_, let name): Words("\(name)已报这个赛项", "\(name) is entered for that event already")
        case .entrantJudges(_, let name): Words("\(name)是这个赛项的评委，不能参赛", "\(name) judges that event and cannot compete")
        case .notOfUnit(_, let name): Words("\(name)在比武时不在本单位任职", "\(name) is in no post of the unit at the time")
        case .overLimit(let event, let limit, let count):
            Words("“\(event)”每单位限报\(limit)人，已报\(count)人", "“\(event)” takes \(limit) of a unit; these are \(count)")
        case .overTeams(let event, let limit, let count):
            Words(
                "“\(event)”每单位限报\(limit)队，已报\(count)队", "“\(event)” takes \(limit) teams of a unit; these are \(count)")
        case .noTeams(_, let event):
            Words("“\(event)”是个人赛，不填队名", "In “\(event)” each competes alone: leave the team out")
        case .teamTooLarge(let event, let team, let most, let count):
            Words(
                "“\(event)”每队\(most)人，\(team.isEmpty ? "这一队" : "“\(team)”")有\(count)人；分队的请写不同的队名",
                "“\(event)” is for teams of \(most); \(team.isEmpty ? "this one" : "“\(team)”") has \(count): give each team a name of its own"
            )
        case .teamStands(let event, let team):
            Words(
                "“\(event)”已有\(team.isEmpty ? "没有队名的一队" : "“\(team)”")，请另写队名；换人的先退赛再报",
                "“\(event)” has \(team.isEmpty ? "a team without a name" : "“\(team)”") already: choose another name, or withdraw that team first"
            )
        case .isWithdrawn: Words("已经退赛", "Withdrawn already")
        case .nobodyEntered: Words("还没有人报名", "Nobody has entered yet")
        case .stillRegistering(let day):
            Words("报名到\(day.iso)截止，截止后才能抽签", "Registration is open until \(day.iso): draw afterwards")
        case .noJudge: Words("不是这个赛项的评委", "They do not judge that event")
        case .noEntry: Words("没有这名选手", "There is no such contestant")
        case .mustStepAside(let judge, let entrant):
            Words("\(judge)与\(entrant)同一单位，应当回避", "\(judge) is of the unit of \(entrant) and steps aside")
        case .notOver(let day): Words("比武到\(day.iso)结束", "It lasts until \(day.iso)")
        case .missingMarks(let count): Words("还有\(count)项成绩没有录入", "\(count) scores are still to come")
        case .isAnswered: Words("异议已经答复", "It was answered already")
        case .raisedBySame: Words("由本账号提出，请由另一人答复", "This account has raised it: somebody else answers it")
        case .beforeResults(let day): Words("决定日期早于公示日期\(day.iso)", "That lies before the results, of \(day.iso)")
        case .sheetChanged:
            Words("这张表已被别人改动，请重新打开后录入", "Somebody changed these figures meanwhile: open the sheet anew")
        case .marksChanged:
            Words(
                "下载模板以后，这名选手的成绩已被别人改动，请重新下载模板填写",
                "Somebody changed this contestant's marks since the template was made: fill in a new one")
        case .countysTitle: Words("县级称号由县（市、区）或者组织部门登记", "Titles of a county are entered by the county or the office")
        case .officesTitle: Words("市级以上称号由组织部门登记", "Titles of the city and above are entered by its office")
        case .noPost: Words("授予当日没有任职，请核对人员和日期", "They were in no post on that day: check person and day")
        case .titleStands: Words("这个人已有同一年度、同一级别的这一称号", "They hold that title of that level and year already")
        case .isRevoked: Words("这项称号已经撤销", "The title was taken away already")
        case .anothersTitle: Words("由授予单位办理", "Whoever gave it does this")
        case .endsBeforeGiven: Words("有效期早于授予日期", "It ends before it was given")
        case .beforeGiven(let day): Words("撤销日期早于授予日期\(day.iso)", "That lies before \(day.iso), when it was given")
        case .handbookWithdrawn: Words("这本手册已经停用", "The handbook was withdrawn")
        case .notLater(let day):
            Words("生效日期应晚于上一版的\(day.iso)", "It is to hold from after \(day.iso), the last text's day")
        case .nobodysHandbook: Words("这不是您岗位的现行手册", "It is no text of yours that holds")
        }
    }
}

extension CodeSeries {
    static let drillExchange = CodeSeries(rawValue: "JL")
    static let drillExam = CodeSeries(rawValue: "KS")
    static let drillContest = CodeSeries(rawValue: "BW")
    static let contestEntry = CodeSeries(rawValue: "BM")
    static let contestObjection = CodeSeries(rawValue: "YY")
    static let drillTitle = CodeSeries(rawValue: "CH")
    static let handbook = CodeSeries(rawValue: "SC")
}
