import Exchange
import Formats
import Pages
import Seats
import Spelling

/// A year that somebody hands in: as a file or pasted, with a name.
struct SeatUpload: Equatable, Sendable {
    var name = ""
    /// What was pasted; shown again where it could not be read.
    var pasted = ""
    var fileName = ""
    var file: [UInt8] = []

    /// A city's year of 20,000 people takes 0.4 MB.
    static let limitInBytes = 8 << 20
    static let mostPeople = 200_000
    /// The page of a plan shows each unit's year.
    static let mostUnits = 20_000
    /// People times classes: the planner keeps one byte for each.
    static let mostPairs = 40_000_000

    enum Trouble: Error, Equatable {
        case nothing
        case unreadable(UnreadableJSON)
        case trouble(SeatTrouble)
        case tooMany(people: Int, classes: Int)
        case tooManyUnits(Int)
    }

    init() {}

    init(_ body: [UInt8], contentType: String) {
        guard var reader = MultipartReader(contentType: contentType) else {
            let fields = Query(parsing: String(decoding: body, as: UTF8.self))
            name = fields["name"] ?? ""
            pasted = fields["text"] ?? ""
            return
        }
        var parts: [(head: MultipartHead, content: [UInt8])] = []
        do {
            try reader.take(body) { event in
                switch event {
                case .part(let head): parts.append((head, []))
                case .content(let bytes): parts[parts.count - 1].content += bytes
                case .end: break
                }
            }
        } catch {
            // What came before it broke is shown again.
        }
        for (head, content) in parts {
            switch head.name {
            case "name": name = String(decoding: content, as: UTF8.self).unpiled
            case "text": pasted = String(decoding: content, as: UTF8.self)
            case "file":
                file = content
                fileName = (head.fileName ?? "").unpiled
            default: break
            }
        }
    }

    /// What the file is called, as a name of the year; nil where it is no name.
    var nameOfFile: String? {
        do { return try TextRule.name.spelled(String(fileName.prefix { $0 != "." }.prefix(60))) } catch { return nil }
    }

    /// The instance, tested; the file goes before what was pasted.
    func instance() throws(Trouble) -> SeatInstance {
        var bytes = file.isEmpty ? Array(pasted.utf8) : file
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
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
}
