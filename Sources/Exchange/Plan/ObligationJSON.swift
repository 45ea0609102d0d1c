import Formats
import Plans
import Vocabulary

extension JSONWriter {
    /// The fields of an obligation that the compile contract names, in its order.
    mutating func contractFields(_ obligation: Obligation, question: (Question) -> String) {
        let rule = obligation.rule
        field("id", obligation.id)
        field("quote", obligation.quote)
        field("start", obligation.place.start)
        field("end", obligation.place.end)
        field("measure", rule.measure.rawValue)
        field("op", rule.comparison.rawValue)
        field("value", rule.value)
        field("upper", rule.upper)
        field("unit", rule.unit.rawValue)
        field("window", rule.window?.code)
        field("recurs", rule.recurs)
        field("bearer", rule.bearer.rawValue)
        field("group", obligation.group)
        field("lead", obligation.lead)
        field("responsible", obligation.responsible)
        field("activity", obligation.activity?.rawValue)
        field("population", obligation.population)
        field("sentenceZh", obligation.sentenceZh)
        field("sentenceEn", obligation.sentenceEn)
        field("executable", obligation.executable)
        field("question", obligation.question.map(question))
        // Only where any of several figures does: what others print stays as it was.
        if let alternatives = rule.alternatives {
            key("alternatives")
            list(alternatives) { json, other in
                json.object { json in
                    json.field("measure", other.measure.rawValue)
                    json.field("op", other.comparison.rawValue)
                    json.field("value", other.value)
                    json.field("upper", other.upper)
                    json.field("unit", other.unit.rawValue)
                    json.field("activity", other.activity?.rawValue)
                }
            }
        }
    }
}
