import Records
import Vocabulary

/// By what people are told apart. Each person in service on a day is in exactly one class of each.
enum StructureDimension: String, CaseIterable, Sendable {
    case level, kind, born, age, sex, service, grade, since, trained, last

    var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    var words: Words {
        switch self {
        case .level: Words("职级层次", "Level")
        case .kind: Words("单位类别", "Kind of unit")
        case .born: Words("出生年代", "Decade of birth")
        case .age: Words("年龄", "Age")
        case .sex: Words("性别", "Sex")
        case .service: Words("任职以来年限", "Years since the first post")
        case .grade: Words("任现职级层次年限", "Years at the present level")
        case .since: Words("任现职级层次以来培训", "Training since the last promotion")
        case .trained: Words("任现职级层次以来是否参训", "Trained since the last promotion or not")
        case .last: Words("最近一次培训", "Last training")
        }
    }
}

/// A class of a dimension: what it is called in an address and on pages.
struct StructureClass: Hashable, Sendable {
    var key: String
    var words: Words

    init(_ key: String, _ zh: String, _ en: String) {
        self.key = key
        words = Words(zh, en)
    }

    init(_ key: String, _ words: Words) {
        self.key = key
        self.words = words
    }
}

/// Ages and years on a day.
struct StructureScale {
    private let months: Int
    private let ages: [Int]
    /// Whoever began on this day or before has so many full years, rising.
    private let yearsAgo: [Day]
    private let trainedBy: Day

    init(_ day: Day, _ rules: StructureRules) {
        months = day.year * 12 + day.month - 1
        ages = rules.ages
        yearsAgo = rules.years.map { day.adding(months: -12 * $0) }
        trainedBy = day.adding(months: -rules.trainWithin)
    }

    /// In full years, by the month of birth.
    func age(_ born: Int?) -> Int? { born.map { max(0, months - $0) / 12 } }

    /// Which band of ages; behind all bands where the age is not known.
    func band(_ born: Int?) -> Int {
        guard let age = age(born) else { return ages.count + 1 }
        return ages.firstIndex { age <= $0 } ?? ages.count
    }

    func years(since day: Day) -> Int { yearsAgo.firstIndex { day > $0 } ?? yearsAgo.count }

    func training(_ member: CorpsMember) -> Int {
        if let trained = member.trained, trained >= member.sinceLevel { return 0 }
        return member.sinceLevel > trainedBy ? 1 : 2
    }

    /// Up to one year ago, up to the next, longer ago, never.
    func last(_ trained: Day?) -> Int {
        guard let trained else { return 3 }
        return trained > yearsAgo[0] ? 0 : trained > yearsAgo[1] ? 1 : 2
    }
}

extension StructureDimension {
    /// The decades that are told apart; whoever is older is in the first class.
    private static let decades = [1970, 1980, 1990, 2000]

    func place(of member: CorpsMember, in unit: UnitKind?, _ scale: StructureScale) -> Int {
        switch self {
        case .level: RankLevel.allCases.firstIndex(of: member.level) ?? 0
        case .kind: unit.flatMap { UnitKind.allCases.firstIndex(of: $0) } ?? UnitKind.allCases.count
        case .born:
            member.born.map { born in
                Self.decades.lastIndex { born >= $0 * 12 }.map { $0 + 1 } ?? 0
            } ?? Self.decades.count + 1
        case .age: scale.band(member.born)
        case .sex: member.sex == .female ? 0 : 1
        case .service: scale.years(since: member.since)
        case .grade: scale.years(since: member.sinceLevel)
        case .since: scale.training(member)
        case .trained: min(1, scale.training(member))
        case .last: scale.last(member.trained)
        }
    }

    /// All of them, in order.
    func classes(_ rules: StructureRules) -> [StructureClass] {
        switch self {
        case .level: RankLevel.allCases.map { StructureClass($0.rawValue, $0.words) }
        case .kind:
            UnitKind.allCases.map { StructureClass($0.rawValue, $0.words) } + [StructureClass("none", "其他", "other")]
        case .born:
            [StructureClass("before", "60后及以前", "before 1970")]
                + Self.decades.map { year in
                    let short = year % 100
                    return StructureClass(String(year), "\(short < 10 ? "0" : "")\(short)后", "\(year)s")
                } + [.unknown]
        case .age:
            Self.bands(rules.ages).map { band in
                switch band {
                case (nil, let most?): StructureClass("to\(most)", "\(most)岁及以下", "up to \(most)")
                case (let least?, let most?):
                    StructureClass("\(least)to\(most)", "\(least)至\(most)岁", "\(least) to \(most)")
                case (let least, nil):
                    StructureClass("from\(least ?? 0)", "\(least ?? 0)岁及以上", "\(least ?? 0) and more")
                }
            } + [.unknown]
        case .sex: [StructureClass("female", Sex.female.words), StructureClass("male", Sex.male.words)]
        case .service, .grade: Self.terms(rules.years)
        case .since:
            [
                StructureClass("trained", "已参加培训班", "trained since"),
                StructureClass("new", "未参加，不满\(rules.trainWithin)个月", "not yet, within \(rules.trainWithin) months"),
                StructureClass("open", "未参加，满\(rules.trainWithin)个月", "not in \(rules.trainWithin) months"),
            ]
        case .trained:
            [StructureClass("trained", "已参加培训班", "trained since"), StructureClass("not", "未参加", "not trained since")]
        case .last:
            [
                StructureClass("year1", "\(rules.years1)年以内", "within \(rules.years1) y"),
                StructureClass("year2", "\(rules.years1)至\(rules.years2)年", "\(rules.years1) to \(rules.years2) y ago"),
                StructureClass("before", "\(rules.years2)年以前", "longer ago"),
                StructureClass("never", "无记录", "none on record"),
            ]
        }
    }

    private static func bands(_ ages: [Int]) -> [(Int?, Int?)] {
        [(nil, ages.first)] + zip(ages, ages.dropFirst()).map { ($0 + 1, $1) } + [(ages.last.map { $0 + 1 }, nil)]
    }

    private static func terms(_ years: [Int]) -> [StructureClass] {
        let first = years.first ?? 0
        return [StructureClass("under\(first)", "不满\(first)年", "under \(first) y")]
            + zip(years, years.dropFirst()).map { StructureClass("\($0)to\($1)", "\($0)至\($1)年", "\($0) to \($1) y") }
            + [StructureClass("from\(years.last ?? 0)", "\(years.last ?? 0)年以上", "\(years.last ?? 0) y and more")]
    }
}

extension StructureClass {
    fileprivate static let unknown = StructureClass("unknown", "不详", "not known")
}
