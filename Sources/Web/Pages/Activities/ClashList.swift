import Books
import Pages
import Plans
import Records
import Storage
import Vocabulary

/// Who took part in something else on the same days, or in two classes of one week. It may be right, so it is said and not
/// refused.
struct ClashList {
    struct Line {
        var clash: Clash
        /// Else only in the same week.
        var isSameDays: Bool
    }

    let lines: [Line]
    let directory: Directory
    private static let mostShown = 20
    /// Nobody need be present for these, or they last so long that other training falls into them.
    private static let besideOthers: Set<ActivityKind> = [
        .onlineCourse, .secondment, .reading, .essay, .selfReview, .document, .site,
    ]

    /// For persons that an activity of the kind trained from the first to the last day.
    static func looking(
        for persons: [String], kind: ActivityKind, from: Day, to: Day, besides: String?, _ town: TownPage,
        _ kinds: ActivityKindCatalogue
    ) throws -> ClashList {
        let classes = kinds.kinds(within: .trainingClass) ?? []
        guard !besideOthers.contains(kind), from <= to else { return ClashList(lines: [], directory: town.directory) }
        let isClass = classes.contains(kind)
        let week = isClass ? (from - (from.weekday - 1), to + (7 - to.weekday)) : (from, to)
        let clashes = try town.directory.reading.clashes(of: persons, from: week.0, to: week.1, besides: besides)
        let lines = clashes.compactMap { clash -> Line? in
            guard !besideOthers.contains(clash.activity.kind) else { return nil }
            let isSameDays = clash.activity.from <= to && clash.activity.to >= from
            guard isSameDays || (isClass && classes.contains(clash.activity.kind)) else { return nil }
            return Line(clash: clash, isSameDays: isSameDays)
        }
        return ClashList(lines: lines, directory: town.directory)
    }

    func html(_ context: PageContext) -> HTML {
        guard !lines.isEmpty else { return .nothing }
        let persons = Set(lines.map(\.clash.person)).count
        return section(
            .class("card warn"), .id("clashes"),
            h2(
                .text(
                    context.say(
                        "请核对：\(persons)人在这几天另有培训", "Please check: \(persons) people have other training at that time"))),
            ul(
                .class("plain"),
                .each(lines.prefix(Self.mostShown)) { line in
                    let activity = line.clash.activity
                    return li(
                        a(
                            .href(context.link(toPerson: line.clash.person)),
                            .text(directory.person(line.clash.person)?.name ?? line.clash.person)),
                        .text(
                            line.isSameDays
                                ? context.say("：日期重叠，", ": the same days, ")
                                : context.say("：同一周两个班，", ": two classes in one week, ")),
                        a(.href(context.link(toActivity: activity.code)), .text(activity.title)),
                        .text(
                            context.say("（", " (")
                                + (activity.from == activity.to
                                    ? activity.from.iso
                                    : context.say(
                                        "\(activity.from.iso)至\(activity.to.iso)",
                                        "\(activity.from.iso) to \(activity.to.iso)"))
                                + context.say("）", ")")))
                },
                .when(
                    lines.count > Self.mostShown,
                    li(.text(context.say("共\(lines.count)条。", "\(lines.count) in all."))))))
    }
}
