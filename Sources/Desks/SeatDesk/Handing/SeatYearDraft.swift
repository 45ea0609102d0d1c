import Exchange
import Pages
import Seats
import Spelling
import Store
import Vocabulary

/// A year that somebody hands in: as a file or pasted, with a name.
struct SeatYearDraft: Sendable {
    var name = ""
    var file: EvidenceFile?
    var text = ""

    static let form = Form<SeatYearDraft>(
        .init(
            Words("年度班次与人员", "Classes and people of a year"),
            .text(
                \.name, "name", Words("名称", "Name"),
                hint: Words("如2027年度；不填则用文件名", "Such as 2027; else the name of the file"), isRequired: false,
                rule: .name),
            .file(
                \.file, "file", Words("文件（JSON）", "File (JSON)"),
                hint: Words("最大\(mostBytes >> 20) MB", "At most \(mostBytes >> 20) MB"), endings: ["json"],
                isRequired: false),
            .pasted(\.text, "text", Words("或把内容粘贴在这里", "Or paste it here"))))

    /// A city's year of 20,000 people takes 0.4 MB.
    static let mostBytes = 8 << 20
    static let mostPeople = 200_000
    /// The page of a year shows each unit's weeks.
    static let mostUnits = 20_000
    /// People times classes: the planner keeps one byte for each.
    static let mostPairs = 40_000_000

    enum Trouble: Error, Equatable {
        case nothing
        case tooLarge
        case unreadable(UnreadableJSON)
        case trouble(SeatTrouble)
        case tooMany(people: Int, classes: Int)
        case tooManyUnits(Int)
    }

    /// What the year is called: as was typed, else as its file.
    var title: String {
        if !name.isEmpty { return name }
        let stem = (file?.name ?? "").prefix { $0 != "." }.prefix(60)
        do { return try TextRule.name.spelled(String(stem)) } catch { return "未命名年度" }
    }

    /// The classes and people, tested; the file goes before what was pasted. Throws `Trouble`.
    func instance(_ store: EvidenceStore?) throws -> SeatInstance {
        var bytes = Array(text.utf8)
        if let file {
            guard file.bytes <= Self.mostBytes else { throw Trouble.tooLarge }
            guard let stored = try store?.bytes(of: file) else { throw Trouble.nothing }
            bytes = stored
        }
        return try Self.instance(bytes)
    }

    static func instance(_ sent: [UInt8]) throws(Trouble) -> SeatInstance {
        let bytes = sent.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(sent.dropFirst(3)) : sent
        if bytes.allSatisfy({ $0 <= 0x20 }) { throw .nothing }
        let instance: SeatInstance
        do { instance = try SeatFile.instance(bytes) } catch { throw .unreadable(error) }
        let (people, classes) = (instance.persons.count, instance.classes.count)
        if people > Self.mostPeople || people * classes > Self.mostPairs {
            throw .tooMany(people: people, classes: classes)
        }
        if instance.unitKind.count > Self.mostUnits { throw .tooManyUnits(instance.unitKind.count) }
        do { try instance.validate() } catch { throw .trouble(error) }
        if people == 0 || classes == 0 { throw .tooMany(people: people, classes: classes) }
        return instance
    }

    /// What is wrong with what was handed in, beside the field that it came in.
    func problems(_ store: EvidenceStore?) throws -> [FormProblem] {
        do { _ = try instance(store) } catch let trouble as Trouble {
            return [FormProblem(trouble == .nothing || file != nil ? "file" : "text", trouble.words)]
        }
        return []
    }

    /// What the year would hold, before it is handed in.
    func remarks(_ store: EvidenceStore?) throws -> HTML {
        let instance = try instance(store)
        let due = instance.persons.weight.count { $0 == SeatInstance.dueWeight }
        let seats = instance.classes.reduce(0) { $0 + $1.cap }
        return .section(
            .p(
                .class("say"),
                .say(
                    "\(instance.persons.count)人、\(instance.classes.count)个班、\(seats)个名额，其中今年到期\(due)人。提交后即开始安排。",
                    "\(instance.persons.count) people, \(instance.classes.count) classes with \(seats) seats; \(due) people are due this year. Once submitted, seats are proposed."
                )))
    }
}

extension SeatYearDraft.Trouble {
    var words: Words {
        func said(_ sentence: (Language) -> String) -> Words { Words(sentence(.zh), sentence(.en)) }
        return switch self {
        case .nothing: Words("请选择文件，或粘贴内容。", "Choose a file or paste its content.")
        case .tooLarge:
            Words(
                "文件超过\(SeatYearDraft.mostBytes >> 20) MB，没有读取。",
                "The file is above \(SeatYearDraft.mostBytes >> 20) MB and was not read.")
        case .unreadable(let error): said { error.sentence(in: $0) }
        case .trouble(let trouble): said { SeatText($0).trouble(trouble) }
        case .tooMany(let people, let classes):
            Words(
                "有\(people)人、\(classes)个班；每项至少一个，最多\(SeatYearDraft.mostPeople)人，人数乘班数不超过4000万。",
                "\(people) people and \(classes) classes; at least one of each, at most \(SeatYearDraft.mostPeople) people, and people times classes at most 40 million."
            )
        case .tooManyUnits(let units):
            Words(
                "有\(units)个单位，最多\(SeatYearDraft.mostUnits)个。",
                "\(units) units; at most \(SeatYearDraft.mostUnits).")
        }
    }
}
