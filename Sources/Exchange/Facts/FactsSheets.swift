import Records
import Vocabulary

extension FactsSheet {
    /// One sheet for every list of the record book. A new list of facts gets its sheet here.
    public static let all: [FactsSheet] = [
        units, persons, appointments, categories, teams, memberships, rosters, rosterEntries, activities,
        participations, sites, voidings, corrections,
    ]

    static let units = FactsSheet(
        "units", { $0.units }, orderedBy: { $0.code },
        [
            .init("code") { $0.code }, .init("name") { $0.name }, .init("kind") { $0.kind.rawValue },
            .init("parent") { $0.parent ?? "" }, .init("from") { $0.span.from.iso },
            .init("until") { iso($0.span.until) }, .init("recorded") { $0.recorded.iso },
        ])

    static let persons = FactsSheet(
        "persons", { $0.persons }, orderedBy: { $0.code },
        [
            .init("code") { $0.code }, .init("name") { $0.name }, .init("sex") { $0.sex.rawValue },
            .init("birthMonth") { $0.birthMonth }, .init("recorded") { $0.recorded.iso },
        ])

    static let appointments = FactsSheet(
        "appointments", { $0.appointments }, orderedBy: { $0.code },
        [
            .init("code") { $0.code }, .init("person") { $0.person }, .init("unit") { $0.unit },
            .init("post") { $0.post }, .init("rank") { $0.rank },
        ] + dated { $0.dated })

    static let categories = FactsSheet(
        "categories", { $0.categories }, orderedBy: { $0.code },
        [
            .init("code") { $0.code }, .init("person") { $0.person }, .init("category") { $0.category.rawValue },
        ] + dated { $0.dated })

    static let teams = FactsSheet(
        "teams", { $0.teams }, orderedBy: { $0.code },
        [
            .init("code") { $0.code }, .init("name") { $0.name }, .init("kind") { $0.kind.rawValue },
            .init("unit") { $0.unit },
        ] + dated { $0.dated })

    static let memberships = FactsSheet(
        "memberships", { $0.memberships }, orderedBy: { $0.code },
        [
            .init("code") { $0.code }, .init("team") { $0.team }, .init("person") { $0.person },
            .init("role") { $0.role.rawValue },
        ] + dated { $0.dated })

    static let rosters = FactsSheet(
        "rosters", { $0.rosters }, orderedBy: { $0.code },
        [
            .init("code") { $0.code }, .init("name") { $0.name }, .init("keeper") { $0.keeper },
            .init("recorded") { $0.recorded.iso },
        ])

    static let rosterEntries = FactsSheet(
        "rosterEntries", { $0.rosterEntries }, orderedBy: { $0.code },
        [
            .init("code") { $0.code }, .init("roster") { $0.roster }, .init("person") { $0.person },
        ] + dated { $0.dated })

    static let activities = FactsSheet(
        "activities", { $0.activities }, orderedBy: { $0.code },
        [
            .init("code") { $0.code }, .init("kind") { $0.kind.rawValue }, .init("title") { $0.title },
            .init("organiser") { $0.organiser }, .init("team") { $0.team ?? "" }, .init("from") { $0.from.iso },
            .init("to") { $0.to.iso }, .init("hours", isNumber: true) { Figure.exact($0.hours) ?? "" },
            .init("topics") { codes($0.topics) }, .init("audience") { codes($0.audience) },
            .init("filed") { iso($0.filed) }, .init("approved") { iso($0.approved) },
            .init("reported") { iso($0.reported) },
            .init("attachments") { joined($0.attachments.map { "\($0.name)@\($0.day.iso)" }) },
            .init("recorded") { $0.recorded.iso },
        ])

    static let participations = FactsSheet(
        "participations", { $0.participations }, orderedBy: { $0.code },
        [
            .init("code") { $0.code }, .init("activity") { $0.activity }, .init("person") { $0.person },
            .init("role") { $0.role.rawValue }, .init("hours", isNumber: true) { Figure.exact($0.hours) ?? "" },
            .init("completed") { $0.completed ? "true" : "false" }, .init("recorded") { $0.recorded.iso },
        ])

    static let sites = FactsSheet(
        "sites", { $0.sites }, orderedBy: { $0.code },
        [
            .init("code") { $0.code }, .init("name") { $0.name }, .init("unit") { $0.unit },
            .init("topics") { codes($0.topics) },
        ] + dated { $0.dated })

    static let voidings = FactsSheet(
        "voidings", { $0.voidings }, orderedBy: { $0.code },
        [
            .init("code") { $0.code }, .init("recordKind") { $0.record.kind.rawValue },
            .init("record") { $0.record.code }, .init("reason") { $0.reason }, .init("by") { $0.by },
            .init("recorded") { $0.recorded.iso },
        ])

    static let corrections = FactsSheet(
        "corrections", { $0.corrections }, orderedBy: { $0.code },
        [
            .init("code") { $0.code }, .init("recordKind") { $0.record.kind.rawValue },
            .init("record") { $0.record.code }, .init("replacement") { $0.replacement },
            .init("reason") { $0.reason }, .init("by") { $0.by }, .init("recorded") { $0.recorded.iso },
        ])
}

private func dated<Row>(_ dated: @escaping @Sendable (Row) -> Dated) -> [FactsColumn<Row>] {
    [
        .init("from") { dated($0).span.from.iso }, .init("until") { iso(dated($0).span.until) },
        .init("recorded") { dated($0).recorded.iso }, .init("endRecorded") { iso(dated($0).endRecorded) },
    ]
}

private func iso(_ day: Day?) -> String { day?.iso ?? "" }

private func codes(_ codes: [some Code]) -> String { joined(codes.map(\.rawValue)) }

/// A `;` inside an element is written `；`, so that splitting at `;` always gives the elements back.
private func joined(_ elements: [String]) -> String {
    elements.map {
        $0.contains(";") ? $0.split(separator: ";", omittingEmptySubsequences: false).joined(separator: "；") : $0
    }
    .joined(separator: ";")
}
