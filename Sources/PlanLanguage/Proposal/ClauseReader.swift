import Plans
import Vocabulary

/// Reads the sentences of a task into drafts of obligations. What a sentence says once holds for its later segments.
struct ClauseReader {
    let clean: CleanText
    let lexicon: Lexicon
    let reader: SegmentReader
    let subjects: SubjectReader
    let activities: ActivityReader
    let relevance: Relevance

    var text: [Glyph] { clean.glyphs }
    var scope = Scope()
    private var sets = 0
    var inSet = false
    var drafts: [Draft] = []
    /// What the task that was read last says of the headings under it.
    private(set) var openList: (governing: Scope?, conditions: Bool) = (nil, false)
    /// Where the sentence being read ends.
    var sentenceEnd = 0
    /// What was said no to, in all tasks.
    var verdicts: [Accounting.Verdict] = []

    /// What later segments of a sentence inherit.
    struct Scope {
        var window: WindowMention?
        var subject: Subject?
        /// Who was spoken of before 每期 or 每次.
        var before: Subject?
        var perActivity = false
        var persons: Lexicon.PopulationNoun?
        var activities: [ActivityReader.Match] = []
        /// The same, without papers.
        var held: [ActivityReader.Match] = []
        var topics: [Topic] = []
        /// The unit or team that a whole task speaks of.
        var taskSubject: Subject?
        /// The sentence tells what was done, not what is to be done.
        var describing = false

        /// 每期… ends: what follows is asked of whoever was spoken of before.
        mutating func endActivity() {
            perActivity = false
            guard let subject, subject.bearer == .activity, subject.noun == nil else { return }
            (self.subject, before) = (before, nil)
        }
    }

    /// What a task's heading says of all its clauses.
    struct Heading {
        /// 名师培养对象职责
        var subject: Subject?
        /// 选拔条件
        var conditions = false
        /// 每年完成下列任务：, said above the headings that are its items.
        var governing: Scope?
    }

    init(clean: CleanText, lexicon: Lexicon, titleYear: Int?) {
        self.clean = clean
        self.lexicon = lexicon
        reader = SegmentReader(text: clean.glyphs, lexicon: lexicon, titleYear: titleYear)
        subjects = SubjectReader(clean: clean, lexicon: lexicon)
        activities = ActivityReader(text: clean.glyphs, lexicon: lexicon)
        relevance = Relevance(text: clean.glyphs)
    }

    mutating func read(task sentences: [Sentence], under heading: Heading = .init()) -> [Draft] {
        drafts = []
        scope = Scope(taskSubject: heading.subject)
        if let governing = heading.governing {
            scope = governing
            scope.taskSubject = heading.subject ?? governing.taskSubject
        }
        var previousWentOn = heading.governing != nil
        var list = ListReader(text: text)
        for sentence in sentences {
            list.enter(sentence.range)
            if heading.conditions || list.inConditions {
                verdicts.append(.init(range: sentence.range, reason: .condition))
                previousWentOn = false
                continue
            }
            if let governing = list.governing {
                // Each item of a list stands under what its first line says.
                if list.isItem { scope = governing }
                scope.perActivity = governing.perActivity
            } else if !previousWentOn, !goesBack(sentence.range) {
                scope = Scope(taskSubject: scope.taskSubject)
            } else {
                scope.endActivity()
            }
            previousWentOn = sentence.goesOn
            if relevance.describes(sentence.range) { scope.describing = true }
            sentenceEnd = sentence.range.upperBound
            for (index, segment) in sentence.segments.enumerated() {
                let next = index + 1 < sentence.segments.count ? sentence.segments[index + 1] : nil
                let later = sentence.segments[(index + 1)...].dropFirst()
                read(segment, next: next, later: later)
            }
            list.leave(sentence.range, scope)
        }
        openList = (list.governing, list.inConditions)
        return drafts
    }

    /// 均不得少于4学时; 上述培训…: what is spoken of stands in the sentence before.
    private func goesBack(_ sentence: Range<Int>) -> Bool {
        Self.back.match(text, at: subjects.afterListMark(sentence), before: sentence.upperBound) != nil
    }

    private static let back: Words = "均 上述 以上 其中 以上各 两项 两者"

    // MARK: one segment

    mutating func read(_ segment: Range<Int>, next: Range<Int>?, later: ArraySlice<Range<Int>>) {
        let segment = subjects.afterListMark(segment)..<segment.upperBound
        if relevance.describesSegment(segment) { scope.describing = true }
        guard !segment.isEmpty else { return }
        guard !scope.describing else {
            verdicts.append(.init(range: segment, reason: .describes))
            return
        }
        let mentions = reader.read(segment)
        let quantities = accepted(mentions, segment, next).filter { quantity in
            // 一轮全员培训: the round is everybody's.
            !(quantity.plainOne && quantity.unit == "item"
                && mentions.coverage.contains { $0.range.lowerBound == quantity.range.upperBound })
        }
        let head =
            segment
            .lowerBound..<(quantities.first?.range.lowerBound ?? mentions.coverage.first?.range.lowerBound
            ?? segment.upperBound)
        let (subject, persons) = subjects.subject(in: head, windows: mentions.windows)
        if let window = mentions.windows.last(where: { !$0.fixed && !$0.weak })
            ?? mentions.windows.last(where: { !$0.fixed })
        {
            scope.window = window
            if window.recurs, subject == nil { scope.endActivity() }
            if window.recurs { scope.perActivity = false }
        }
        if let subject {
            if subject.bearer != .activity {
                scope.before = nil
            } else if scope.subject?.bearer != .activity {
                scope.before = scope.subject
            }
            scope.subject = subject
            if subject.bearer == .unit || subject.bearer == .team, scope.taskSubject == nil || subject.bearer == .unit {
                scope.taskSubject = subject
            }
            scope.perActivity = subject.bearer == .activity
        }
        if let persons { scope.persons = persons }

        let zones = zones(quantities, segment)
        let isSet = zones.count >= 3 && quantities.allSatisfy { $0.sort == .count && $0.value == 1 && $0.upper == nil }
        inSet = isSet
        if isSet { sets += 1 }
        for (quantity, zone) in zip(quantities, zones.enumerated().map({ quoted($1, quantities[$0].range) })) {
            var draft = draft(quantity, zone, segment, mentions, explicitSubject: subject)
            if isSet { draft?.set = sets }
            if let draft { drafts.append(draft) }
        }
        let rated = quantities.contains { $0.sort == .percent }
        if let coverage = mentions.coverage.first(where: { !$0.byTheWay || quantities.isEmpty }), !rated,
            !relevance.isCondition(segment)
        {
            drafts.append(covered(coverage, segment, mentions, subject))
        } else if quantities.isEmpty, let turn = mentions.windows.last(where: \.turns) {
            drafts.append(covered(CoverageMention(range: turn.range), segment, mentions, subject))
        } else if quantities.isEmpty, let date = mentions.windows.last(where: \.fixed) {
            fixedDay(date, segment, next, subject, later: later)
        } else if quantities.isEmpty, mentions.coverage.isEmpty, let date = dueByEnd(mentions.windows.last),
            Self.duties.occurs(in: text, segment)
        {
            appendFixedDay(date, segment, subject)
        } else if quantities.isEmpty, mentions.coverage.isEmpty, let half = mentions.windows.last, !half.weak,
            half.recurs,
            case .byEvery? = half.window,
            Self.finishing.match(text, at: half.range.upperBound, before: segment.upperBound) != nil
        {
            // 上半年完成调研
            appendFixedDay(half, segment, subject)
        } else if quantities.isEmpty, mentions.coverage.isEmpty, let span = mentions.windows.last?.span {
            within(span, mentions.windows.last?.range ?? segment, segment, next, subject)
        } else if quantities.isEmpty, mentions.quantities.isEmpty, mentions.coverage.isEmpty,
            let window = mentions.windows.last
        {
            actOnce(window, segment, subject, next: next, later: later)
        }
        let found = activities.last(in: segment)
        if !found.isEmpty { scope.activities = found }
        let held = activities.lastHeld(in: segment)
        if !held.isEmpty { scope.held = held }
        scope.topics = (scope.topics + activities.topics(in: segment)).unique
    }
}
