import Pages
import Store
import Vocabulary

/// How far a tour has come on a day: each step with the day it was due and the day it was done.
struct TourProgress {
    let tour: StudyTour
    let report: TourReport?
    let measures: [TourMeasure]
    let rules: TourRules
    let today: Day

    var leadDue: Day { tour.scheme.from - rules.leadDays }
    var isFiledLate: Bool { tour.filed > leadDue }
    var isHeld: Bool { tour.stage == .approved && tour.scheme.to < today }
    var reportDue: Day { (report?.outcome.to ?? tour.scheme.to) + rules.reportDays }
    var isReportOverdue: Bool { isHeld && report == nil && today > reportDue }
    var openMeasures: [TourMeasure] { measures.filter { $0.done == nil } }
    var isApproved: Bool { tour.stage == .approved }

    var steps: [FlowStep] {
        [
            FlowStep(
                Words("报备", "Filed"), isFiledLate ? .late : .done, due: leadDue, done: tour.filed,
                rule: Words("出发前\(rules.leadDays)日", "\(rules.leadDays) days before it leaves")),
            FlowStep(
                Words("审批", "Approved"), approval, due: tour.scheme.from, done: isApproved ? tour.decided : nil,
                rule: Words("出发之前", "before it leaves")),
            FlowStep(
                Words("成行", "Held"), isHeld || report != nil ? .done : .toCome, due: tour.scheme.from,
                done: report.map(\.outcome.from) ?? (isHeld ? tour.scheme.from : nil),
                rule: Words("按批准的日期", "on the days approved")),
            FlowStep(
                Words("报告", "Report"), reporting, due: reportDue, done: report?.reported,
                rule: Words("返回后\(rules.reportDays)日", "\(rules.reportDays) days after the return")),
            FlowStep(
                Words("成果转化", "Measures"), following, due: openMeasures.map(\.draft.due).min(),
                done: measures.isEmpty || !openMeasures.isEmpty ? nil : measures.compactMap(\.done).max(),
                rule: Words("每条措施落实到人、到期", "each measure with owner and day")),
        ]
    }

    private var approval: StepState {
        guard isApproved else { return today > tour.scheme.from ? .overdue : .toDo }
        return tour.decided.map { $0 > tour.scheme.from } == true ? .late : .done
    }

    private var reporting: StepState {
        if let report { return report.reported > reportDue ? .late : .done }
        return isReportOverdue ? .overdue : isHeld ? .toDo : .toCome
    }

    private var following: StepState {
        if report == nil { return .toCome }
        if measures.isEmpty { return .toDo }
        if openMeasures.isEmpty { return .done }
        return openMeasures.contains { $0.draft.due < today } ? .overdue : .toDo
    }

    /// What the rules would not have: shown, never refused.
    var remarks: [Words] {
        let scheme = tour.scheme
        var found: [Words] = []
        let days = scheme.to - scheme.from + 1
        if isFiledLate {
            let ahead = scheme.from - tour.filed
            found.append(
                Words(
                    "应提前\(rules.leadDays)天报备，实际提前\(ahead)天，按迟报显示",
                    "It should be filed \(rules.leadDays) days ahead; it is \(ahead)"))
        }
        if scheme.members.count > rules.mostPeople {
            found.append(
                Words(
                    "共\(scheme.members.count)人，超过每批\(rules.mostPeople)人的规定",
                    "\(scheme.members.count) people; the rule is at most \(rules.mostPeople)"))
        }
        if days > rules.mostDays {
            found.append(
                Words("共\(days)天，超过每次\(rules.mostDays)天的规定", "\(days) days; the rule is at most \(rules.mostDays)"))
        }
        return found
    }
}

extension Reading {
    /// Tours of one year to a place of this one for the same purpose: perhaps the same journey made twice. `code` is the
    /// tour's own, empty while it is filled in.
    func toursLike(_ scheme: TourScheme, code: String, for reader: Reader) throws -> [StudyTour] {
        let places = scheme.route.map(\.place)
        guard !places.isEmpty, let first = Day(year: scheme.from.year, month: 1, day: 1),
            let last = Day(year: scheme.from.year, month: 12, day: 31)
        else { return [] }
        let other: SQL = code.isEmpty ? .always : "code <> \(code)"
        return try all(
            StudyTour.self, for: reader,
            where: """
                stage <> \(TourStage.withdrawn) and \(other) and \(SQL.between(first, last, column: "from_day"))
                and code in (select tour from tour_stops where place_name in (\(list: places)))
                """, order: "from_day"
        ).filter { $0.scheme.sharesPurpose(with: scheme) }
    }
}

extension TourScheme {
    /// Whether two tours are after the same thing: four characters in a row that titles or purposes have in common,
    /// words that every tour has left out.
    func sharesPurpose(with other: TourScheme) -> Bool {
        !runs.isDisjoint(with: other.runs)
    }

    private var runs: Set<String> {
        var text = "\(title)\n\(purpose)"
        for word in ["学习考察", "考察学习", "学习借鉴", "先进经验", "经验做法", "考察", "学习"] {
            text = text.split(separator: word, omittingEmptySubsequences: false).joined(separator: "\n")
        }
        var runs: Set<String> = []
        for line in text.split(whereSeparator: \.isNewline) {
            let letters = Array(line)
            guard letters.count >= 4 else { continue }
            for start in 0...(letters.count - 4) { runs.insert(String(letters[start..<start + 4])) }
        }
        return runs
    }
}
