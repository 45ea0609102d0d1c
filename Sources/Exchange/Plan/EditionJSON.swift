public import Formats
public import Plans
import Vocabulary

/// What `xingzhi export edition` prints: every rule in force with all that the engine uses (docs/ledger.md).
public struct EditionJSON {
    private let edition: PlanEdition

    public init(_ edition: PlanEdition) { self.edition = edition }

    public func write(to output: ByteOutput) {
        var json = JSONWriter(output)
        json.object(onLines: true) { json in
            json.field("edition", edition.number)
            json.field("title", edition.title)
            json.field("inForce", edition.inForce.iso)
            json.field("publishedOn", edition.publishedOn.iso)
            json.key("tasks")
            json.list(edition.tasks, onLines: true) { json, task in
                json.object { json in
                    json.field("number", task.number)
                    json.field("title", task.title)
                    json.field("lead", task.lead)
                    json.field("responsible", task.responsible)
                }
            }
            json.key("obligations")
            json.list(edition.obligations, onLines: true) { json, obligation in
                json.object { json in
                    json.field("task", obligation.task)
                    json.contractFields(obligation) { QuestionText.sentence($0, in: .zh) }
                    if let since = obligation.since { json.field("since", since.iso) }
                    json.key("binding")
                    binding(&json, obligation.binding)
                }
            }
            json.key("kinds")
            json.list(edition.kinds.entries, onLines: true) { json, entry in
                json.object { json in
                    json.field("kind", entry.kind.rawValue)
                    json.field("nameZh", entry.nameZh)
                    json.field("nameEn", entry.nameEn)
                    json.field("wider", entry.wider?.rawValue)
                }
            }
            json.key("dismissed")
            json.list(edition.dismissed, onLines: true) { json, dismissal in
                json.object { json in
                    json.field("task", dismissal.task)
                    json.field("quote", dismissal.quote)
                    json.field("reason", dismissal.reason)
                }
            }
        }
        json.endLine()
    }

    private func binding(_ json: inout JSONWriter, _ binding: Binding?) {
        guard let binding else { return json.null() }
        json.object { json in
            json.key("kinds")
            if let kinds = binding.kinds { json.list(kinds.map(\.rawValue)) } else { json.null() }
            json.field("topics", binding.topics.map(\.rawValue))
            json.field("audience", binding.audience.map(\.rawValue))
            json.field("roles", binding.roles.map(\.rawValue))
            json.key("population")
            population(&json, binding.population)
            json.field("answerable", binding.answerable)
            json.key("length")
            length(&json, binding.length)
            json.field("shareOf", binding.shareOf?.rawValue)
            json.field("deadlineFrom", binding.deadlineFrom?.rawValue)
            json.field("document", binding.document)
            json.field("namesPersons", binding.namesPersons)
            provincial(&json, binding)
        }
    }

    /// What a rule may ask besides; each null where it does not.
    private func provincial(_ json: inout JSONWriter, _ binding: Binding) {
        json.key("membership")
        json.object(binding.membership) { json, membership in
            json.field("reckoning", membership.reckoning.rawValue)
            json.field("excusesLate", membership.excusesLate)
            json.field("onTheDay", membership.onTheDay)
        }
        json.field("credit", binding.credit?.rawValue)
        json.key("tiers")
        tiers(&json, binding.tiers)
        json.field("passShare", binding.passShare)
        json.key("distinctKinds")
        if let distinct = binding.distinctKinds { json.value(distinct) } else { json.null() }
        json.key("conditions")
        json.object(binding.conditions) { json, conditions in
            json.field("topics", conditions.topics.map(\.rawValue))
            json.field("filedAhead", conditions.filedAhead)
            json.field("reportedWithin", conditions.reportedWithin)
        }
        json.field("step", binding.step?.code)
        guard let alternatives = binding.alternatives else { return }
        json.key("alternatives")
        json.list(alternatives) { json, own in
            json.object(own) { json, own in
                json.key("kinds")
                if let kinds = own.kinds { json.list(kinds.map(\.rawValue)) } else { json.null() }
                json.field("topics", own.topics.map(\.rawValue))
                json.field("roles", own.roles.map(\.rawValue))
                json.key("length")
                length(&json, own.length)
                json.key("tiers")
                tiers(&json, own.tiers)
                json.field("document", own.document)
            }
        }
    }

    private func tiers(_ json: inout JSONWriter, _ tiers: [ValueTier]?) {
        guard let tiers else { return json.null() }
        json.list(tiers) { json, tier in
            json.object { json in
                json.field("category", tier.category.rawValue)
                json.field("value", tier.value)
            }
        }
    }

    private func population(_ json: inout JSONWriter, _ population: Population) {
        json.object { json in
            json.field("code", population.code)
            json.field("nameZh", population.nameZh)
            json.field("nameEn", population.nameEn)
            json.field("subjects", population.subjects.rawValue)
            json.field("categories", population.categories.map(\.rawValue))
            json.field("unitKinds", population.unitKinds.map(\.rawValue))
            json.field("teamKinds", population.teamKinds.map(\.rawValue))
            json.field("teamRole", population.teamRole?.rawValue)
            json.field("roster", population.roster)
            json.field("sex", population.sex?.rawValue)
        }
    }

    private func length(_ json: inout JSONWriter, _ length: LengthCondition?) {
        json.object(length) { json, length in
            json.field("op", length.comparison.rawValue)
            json.field("value", length.value)
            json.field("upper", length.upper)
            json.field("unit", length.unit.rawValue)
        }
    }
}

extension JSONWriter {
    /// An object of what there is, else null.
    fileprivate mutating func object<Value>(_ value: Value?, _ body: (inout JSONWriter, Value) -> Void) {
        guard let value else { return null() }
        object { json in body(&json, value) }
    }
}
