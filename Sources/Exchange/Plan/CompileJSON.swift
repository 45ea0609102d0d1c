public import Formats
public import Plans
public import Vocabulary

/// What `xingzhi plan compile --format json` prints: the shape of the compile contract, keys in its order.
public struct CompileJSON {
    private let title: String
    private let tasks: [PlanTask]
    private let findings: [Finding]
    private let passedOver: [Passed]
    private let language: Language
    private let message: (Finding) -> String

    /// A number that no obligation was made of.
    public struct Passed {
        var quote: String
        var place: SourcePlace
        var reason: String

        public init(quote: String, place: SourcePlace, reason: String) {
            self.quote = quote
            self.place = place
            self.reason = reason
        }
    }

    public init(
        title: String, tasks: [PlanTask], findings: [Finding], passedOver: [Passed] = [], language: Language = .zh,
        message: @escaping (Finding) -> String
    ) {
        self.title = title
        self.tasks = tasks
        self.findings = findings
        self.passedOver = passedOver
        self.language = language
        self.message = message
    }

    public func write(to output: ByteOutput) {
        var json = JSONWriter(output)
        json.object(onLines: true) { json in
            json.field("title", title)
            json.key("tasks")
            json.list(tasks, onLines: true, task)
            json.key("findings")
            json.list(findings, onLines: true, finding)
            json.key("passedOver")
            json.list(passedOver, onLines: true, passed)
        }
        json.endLine()
    }

    private func task(_ json: inout JSONWriter, _ task: PlanTask) {
        json.object { json in
            json.field("number", task.number)
            json.field("title", task.title)
            json.field("lead", task.lead)
            json.field("responsible", task.responsible)
            json.key("obligations")
            json.list(task.obligations, onLines: true) { json, obligation in
                json.object { json in
                    json.contractFields(obligation) { QuestionText.sentence($0, in: language) }
                }
            }
        }
    }

    private func passed(_ json: inout JSONWriter, _ passed: Passed) {
        json.object { json in
            json.field("quote", passed.quote)
            json.field("start", passed.place.start)
            json.field("end", passed.place.end)
            json.field("reason", passed.reason)
        }
    }

    private func finding(_ json: inout JSONWriter, _ finding: Finding) {
        json.object { json in
            json.field("severity", finding.severity.rawValue)
            json.field("line", finding.place?.line)
            json.field("column", finding.place?.column)
            json.field("key", finding.key)
            json.field("message", message(finding))
        }
    }
}
