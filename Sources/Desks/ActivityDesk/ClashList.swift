import Books
import Pages
import Plans
import Records
import Storage
import Store
import Vocabulary

/// Who took part in something else on the same days, or in two classes of one week. It may be right, so it is said and not
/// refused.
struct ClashList {
    private struct Line {
        var clash: Clash
        var name: String
        /// Else only in the same week.
        var isSameDays: Bool
    }

    private var lines: [Line] = []
    private static let mostShown = 20
    /// Nobody need be present for these, or they last so long that other training falls into them.
    private static let besideOthers: Set<ActivityKind> = [
        .onlineCourse, .secondment, .reading, .essay, .selfReview, .document, .site,
    ]

    /// For persons that an activity of the kind trained from the first to the last day.
    init(persons: [String], kind: ActivityKind, from: Day, to: Day, besides: String?, _ ask: Ask) throws {
        let classes = try ask.naming.kinds().kinds(within: .trainingClass) ?? []
        guard !Self.besideOthers.contains(kind), from <= to else { return }
        let isClass = classes.contains(kind)
        let week = isClass ? (from - (from.weekday - 1), to + (7 - to.weekday)) : (from, to)
        lines = try ask.reading.clashes(of: persons, from: week.0, to: week.1, besides: besides).compactMap { clash in
            guard !Self.besideOthers.contains(clash.activity.kind) else { return nil }
            let isSameDays = clash.activity.from <= to && clash.activity.to >= from
            guard isSameDays || (isClass && classes.contains(clash.activity.kind)) else { return nil }
            return Line(clash: clash, name: try ask.naming.personName(clash.person), isSameDays: isSameDays)
        }
    }

    var html: HTML {
        guard !lines.isEmpty else { return .nothing }
        let persons = Set(lines.map(\.clash.person)).count
        return .div(
            .class("warn"), .id("clashes"),
            .h2(.say("请核对：\(persons)人在这几天另有培训", "Please check: \(persons) people have other training at that time")),
            .ul(
                .each(lines.prefix(Self.mostShown)) { line in
                    let activity = line.clash.activity
                    return .li(
                        .link("/people/\(Query.encoded(line.clash.person))", .text(line.name)),
                        line.isSameDays
                            ? .say("：日期重叠，", ": the same days, ") : .say("：同一周两个班，", ": two classes in one week, "),
                        .link(ListedRecord.address(of: activity.code), .text(activity.title)), .say("（", " ("),
                        .days(activity.from, activity.to), .say("）", ")"))
                },
                .when(lines.count > Self.mostShown, .li(.say("共\(lines.count)条。", "\(lines.count) in all.")))))
    }
}
