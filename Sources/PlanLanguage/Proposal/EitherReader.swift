import Plans
import Vocabulary

/// Joins drafts of which either does into one: 不少于12天或者90学时, 示范课1节或讲座1次 (docs/decisions/0190).
struct EitherReader {
    let text: [Glyph]

    func joined(_ drafts: [Draft]) -> [Draft] {
        var found: [Draft] = []
        for draft in drafts {
            if let last = found.last, let whole = join(last, draft) {
                found[found.count - 1] = whole
            } else {
                found.append(draft)
            }
        }
        return found
    }

    /// Nil where the second is an obligation of its own.
    private func join(_ first: Draft, _ second: Draft) -> Draft? {
        guard let last = (first.alternatives.last ?? first).figure, let next = second.figure,
            last.upperBound <= next.lowerBound, isOr(last.upperBound..<next.lowerBound),
            first.alternatives.count + 2 <= Rule.mostFigures
        else { return nil }
        var second = second
        // A length without a time before it is taken for that of each class, unless 或 carries on what was said.
        if second.rule.bearer == .activity, second.rule.measure == .duration,
            !SubjectReader.perActivity.occurs(in: text, last.upperBound..<next.lowerBound)
        {
            second.rule.bearer = first.rule.bearer
            second.subject = first.subject
        }
        guard first.rule.canStandBeside(second.rule), isOfSame(first, second) else { return nil }
        var whole = first
        whole.range =
            min(
                first.range.lowerBound, second.range.lowerBound)..<max(
                first.range.upperBound, second.range.upperBound)
        // 、 and 和 make a set of three, 或 does not.
        whole.set = nil
        if whole.rule.window == nil, second.rule.window != nil {
            (whole.rule.window, whole.rule.recurs) = (second.rule.window, second.rule.recurs)
        }
        whole.weekly = first.weekly || second.weekly
        whole.open = first.open ?? second.open
        whole.alternatives.append(second)
        return whole
    }

    /// 12天或90学时, 3天以上，或者24学时以上, 1节（或讲座1次）: nothing but a mark stands before the word.
    private func isOr(_ between: Range<Int>) -> Bool {
        var start = between.lowerBound
        while start < between.upperBound, Self.marks.contains(text[start]) { start += 1 }
        guard let length = Self.words.match(text, at: start, before: between.upperBound) else { return false }
        return !text[start + length..<between.upperBound].contains(where: Self.ends.contains)
    }

    /// Whoever is named with the second alone owes it alone: 市委党校办2期，或县委党校办3期.
    private func isOfSame(_ first: Draft, _ second: Draft) -> Bool {
        let (a, b) = (first.subject, second.subject)
        return a?.bearer == b?.bearer && a?.organisers ?? [] == b?.organisers ?? []
            && a?.noun?.population == b?.noun?.population
    }

    private static let words: Words = "或者 或是 或"
    private static let marks: Set<Glyph> = [
        Char.comma, Char.enumerationComma, Char.openParenthesis, Char.closeParenthesis, Char.newline,
    ]
    private static let ends: Set<Glyph> = [Char.fullStop, Char.semicolon]
}

extension Rule {
    /// Whether a figure of another rule may stand beside this one's as an alternative: amounts beside amounts, lengths ahead
    /// beside lengths ahead; limits beside limits.
    func canStandBeside(_ other: Rule) -> Bool {
        let amounts: Set<Measure> = [.count, .headcount, .duration, .hours]
        let isAlike =
            amounts.contains(measure)
            ? amounts.contains(other.measure) && unit != .percent && other.unit != .percent
            : [.leadTime, .deadline].contains(measure) && measure == other.measure
        let isOfActivities = bearer == .activity || measure == .leadTime || measure == .deadline
        let otherIs = other.bearer == .activity || other.measure == .leadTime || other.measure == .deadline
        return isAlike && isOfActivities == otherIs && (comparison == .atMost) == (other.comparison == .atMost)
    }
}
