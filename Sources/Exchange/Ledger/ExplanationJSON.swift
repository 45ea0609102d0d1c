public import Formats
public import LedgerEngine
public import Plans
import Records
import Vocabulary

/// What `xingzhi ledger explain --format json` prints: the entry, then what counted, what did not and why.
public struct ExplanationJSON {
    private let explanation: Explanation
    private let unit: CountingUnit
    private let question: Question?
    private let obligation: Obligation

    public init(_ explanation: Explanation, of obligation: Obligation) {
        self.explanation = explanation
        unit = LedgerText.unit(of: obligation, explanation.entry)
        self.obligation = obligation
        question = obligation.executable ? nil : obligation.question
    }

    public func write(to output: ByteOutput) {
        let entry = explanation.entry
        var json = JSONWriter(output)
        json.object(onLines: true) { json in
            json.field("obligation", entry.obligation)
            json.key("subject")
            json.object { $0.fields(of: entry.subject) }
            json.field("unit", entry.unit)
            json.field("from", entry.from.iso)
            json.field("to", entry.to?.iso)
            json.field("required", explanation.required)
            json.field("done", entry.done)
            json.field("population", entry.population)
            json.field("standing", entry.standing.rawValue)
            json.field("forecast", entry.forecast)
            json.key("counted")
            counted(&json, explanation.counted)
            json.key("notCounted")
            notCounted(&json, explanation.notCounted)
            json.field("excusedCount", explanation.excusedCount)
            json.key("excused")
            json.list(explanation.excused, onLines: true) { json, excused in
                json.object { json in
                    json.fields(of: excused.subject)
                    json.field("reason", LedgerText.key(of: excused.reason))
                    json.sentences { LedgerText.excuse(excused.reason, in: $0) }
                }
            }
            json.key("outstanding")
            if let outstanding = explanation.outstanding {
                json.list(outstanding, onLines: true) { json, subject in
                    json.object { $0.fields(of: subject) }
                }
            } else {
                json.null()
            }
            json.field("nextDue", explanation.nextDue?.iso)
            json.key("wouldHelp")
            wouldHelp(&json)
            outside(&json)
            json.key("workingDays")
            json.list(explanation.workingYears) { json, year in
                json.object { json in
                    json.field("year", year.year)
                    json.field("source", year.source)
                    json.field("estimated", year.source == nil)
                }
            }
            json.key("question")
            if let question {
                json.object { json in json.sentences { QuestionText.sentence(question, in: $0) } }
            } else {
                json.null()
            }
            alternatives(&json)
        }
        json.endLine()
    }

    private func counted(_ json: inout JSONWriter, _ records: [CountedRecord]) {
        json.list(records, onLines: true) { json, counted in
            json.object { json in
                json.record(counted.record, on: counted.day)
                json.field("amount", counted.amount)
            }
        }
    }

    private func notCounted(_ json: inout JSONWriter, _ records: [UncountedRecord]) {
        json.list(records, onLines: true) { json, uncounted in
            json.object { json in
                json.record(uncounted.record, on: uncounted.day)
                json.field("reason", LedgerText.key(of: uncounted.reason))
                json.field("participations", uncounted.participations)
                json.sentences { LedgerText.reason(uncounted, of: obligation, in: $0) }
            }
        }
    }

    /// Where any of several figures does: each of them, with the records that it was counted from.
    private func alternatives(_ json: inout JSONWriter) {
        guard obligation.rule.isEither else { return }
        let either = explanation.entry.alternatives
        json.field("nearest", either?.nearest)
        json.key("alternatives")
        json.list(Array(0..<obligation.rule.figureCount), onLines: true) { json, number in
            json.object { json in
                json.field("unit", obligation.rule.choice(number).unit.rawValue)
                if let figure = either?.figures[number] { json.fields(of: figure) }
                if let looked = explanation.alternatives?[number] {
                    json.key("counted")
                    counted(&json, looked.counted)
                    json.key("notCounted")
                    notCounted(&json, looked.notCounted)
                }
            }
        }
    }

    private func outside(_ json: inout JSONWriter) {
        json.key("outside")
        guard let outside = explanation.outside else { return json.null() }
        json.object { json in
            json.field("ended", outside.ended.iso)
            json.field("inForce", outside.inForce.iso)
            json.sentences { LedgerText.outside(outside, in: $0) }
        }
    }

    private func wouldHelp(_ json: inout JSONWriter) {
        guard let remedy = explanation.wouldHelp else { return json.null() }
        json.object { json in
            json.field("key", LedgerText.key(of: remedy))
            switch remedy {
            case .more(let amount, let by):
                json.field("amount", amount)
                json.field("by", by?.iso)
            case .reach(let subjects, let by):
                json.field("amount", subjects)
                json.field("by", by?.iso)
            case .soon, .tooLate:
                json.field("amount", nil as Int?)
                json.field("by", nil as String?)
            }
            json.sentences { LedgerText.remedy(remedy, of: obligation, explanation.entry, in: $0) }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func record(_ record: RecordReference, on day: Day) {
        field("record", record.code)
        field("kind", record.kind.rawValue)
        field("day", day.iso)
    }

    fileprivate mutating func sentences(_ sentence: (Language) -> String) {
        field("sentenceZh", sentence(.zh))
        field("sentenceEn", sentence(.en))
    }
}
