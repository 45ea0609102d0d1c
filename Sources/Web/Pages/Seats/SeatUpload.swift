import Exchange
import Hummingbird
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
        guard let boundary = Self.boundary(in: contentType) else {
            let fields = Query(parsing: String(decoding: body, as: UTF8.self))
            name = fields["name"] ?? ""
            pasted = fields["text"] ?? ""
            return
        }
        for part in Self.parts(body, boundary: boundary) {
            switch part.name {
            case "name": name = String(decoding: part.content, as: UTF8.self).unpiled
            case "text": pasted = String(decoding: part.content, as: UTF8.self)
            case "file":
                file = Array(part.content)
                fileName = part.fileName ?? ""
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

    /// More than the headers of a part ever take.
    private static let mostOfHead = 8 << 10

    private struct Part {
        var name: String
        var fileName: String?
        var content: ArraySlice<UInt8>
    }

    private static func boundary(in contentType: String) -> String? {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let start = contentType.firstRange(of: "boundary=")?.upperBound
        else { return nil }
        let text = contentType[start...].prefix { $0 != ";" }
        return text.hasPrefix("\"") ? String(text.dropFirst().prefix { $0 != "\"" }) : String(text)
    }

    /// RFC 7578: parts between lines of the boundary, each with headers, an empty line and its content.
    private static func parts(_ body: [UInt8], boundary: String) -> [Part] {
        let line = Array("--\(boundary)".utf8)
        var parts: [Part] = []
        var ends: [Int] = []
        var at = 0
        while at + line.count <= body.count {
            if body[at] == line[0], (at == 0 || body[at - 1] == 0x0A), body[at..<(at + line.count)].elementsEqual(line)
            {
                ends.append(at)
                at += line.count
            } else {
                at += 1
            }
        }
        for (start, end) in zip(ends, ends.dropFirst()) {
            let part = body[(start + line.count)..<end]
            guard let gap = emptyLine(part) else { continue }
            guard gap - part.startIndex <= mostOfHead else { continue }
            let head = String(decoding: part[..<gap], as: UTF8.self).unpiled
            guard let name = parameter("name", of: head) else { continue }
            let content = part[(gap + 4)...].dropLast(2)
            parts.append(Part(name: name, fileName: parameter("filename", of: head), content: content))
        }
        return parts
    }

    private static func emptyLine(_ part: ArraySlice<UInt8>) -> Int? {
        var at = part.startIndex
        while at + 4 <= part.endIndex {
            if part[at] == 0x0D, part[at + 1] == 0x0A, part[at + 2] == 0x0D, part[at + 3] == 0x0A { return at }
            at += 1
        }
        return nil
    }

    private static func parameter(_ name: String, of head: String) -> String? {
        guard let start = head.firstRange(of: "; \(name)=\"")?.upperBound else { return nil }
        return String(head[start...].prefix { $0 != "\"" })
    }
}
