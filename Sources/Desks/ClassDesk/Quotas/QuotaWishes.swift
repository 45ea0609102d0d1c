import Pages
import Store
import Vocabulary

/// What the office wants of a proposal whatever else comes out.
struct QuotaWishes: Codable, Sendable, Hashable {
    var pins: [String] = []
    var forbids: [ForbiddenSeat] = []
    var fixed: [FixedQuota] = []
    /// Only people of these units and of those beneath them; none: of all.
    var units: [WishedUnit] = []
    var women = 0
    /// Asked for each time, and not kept.
    var manner = QuotaManner.close

    static let form = Form<QuotaWishes>(
        .init(
            Words("人选", "People"),
            .persons(
                \.pins, "pins", Words("必须参加", "Must come"),
                hint: Words("一行一人；其他人选由系统按需要程度测算", "One a line; all others are found by what they need"),
                isRequired: false, most: 500, onlyWithinReach: true),
            .rows(
                \.forbids, "forbids", Words("不安排", "Set aside"),
                of: Form<ForbiddenSeat>(
                    .init(
                        Words("不安排", "Set aside"), .person(\.person, "person", Words("人员", "Person")),
                        .text(\.reason, "reason", Words("原因", "Reason")))),
                blank: ForbiddenSeat(), isRequired: false, most: 200)),
        .init(
            Words("名额", "Seats"),
            .rows(
                \.units, "units", Words("只从这些单位中选", "Only of these units"),
                of: Form<WishedUnit>(
                    .init(Words("单位", "Unit"), .unit(\.unit, "unit", Words("单位（含下级）", "Unit, with those beneath")))),
                blank: WishedUnit(),
                hint: Words("专题班对象限于部分单位时填写；不填的，从全部单位中选", "Where a class is for some units; none: for all"),
                isRequired: false, most: 200),
            .rows(
                \.fixed, "fixed", Words("指定名额的单位", "Units with a set number"),
                of: Form<FixedQuota>(
                    .init(
                        Words("名额", "Seats"), .unit(\.unit, "unit", Words("单位", "Unit")),
                        .number(\.seats, "seats", Words("名额（人）", "Seats"), in: 0...5000))),
                blank: FixedQuota(), hint: Words("没有列出的单位，由系统测算", "All other units are worked out"), isRequired: false,
                most: 600),
            .number(
                \.women, "women", Words("女干部不少于（%）", "Women, at least (%)"), hint: Words("填0不作要求", "0: no share"),
                in: 0...100),
            .choice(
                \.manner, "manner", Words("再次测算", "Once more"),
                hint: Words("第一次测算不受影响", "Of no matter the first time"))))
}

/// How a further proposal is found (再次测算).
enum QuotaManner: String, Named, Codable {
    case close, afresh

    var words: Words {
        switch self {
        case .close: Words("尽量保留上次的人选", "Close to the last one")
        case .afresh: Words("从头测算", "From the beginning")
        }
    }
}

/// A unit of whose people a proposal is made.
struct WishedUnit: Codable, Sendable, Hashable {
    var unit = ""
}

/// Somebody who is not to come this time.
struct ForbiddenSeat: Codable, Sendable, Hashable {
    var person = ""
    var reason = ""
}

/// Why seats were not proposed.
enum QuotaProblem: Refusal {
    case noSeatsLeft(heads: Int)
    case tooManyPeople
    case nobody
    case notThere(String, field: String)
    case cannotCome(String, SeatBar)
    case pinnedAndForbidden(String, row: Int)
    case unitTwice(row: Int)
    case outOfReach(row: Int)
    case unitOutOfReach(row: Int)
    case pinsOverUnit(row: Int, pins: Int)
    case moreThanSeats(wished: Int, seats: Int)
    case womenOutOfReach(Int)

    var field: String {
        switch self {
        case .noSeatsLeft, .tooManyPeople, .nobody: ""
        case .notThere(_, let field): field
        case .cannotCome: "pins"
        case .pinnedAndForbidden(_, let row): "forbids.\(row).person"
        case .unitTwice(let row), .outOfReach(let row): "fixed.\(row).unit"
        case .unitOutOfReach(let row): "units.\(row).unit"
        case .pinsOverUnit(let row, _): "fixed.\(row).seats"
        case .moreThanSeats: "fixed"
        case .womenOutOfReach: "women"
        }
    }

    var dependsOn: Set<String> { ["pins", "forbids", "fixed", "units", "women"] }

    var words: Words {
        switch self {
        case .noSeatsLeft(let heads):
            Words("批准的\(heads)人都已报名，没有名额可分", "All \(heads) seats that were approved are taken")
        case .tooManyPeople:
            Words(
                "符合对象的人员超过\(Candidates.most)人，请选一个单位查看",
                "More than \(Candidates.most) people are meant: choose a unit")
        case .nobody: Words("没有符合条件的人选", "Nobody can be proposed")
        case .notThere(let name, _):
            Words("\(name)现在没有任职，或不在本单位范围内", "\(name) serves nowhere within reach")
        case .cannotCome(let name, let bar):
            Words("\(name)不能参加：\(bar.words.zh)", "\(name) cannot come: \(bar.words.en)")
        case .pinnedAndForbidden(let name, _):
            Words("\(name)已列入必须参加，不能又不安排", "\(name) must come, and cannot be set aside as well")
        case .unitTwice: Words("这个单位前面已有", "This unit stands above already")
        case .outOfReach, .unitOutOfReach: Words("这个单位不在您的管理范围内", "This unit is out of reach")
        case .pinsOverUnit(_, let pins):
            Words("这个单位必须参加的有\(pins)人，名额不能少于此数", "\(pins) of this unit must come: it cannot have fewer seats")
        case .moreThanSeats(let wished, let seats):
            Words(
                "必须参加的和指定的名额合计\(wished)人，超过可分的\(seats)个名额",
                "Those who must come and set numbers come to \(wished); there are \(seats) seats")
        case .womenOutOfReach(let share):
            Words("按必须参加的人选，女干部达不到\(share)%", "With those who must come, \(share) % of women cannot be reached")
        }
    }
}
