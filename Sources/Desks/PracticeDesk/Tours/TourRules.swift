import Records
import Storage
import Store
import Training
import Vocabulary

/// The numbers of the rules for study tours: the plan's where it says some, else the site's own, else what is usual.
struct TourRules: SiteRules, Hashable {
    /// A tour is filed so many days before it leaves.
    var leadDays = 15
    /// People in one tour, the leader among them.
    var mostPeople = 5
    var mostDays = 5
    /// The report is in so many days after the return.
    var reportDays = 10
    /// Measures are looked back at so many months after the report.
    var lookBackMonths = 6
    /// The plan's obligation that says how long ahead; nil: the site's own rule.
    var leadObligation: String?

    static let settings: [(SettingName, any WritableKeyPath<TourRules, Int> & Sendable)] = [
        (SettingName(rawValue: "tour.leadDays"), \.leadDays), (SettingName(rawValue: "tour.mostPeople"), \.mostPeople),
        (SettingName(rawValue: "tour.mostDays"), \.mostDays), (SettingName(rawValue: "tour.reportDays"), \.reportDays),
        (SettingName(rawValue: "tour.lookBackMonths"), \.lookBackMonths),
    ]
}

extension Reading {
    /// The plan's numbers where it says some, else what the site has set.
    func tourRules(on day: Day) throws -> TourRules {
        var rules = try siteRules(TourRules.self)
        let plan = try deadlines(of: .studyTour, on: day)
        if let lead = plan.lead {
            rules.leadDays = lead.days
            rules.leadObligation = lead.obligation
        }
        if let report = plan.report { rules.reportDays = report.days }
        return rules
    }
}

/// Sets the site's own numbers.
struct SetTourRules: Act {
    static let right = Right.plan
    static let words = Words("设置规则", "Rules set")
    static let isTownWide = true
    var rules: TourRules

    func perform(in t: ActTransaction) throws {
        guard try t.writing.set(rules) else { try t.refuse(TourProblem.nothingChanged) }
    }
}
