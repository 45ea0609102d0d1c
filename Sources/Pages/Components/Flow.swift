public import Vocabulary

/// A step of something that takes several, with the day it is due by, what was done, and how that stands.
public struct FlowStep: Equatable, Sendable {
    public var name: Words
    public var mark: Mark
    /// The standing in words that fit the step: 按期, 逾期7天, 等待报告.
    public var standing: Words
    public var due: Day?
    /// The day it was done, or what there is instead.
    public var done: HTML
    /// The rule that its day comes from.
    public var rule: Words?
    /// What can be done now.
    public var act: HTML

    public init(
        _ name: Words, _ mark: Mark, _ standing: Words? = nil, due: Day? = nil, done: HTML = .nothing,
        rule: Words? = nil, act: HTML = .nothing
    ) {
        self.name = name
        self.mark = mark
        self.standing = standing ?? mark.words
        self.due = due
        self.done = done
        self.rule = rule
        self.act = act
    }
}

extension FlowStep {
    /// A step that is done by a day or not: its mark, its words and its days follow.
    public init(_ name: Words, _ state: StepState, due: Day?, done: Day?, rule: Words) {
        self.init(
            name, state.mark, state.words, due: due, done: done.map { .day($0) } ?? .say("尚未", "not yet"), rule: rule)
    }
}

/// How a step stands by its day.
public enum StepState: Sendable {
    case done, late, overdue, toDo, toCome

    var mark: Mark {
        switch self {
        case .done: .met
        case .late: .behind
        case .overdue: .overdue
        case .toDo: .next
        case .toCome: .waiting
        }
    }

    var words: Words {
        switch self {
        case .done: Words("按期", "In time")
        case .late: Words("迟报", "Late")
        case .overdue: Words("逾期", "Overdue")
        case .toDo: Words("待办", "To do")
        case .toCome: Words("未到", "To come")
        }
    }
}

extension HTML {
    public static func flow(_ steps: [FlowStep]) -> HTML {
        .ol(
            .class("flow"),
            .each(steps) { step in
                .li(
                    .standing(step.mark, step.standing), .h3(.words(step.name)),
                    .dl(
                        step.due.map { .div(.dt(.say("应于", "Due")), .dd(.day($0))) } ?? .nothing,
                        step.done == .nothing ? .nothing : .div(.dt(.say("实际", "Done")), .dd(step.done))),
                    step.rule.map { .p(.class("quiet"), .words($0)) } ?? .nothing, step.act)
            })
    }
}
