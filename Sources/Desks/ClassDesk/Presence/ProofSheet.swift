import Pages
import Records
import Storage
import Store
import Vocabulary

/// One of the four for everybody of a class at once: done, exempt or open.
struct ProofSheet: Sendable, Hashable {
    /// Everybody who is in the class, in the order of the roster, by person.
    var people: [String] = []
    var states: [String: ProofState] = [:]
    var reason = ""

    static let form = Form<ProofSheet>(
        .init(Words("逐人确认", "One by one"), .proofs),
        .init(
            Words("原因", "Why"),
            .longText(
                \.reason, "reason", Words("免做或改为未完成的原因", "Why somebody is exempt, or it is taken back"),
                hint: Words("不写病情，不写文稿内容", "Nothing about health or of what was written"), isRequired: false,
                limit: 200,
                rows: 2)))
}

/// Keeps one of the four for a whole class (登记四个一): whoever is not named stays as they are.
struct KeepProofs: Act {
    static let right = Right.teach
    static let rights: Set<Right> = [.plan, .teach]
    static let words = Words("登记四个一", "Proofs kept")
    var trainingClass: String
    var kind: ProofKind
    /// By person.
    var states: [String: ProofState]
    var reason: String

    func perform(in t: ActTransaction) throws -> TrainingClass {
        try t.requireKeeper(of: trainingClass, with: Self.right)
        let found = try t.openClass(trainingClass)
        if let why = found.noProofs(on: t.today) { try t.refuse(why) }
        let trainees = try t.present(in: found.code)
        let known = Set(trainees.map(\.person))
        try t.refuse(
            try states.keys.sorted().filter { !known.contains($0) }.map {
                ClassProblem.notTrainee(try t.person(code: $0)?.name ?? $0)
            })
        var isChanged = false
        for trainee in trainees {
            guard let state = states[trainee.person] else { continue }
            let before = try t.one(TraineeProof.self, TraineeProof.code(of: trainee.code, kind), for: .everybody)
            guard before.state != state else { continue }
            if state != .done, reason.allSatisfy(\.isWhitespace) { try t.refuse(ClassProblem.noReasonForProof) }
            try t.keep(state, kind, of: trainee, because: reason)
            isChanged = true
        }
        if !isChanged { try t.refuse(ClassProblem.nothingChanged) }
        return found
    }
}

extension Reading {
    /// Who is in a class now.
    func present(in trainingClass: String) throws -> [Trainee] {
        try all(
            Trainee.self, for: .everybody, where: "class = \(trainingClass) and stage = \(TraineeStage.arrived)",
            order: "code")
    }

    /// The proofs of a class, by their code; those that were taken back too.
    func proofs(in trainingClass: String) throws -> [String: TraineeProof] {
        let all = try all(
            TraineeProof.self, for: .everybody,
            where: "trainee in (select code from trainees where class = \(trainingClass))", order: "code")
        return Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
    }
}

extension TrainingClass {
    /// Why none of the four is kept now.
    func noProofs(on today: Day) -> ClassProblem? {
        if !scheme.kind.hasProofs { return .noProofsHere }
        return today < scheme.opening ? .proofsToCome(scheme.opening) : nil
    }

    func proofAddress(_ kind: ProofKind) -> String { "\(address)/proofs/\(kind.rawValue)" }
}

extension FormField where Draft == ProofSheet {
    /// Everybody in a line with a choice each.
    fileprivate static var proofs: FormField<ProofSheet> {
        var field = FormField<ProofSheet>(
            name: "who", words: Words("逐人确认", "One by one"),
            hint: Words(
                "还没有确认的已预填“已完成”，一次提交；没有完成的改选“未完成”",
                "“Done” is filled in for whoever is open: change it for those who are not"),
            isRequired: true,
            typed: { sheet, _ in
                sheet.people.map { ("who.\($0)", (sheet.states[$0] ?? .open).rawValue) }
            },
            read: { query, prefix, sheet, naming in
                var problems: [FormProblem] = []
                for person in sheet.people {
                    guard let typed = query[prefix + "who." + person] else { continue }
                    guard let state = ProofState(rawValue: typed) else {
                        let name = try naming.personName(person)
                        problems.append(FormProblem(prefix + "who", Words("请选择\(name)的完成情况", "Choose for \(name)")))
                        continue
                    }
                    sheet.states[person] = state
                }
                return problems
            },
            control: { view in
                let people = view.typed.items.filter { $0.name.hasPrefix("\(view.id).") }
                return .div(
                    .class("roll"),
                    .each(
                        try people.map { item in
                            let name = try view.naming.personName(String(item.name.dropFirst(view.id.count + 1)))
                            return HTML.div(
                                .attribute("role", "radiogroup"), .ariaLabel(name), .b(.text(name)),
                                .each(ProofState.allCases) { state in
                                    .label(
                                        .class("check"),
                                        .input(
                                            .type("radio"), .name(item.name), .value(state.rawValue),
                                            item.value == state.rawValue ? .flag("checked") : .nothing),
                                        .span(.words(state.words)))
                                })
                        }
                    ) { $0 })
            },
            shown: { sheet, naming in
                let lines: [HTML] = try ProofState.allCases.compactMap { state in
                    let names = try sheet.people.filter { sheet.states[$0] == state }.map(naming.personName)
                    guard !names.isEmpty else { return nil }
                    return .group([.words(state.words), .text(" \(names.count)："), .text(names.joined(separator: "、"))])
                }
                return .ul(.each(lines) { .li($0) })
            },
            text: { sheet, naming in
                try sheet.people.map { person in
                    try naming.personName(person) + naming.say((sheet.states[person] ?? .open).words)
                }.joined(separator: naming.say(Words("、", ", ")))
            })
        field.isGroup = true
        return field
    }
}
