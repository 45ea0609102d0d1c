import Pages
import Seats
import Spelling
import Vocabulary

/// Somebody of a year, and what is looked at of them.
struct SeatedPerson: Sendable {
    let picture: SeatPicture
    let person: Int
    /// The class that they sit in or might sit in, where the list is of one.
    var classIndex: Int?
    var verdict: SeatVerdict?

    var classes: [Int] { picture.classesOf[person] }
    var unit: Int { picture.instance.persons.unit[person] }
}

/// The people of a year, narrowed: with a seat, without, due this year; of one unit; of one class, or eligible for it.
func seatPeopleList(_ pictures: SeatPictures) -> FoundList<SeatedPerson> {
    FoundList(
        Words("人员安排", "People and seats"), file: "seat-people", columns: columns,
        fields: [
            .choice("show", Words("范围", "Show")) { _ in SeatPeopleScope.allCases.map { ($0.rawValue, $0.words) } },
            .shortNumber("person", Words("人员序号", "Person's number")),
            .shortNumber("unit", Words("单位序号", "Unit's number")),
            .shortNumber("class", Words("班次", "Class")),
        ], hasAsOf: false
    ) { ask in
        let picture = try ask.seatYear(pictures).picture
        let persons = picture.instance.persons
        let wanted = Wanted(picture, ask)
        let scope = wanted.scope
        var people = picture.byWorth(
            (wanted.person.map { [$0] } ?? Array(persons.unit.indices)).filter { person in
                (wanted.unit ?? persons.unit[person]) == persons.unit[person]
                    && scope.holds(person, wanted.classIndex, picture)
            })
        if let order = ask.wantedOrder {
            let key = { (person: Int) in
                switch order.key {
                case "unit": persons.unit[person]
                case "need": persons.weight[person]
                default: person
                }
            }
            people.sort { order.isFalling ? key($0) > key($1) : key($0) < key($1) }
        }
        let explainer = wanted.classIndex == nil ? nil : picture.explainer()
        let rows = people.map { SeatedPerson(picture: picture, person: $0, classIndex: wanted.classIndex) }
        var found = FoundRows(count: rows.count) { first, most in
            rows.dropFirst(first).prefix(most).map { row in
                var row = row
                row.verdict = row.classIndex.flatMap { explainer?.verdict(row.person, classIndex: $0) }
                return row
            }
        }
        found.crumbs = [.seats, .year(picture)]
        found.slips = wanted.slips
        found.without = wanted.classIndex == nil ? ["why", "wish"] : []
        found.empty = .init(Words("没有符合条件的人员", "Nobody of that kind"), Words("请换一个条件。", "Try another filter."))
        return found
    }
}

/// Which of a year's people are listed.
enum SeatPeopleScope: String, CaseIterable {
    case with, without, due, dueWith, dueWithout, eligible

    var words: Words {
        switch self {
        case .with: Words("已安排", "With a seat")
        case .without: Words("未安排", "Without")
        case .due: Words("今年到期", "Due this year")
        case .dueWith: Words("今年到期已安排", "Due and seated")
        case .dueWithout: Words("今年到期而未安排", "Due and without")
        case .eligible: Words("符合条件而不在该班", "Eligible, not in the class")
        }
    }
}

/// What an address asks for, and what of it is none of the year.
private struct Wanted {
    var scope: SeatPeopleScope?
    var person: Int?
    var unit: Int?
    var classIndex: Int?
    var slips: [AddressSlip] = []

    init(_ picture: SeatPicture, _ ask: Ask) {
        if let typed = ask.query["show"], !typed.isEmpty {
            scope = SeatPeopleScope(rawValue: typed)
            if scope == nil { slips.append(.unknown("show", typed, zh: "范围", en: "scope")) }
        }
        person = number("person", 0..<picture.instance.persons.count, zh: "人员序号", en: "person's number", ask)
        unit = number("unit", 0..<picture.instance.unitKind.count, zh: "单位序号", en: "unit's number", ask)
        if let typed = ask.query["class"], !typed.isEmpty {
            classIndex = ask.query.number("class").flatMap { picture.classIndex[$0] }
            if classIndex == nil { slips.append(.unknown("class", typed.withoutOuterSpace, zh: "班次", en: "class")) }
        } else if scope == .eligible {
            slips.append(.unknown("class", "", zh: "班次", en: "class"))
        }
    }

    private mutating func number(
        _ name: String, _ all: Range<Int>, zh: String, en: String, _ ask: Ask
    ) -> Int? {
        guard let typed = ask.query[name], !typed.isEmpty else { return nil }
        guard let number = ask.query.number(name), all.contains(number) else {
            slips.append(.unknown(name, typed.withoutOuterSpace, zh: zh, en: en))
            return nil
        }
        return number
    }
}

extension SeatPeopleScope? {
    /// Whether somebody is meant; with a class, those of that class are.
    fileprivate func holds(_ person: Int, _ classIndex: Int?, _ picture: SeatPicture) -> Bool {
        let isDue = picture.instance.persons.weight[person] == SeatInstance.dueWeight
        let isSeated = classIndex.map { picture.sits(person, in: $0) } ?? !picture.classesOf[person].isEmpty
        return switch self {
        case nil: classIndex == nil || isSeated
        case .with: isSeated
        case .without: !isSeated
        case .due: isDue && (classIndex == nil || isSeated)
        case .dueWith: isDue && isSeated
        case .dueWithout: isDue && !isSeated
        case .eligible: classIndex.map { picture.mightSit(person, in: $0) } ?? false
        }
    }
}

private let columns: [ListColumn<SeatedPerson>] = [
    ListColumn(
        "person", Words("人员", "Person"), .lead, sort: "person", text: { row, _ in String(row.person) }
    ) { row, _ in row.picture.link(person: row.person) },
    ListColumn("unit", Words("单位", "Unit"), sort: "unit", text: { row, _ in String(row.unit) }) { row, _ in
        .words(SeatPicture.words(unit: row.unit))
    },
    ListColumn(
        "need", Words("安排优先值", "Priority"), sort: "need",
        text: { row, _ in String(row.picture.instance.persons.weight[row.person]) }
    ) { row, _ in .words(row.picture.need(row.person)) },
    ListColumn(
        "classes", Words("已安排的班", "Classes"),
        text: { row, _ in row.classes.map(String.init).joined(separator: " ") }
    ) { row, _ in
        row.classes.isEmpty ? "—" : .each(row.classes) { .group([row.picture.link(class: $0), " "]) }
    },
    ListColumn(onPage: "why", Words("原因", "Why"), .below) { row, _ in row.verdict?.sentences ?? .nothing },
    ListColumn(onPage: "wish", Words("操作", "Wish"), .end) { row, ask in
        guard let index = row.classIndex else { return .nothing }
        let seat = Seat(person: row.person, classID: row.picture.instance.classes[index].id)
        return SeatWishList.choice(seat, in: row.picture, ask)
    },
]

extension ListField {
    /// A number that people and units go by here.
    static func shortNumber(_ name: String, _ words: Words) -> ListField {
        ListField(name, words) { _, chosen in .textField(name, chosen, width: .short, mode: "numeric") }
    }
}
