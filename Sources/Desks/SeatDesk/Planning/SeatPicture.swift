import Exchange
import Pages
import Seats
import Storage
import Vocabulary

/// A plan with everything that its pages count from it; made once for each proposal.
final class SeatPicture: Sendable {
    let plan: SeatPlan
    let figures: SeatFigures
    let previousFigures: SeatFigures?
    let changes: SeatChanges?
    /// Index of each class by its id.
    let classIndex: [Int: Int]
    /// People of each class by its index, and classes (ids) of each person.
    let seated: [[Int]]
    let classesOf: [[Int]]

    init(_ plan: SeatPlan) {
        self.plan = plan
        let seats = plan.proposal?.seats ?? []
        figures = SeatFigures(of: seats, in: plan.instance)
        previousFigures = plan.previous.map { SeatFigures(of: $0.seats, in: plan.instance) }
        changes = plan.previous.map { SeatChanges(from: $0.seats, to: seats) }
        let classIndex = plan.instance.classIndex
        self.classIndex = classIndex
        var seated = [[Int]](repeating: [], count: plan.instance.classes.count)
        var classesOf = [[Int]](repeating: [], count: plan.instance.persons.count)
        for seat in seats {
            if let index = classIndex[seat.classID] { seated[index].append(seat.person) }
            if classesOf.indices.contains(seat.person) { classesOf[seat.person].append(seat.classID) }
        }
        self.seated = seated
        self.classesOf = classesOf
    }

    var instance: SeatInstance { plan.instance }
    var address: String { ProposeSeats.address(of: plan.number) }

    func link(person: Int) -> HTML { .link("\(address)/people/\(person)", .words(Self.words(person: person))) }
    func link(class id: Int) -> HTML { .link("\(address)/classes/\(id)", .words(Self.words(class: id))) }

    static func words(person: Int) -> Words { Words("人员\(person)", "person \(person)") }
    static func words(class id: Int) -> Words { Words("班次\(id)", "class \(id)") }
    static func words(unit: Int) -> Words { Words("单位\(unit)", "unit \(unit)") }

    /// How urgent somebody is.
    func need(_ person: Int) -> Words {
        let weight = instance.persons.weight[person]
        return weight == SeatInstance.dueWeight
            ? Words("\(weight)（今年到期）", "\(weight) (due this year)") : Words("\(weight)", "\(weight)")
    }

    func seatClass(_ id: Int) -> SeatClass? { classIndex[id].map { instance.classes[$0] } }

    /// What tells how classes look for people; nil where nothing was proposed yet.
    func explainer() -> SeatExplainer? {
        guard let proposal = plan.proposal else { return nil }
        return try? SeatExplainer(instance, seats: proposal.seats, wishes: plan.wishesThatHold)
    }

    /// How each class looks for one person; nothing where nothing was proposed yet.
    func verdicts(_ person: Int) -> [SeatVerdict] {
        explainer().map { explainer in
            instance.classes.indices.map { explainer.verdict(person, classIndex: $0) }
        } ?? []
    }

    func sits(_ person: Int, in index: Int) -> Bool { classesOf[person].contains(instance.classes[index].id) }

    /// Whether somebody is meant by a class that they do not sit in.
    func mightSit(_ person: Int, in index: Int) -> Bool {
        !sits(person, in: index) && instance.isEligible(person, for: instance.classes[index])
    }

    /// Those whom one more class is worth most come first.
    func byWorth(_ people: [Int]) -> [Int] { people.sorted { (-worth($0), $0) < (-worth($1), $1) } }

    /// What one more class of this person is worth.
    func worth(_ person: Int) -> Int {
        instance.persons.weight[person] * (classesOf[person].isEmpty ? SeatInstance.firstWorth : 1)
    }
}

extension SeatVerdict {
    /// Why somebody sits in a class, or does not.
    var sentences: HTML {
        .ul(.each(reasons) { .li(.say(SeatText(.zh).reason($0), SeatText(.en).reason($0))) })
    }
}

extension SeatPlan {
    /// The wishes as reasons are told by: those of today that the proposal keeps, so that reasons speak of what stands.
    fileprivate var wishesThatHold: SeatWishes {
        guard let proposal else { return wishes }
        let seats = Set(proposal.seats)
        return SeatWishes(
            pins: wishes.pins.filter { seats.contains($0) }, forbids: wishes.forbids.filter { !seats.contains($0) })
    }
}
