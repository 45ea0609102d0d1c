import Vocabulary

/// Why a unit is far behind: something that can be told, and that shows in its records.
struct TownTrouble {
    enum Reason { case flood, merger, newClerk }

    var unit: String
    var reason: Reason
    var from: Day

    /// Five units since the autumn before the last year of the books: a flood in two townships, a company put together
    /// of two, a new clerk in two offices.
    static func all(_ calendar: TownCalendar) -> [TownTrouble] {
        let year = calendar.until.year - 1
        let told: [(String, Reason, Int, Int)] = [
            ("沙渠镇", .flood, 10, 12), ("柳湾镇", .flood, 10, 12), ("市产业发展公司", .merger, 11, 3),
            ("市图书馆", .newClerk, 11, 10), ("市住建局", .newClerk, 12, 1),
        ]
        return told.map { unit, reason, month, day in
            TownTrouble(unit: unit, reason: reason, from: calendar.workday(year, month, day))
        }
    }

    /// The meeting at which it came up.
    var meeting: String {
        switch reason {
        case .flood: "\(unit)防汛救灾和灾后重建动员会"
        case .merger: "\(unit)与原市工业投资公司合并组建会议"
        case .newClerk: "\(unit)培训联络员工作交接会"
        }
    }

    /// Why something that had been written down was not held.
    var cancelled: String {
        switch reason {
        case .flood: "因防汛救灾取消，未实际举办"
        case .merger: "因机构合并取消，未实际举办"
        case .newClerk: "新任联络员误录"
        }
    }
}
