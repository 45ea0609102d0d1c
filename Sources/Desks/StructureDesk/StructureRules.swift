import Storage
import Vocabulary

/// The numbers by which the structure of the corps is told: the site's own, else what is usual.
struct StructureRules: SiteRules, Hashable {
    /// A group of fewer people is told of nobody who may not see the people themselves.
    var smallest = 5
    /// The oldest of each band of ages but the last.
    var youngest = 35
    var age2 = 40
    var age3 = 45
    var age4 = 50
    var age5 = 54
    /// Where the bands of years end.
    var years1 = 1
    var years2 = 3
    var years3 = 5
    var years4 = 10
    /// Whoever was promoted so many months ago should have been trained since.
    var trainWithin = 12
    /// In which decades of birth the plan wants people of each level to be brought up (“789”).
    var divisionsBorn = 1970
    var deputiesBorn = 1980
    var sectionsBorn = 1990

    static let settings: [(SettingName, any WritableKeyPath<StructureRules, Int> & Sendable)] = [
        (SettingName(rawValue: "structure.smallest"), \.smallest),
        (SettingName(rawValue: "structure.age1"), \.youngest), (SettingName(rawValue: "structure.age2"), \.age2),
        (SettingName(rawValue: "structure.age3"), \.age3), (SettingName(rawValue: "structure.age4"), \.age4),
        (SettingName(rawValue: "structure.age5"), \.age5),
        (SettingName(rawValue: "structure.years1"), \.years1), (SettingName(rawValue: "structure.years2"), \.years2),
        (SettingName(rawValue: "structure.years3"), \.years3), (SettingName(rawValue: "structure.years4"), \.years4),
        (SettingName(rawValue: "structure.trainWithin"), \.trainWithin),
        (SettingName(rawValue: "structure.divisionsBorn"), \.divisionsBorn),
        (SettingName(rawValue: "structure.deputiesBorn"), \.deputiesBorn),
        (SettingName(rawValue: "structure.sectionsBorn"), \.sectionsBorn),
    ]

    /// The oldest of each band of ages but the last, rising.
    var ages: [Int] { [youngest, age2, age3, age4, age5] }
    var years: [Int] { [years1, years2, years3, years4] }

    /// The decade of birth that the plan wants at a level; nil: it says nothing of it.
    func intended(at level: RankLevel) -> Int? {
        switch level {
        case .division: divisionsBorn
        case .deputyDivision: deputiesBorn
        case .section, .deputySection: sectionsBorn
        case .bureau, .staff, .other: nil
        }
    }
}
