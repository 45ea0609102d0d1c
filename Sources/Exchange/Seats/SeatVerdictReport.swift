public import Formats
public import Seats
public import Vocabulary

/// Why a person sits where they sit, and nowhere else.
public struct SeatVerdictReport {
    private let person: Int
    private let verdicts: [SeatVerdict]
    private let language: Language

    public init(_ person: Int, _ verdicts: [SeatVerdict], language: Language) {
        self.person = person
        self.verdicts = verdicts
        self.language = language
    }

    /// Seats first, then what was open, then how many classes were for others.
    public func write(to output: ByteOutput) {
        let text = SeatText(language)
        let zh = language == .zh
        let seated = verdicts.filter(\.isSeated)
        let others = verdicts.filter { !$0.isSeated && $0.reasons != [.notEligible] }
        output.write(zh ? "人员\(person)\n" : "person \(person)\n")
        if seated.isEmpty { output.write(zh ? "没有名额\n" : "has no seat\n") }
        for verdict in seated + others {
            let mark = verdict.isSeated ? "✓" : "–"
            let reasons = verdict.reasons.map { text.reason($0) }.joined(separator: zh ? "；" : "; ")
            output.write(
                zh ? "  \(mark) 班次\(verdict.classID)：\(reasons)\n" : "  \(mark) class \(verdict.classID): \(reasons)\n")
        }
        let closed = verdicts.count - seated.count - others.count
        if closed > 0 { output.write(zh ? "另有\(closed)个班不以其为调训对象\n" : "\(closed) more classes are for others\n") }
    }

    public func writeJSON(to output: ByteOutput) {
        let texts = (SeatText(.zh), SeatText(.en))
        var json = JSONWriter(output)
        json.object(onLines: true) { json in
            json.field("person", person)
            json.key("classes")
            json.list(verdicts, onLines: true) { json, verdict in
                json.object { json in
                    json.field("class", verdict.classID)
                    json.field("seated", verdict.isSeated)
                    json.field("price", verdict.price)
                    json.key("reasons")
                    json.list(verdict.reasons) { json, reason in
                        json.object { json in
                            json.field("key", SeatText.key(of: reason))
                            json.field("sentenceZh", texts.0.reason(reason))
                            json.field("sentenceEn", texts.1.reason(reason))
                        }
                    }
                }
            }
        }
        json.endLine()
    }
}
