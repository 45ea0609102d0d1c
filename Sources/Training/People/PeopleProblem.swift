public import Records
public import Spelling
public import Store
public import Vocabulary

/// Why an act on units or people was not done.
public enum PeopleProblem: Refusal {
    public enum Field: String, Sendable {
        case code, name, kind, parent, from, until, sex, birthMonth, unit, post, rank, person, category, team, role,
            roster, reason
    }

    case text(Field, TextFlaw)
    case codeTaken(String, by: String)
    case unknown(Field, String)
    case unitClosed(String, on: Day, Field)
    case parentClosed(String)
    case sameName(String, unit: String)
    case beneathItself(String)
    case severalAtTheTop(String)
    case nothingChanged
    case notABirthMonth(String)
    case tooYoung(String)
    case tooEarly(Day, bornIn: String)
    case inTheFuture(Field, Day)
    case endsBeforeItBegins(Day)
    case hasEnded(Day)
    case stillHas(units: Int, people: Int, teams: Int, on: Day)
    case overlaps(Appointment, unit: String)
    case holdsNone
    case notLater(Day)
    case sameHolding(Day)
    case isMember(Day)
    case isOnRoster(Day)
    case noOther
    case isTop(String)
    case notLaterThanUnit(String, Day)
    case withoutPlace(PeopleProblem.Left)
    case tooFewParts

    /// What was not dealt out when a unit was split.
    public struct Left: Hashable, Sendable {
        public var people: Int
        public var teams: Int
        public var units: Int
    }

    public var field: String {
        switch self {
        case .text(let field, _), .unknown(let field, _), .inTheFuture(let field, _), .unitClosed(_, _, let field):
            field.rawValue
        case .codeTaken: Field.code.rawValue
        case .parentClosed, .beneathItself, .severalAtTheTop: Field.parent.rawValue
        case .sameName: Field.name.rawValue
        case .notABirthMonth, .tooYoung: Field.birthMonth.rawValue
        case .endsBeforeItBegins, .hasEnded, .stillHas: Field.until.rawValue
        case .overlaps, .notLater, .tooEarly, .sameHolding, .isMember, .isOnRoster: Field.from.rawValue
        case .notLaterThanUnit: Field.from.rawValue
        case .noOther, .isTop: Field.unit.rawValue
        case .withoutPlace, .tooFewParts: "places"
        case .nothingChanged, .holdsNone: ""
        }
    }

    public var words: Words {
        switch self {
        case .text(let field, let flaw):
            Words(flaw.message(of: field.words.zh, in: .zh), flaw.message(of: "the " + field.words.en, in: .en))
        case .codeTaken(let code, let name):
            Words("编号\(code)已是“\(name)”的编号，请另编一个", "The code \(code) belongs to \(name): choose another")
        case .unknown(let field, let text):
            Words("没有“\(text)”这个\(field.words.zh)，请核对", "There is no \(field.words.en) “\(text)”: check it")
        case .unitClosed(let name, let day, _):
            Words("\(day.iso)“\(name)”尚未设立或已经撤销，请核对日期", "“\(name)” does not exist on \(day.iso): check the day")
        case .parentClosed(let name):
            Words("上级单位“\(name)”已经撤销，请另选", "“\(name)” no longer exists: choose another unit above")
        case .sameName(let name, let unit):
            Words("“\(unit)”下已有“\(name)”，请核对是否重复", "There is a “\(name)” beneath “\(unit)” already: is it the same?")
        case .beneathItself(let name):
            Words("单位不能隶属于自己或自己的下级“\(name)”，请另选上级单位", "A unit cannot stand beneath itself or its own “\(name)”")
        case .severalAtTheTop(let name):
            Words("“\(name)”已在最上级，请为这个单位选一个上级单位", "“\(name)” stands at the top already: choose a unit above this one")
        case .nothingChanged: Words("内容没有变化", "Nothing was changed")
        case .notABirthMonth(let text):
            Words("“\(text)”不是出生年月，请写作1984-07", "“\(text)” is no month of birth: write 1984-07")
        case .tooYoung(let month): Words("出生年月\(month)不合理，请核对", "The month of birth \(month) is unlikely: check it")
        case .tooEarly(let day, let month):
            Words(
                "\(day.iso)与出生年月\(month)不符：当时未满14岁。请核对这两项",
                "\(day.iso) does not go with the month of birth \(month): check both")
        case .inTheFuture(let field, let day):
            Words("\(field.words.zh)\(day.iso)还没有到，请到那天再办", "\(day.iso) is still to come: do it on that day")
        case .endsBeforeItBegins(let from):
            Words("结束日期早于开始日期\(from.iso)", "The last day lies before the first, \(from.iso)")
        case .hasEnded(let day): Words("已于\(day.iso)结束，不能再办", "It ended on \(day.iso)")
        case .stillHas(let units, let people, let teams, let day):
            Words(
                "\(day.iso)以后还有下级单位\(units)个、任职人员\(people)人、集体\(teams)个，请先调整",
                "After \(day.iso) there are still \(units) units beneath it, \(people) people and \(teams) teams: move them first"
            )
        case .overlaps(let other, let unit):
            Words(
                "与现有任职重叠：\(other.dated.span.from.iso)起在\(unit)任\(other.post.isEmpty ? "职" : other.post)"
                    + "，\(other.dated.span.until.map { "至\($0.iso)" } ?? "尚未结束")；请先结束原任职，或按调动办理",
                "It overlaps with a post at \(unit) since \(other.dated.span.from.iso): end that first, or transfer")
        case .holdsNone: Words("此人目前没有任职，请按任职办理", "This person holds no post now: appoint them")
        case .notLater(let day):
            Words("任职日期应晚于原任职的开始日期\(day.iso)", "It must be later than \(day.iso), when the present post began")
        case .sameHolding(let day):
            Words("这段时间已有这个干部类别（\(day.iso)起）", "The category is held then already, since \(day.iso)")
        case .isMember(let day): Words("这段时间已是成员（\(day.iso)起）", "They are a member then already, since \(day.iso)")
        case .noOther: Words("请填写要并入的其他单位", "Name at least one other unit")
        case .isTop(let name): Words("“\(name)”在最上级，不能合并或分设", "“\(name)” stands at the top and is not merged or split")
        case .notLaterThanUnit(let name, let day):
            Words("日期应晚于“\(name)”的设立日期\(day.iso)", "It must be later than \(day.iso), since when “\(name)” has stood")
        case .withoutPlace(let left):
            Words(
                "原单位撤销，还有任职人员\(left.people)人、集体\(left.teams)个、下级单位\(left.units)个没有去处，请逐项选定",
                "The unit ends, and \(left.people) people, \(left.teams) teams and \(left.units) units beneath it have no place: choose one for each"
            )
        case .tooFewParts:
            Words("请填写新单位的名称；原单位撤销的，至少填两个", "Name the new units: at least two where the unit itself ends")
        case .isOnRoster(let day):
            Words("这段时间已在名单上（\(day.iso)起）", "They are on the roster then already, since \(day.iso)")
        }
    }
}

extension PeopleProblem.Field {
    /// As forms and files call it.
    public var words: Words {
        switch self {
        case .code: Words("编号", "code")
        case .name: Words("名称", "name")
        case .kind: Words("单位类别", "kind of unit")
        case .parent: Words("上级单位", "unit above")
        case .from: Words("开始日期", "first day")
        case .until: Words("结束日期", "last day")
        case .sex: Words("性别", "sex")
        case .birthMonth: Words("出生年月", "month of birth")
        case .unit: Words("单位", "unit")
        case .post: Words("职务", "post")
        case .rank: Words("职级", "rank")
        case .person: Words("人员", "person")
        case .category: Words("干部类别", "category")
        case .team: Words("集体", "team")
        case .role: Words("身份", "role")
        case .roster: Words("名单", "roster")
        case .reason: Words("理由", "reason")
        }
    }
}
