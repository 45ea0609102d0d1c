/// What `plan compile --format json` prints, read back as a stranger's program would.
struct CompiledContract: Decodable {
    var title: String
    var tasks: [Task]
    var findings: [Finding]

    struct Task: Decodable {
        var number: String
        var title: String
        var lead: [String]
        var responsible: [String]
        var obligations: [Obligation]
    }

    struct Obligation: Decodable {
        var id: String
        var quote: String
        var start: Int
        var end: Int
        var measure: String
        var op: String
        var value: Double
        var upper: Double?
        var unit: String
        var window: String?
        var recurs: Bool
        var bearer: String
        var sentenceZh: String
        var executable: Bool
        var question: String?
    }

    struct Finding: Decodable {
        var severity: String
        var line: Int?
        var column: Int?
        var key: String
        var message: String
    }

    var obligations: [Obligation] { tasks.flatMap(\.obligations) }
}

/// A clause labelled by hand.
struct Label: Decodable {
    var task: String
    var quote: String
    var start: Int
    var end: Int
    var measure: String
    var op: String
    var value: Double
    var upper: Double?
    var window: String?
    var optional: Bool

    func overlaps(_ obligation: CompiledContract.Obligation) -> Bool {
        obligation.start < end && start < obligation.end
    }

    /// As checkers match: overlap plus measure, operator, value and window.
    func isMet(by obligation: CompiledContract.Obligation) -> Bool {
        overlaps(obligation) && obligation.measure == measure && obligation.op == op && obligation.value == value
            && obligation.upper == upper && obligation.window == window
    }
}
