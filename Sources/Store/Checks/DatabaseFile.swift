import Foundation

/// A database as a file, before any engine has opened it: what its first bytes, its size and its neighbours tell.
struct DatabaseFile {
    var path: String

    private static let magic = Array("SQLite format 3\0".utf8)

    /// Nil where an engine may open it, or where there is neither a database nor a trace of one.
    var fault: DatabaseFault? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { return .unreadable(String(cString: strerror(errno))) }
            let traces = traces
            return traces.isEmpty ? nil : .fileMissing(beside: traces)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { return .notADatabase }
        guard status.st_size > 0 else { return .emptyFile }
        // What an engine of ours has open it has looked into, and looking on would take its locks away.
        if OpenFiles.isHeld(status) { return nil }
        let header: [UInt8]
        do { header = try firstBytes(100) } catch { return .unreadable(String(cString: strerror(error.code.rawValue))) }
        guard header.count == 100, header.starts(with: Self.magic) else { return .notADatabase }
        return fault(ofHeader: header, size: Int(status.st_size))
    }

    /// The layout of these bytes: sqlite.org/fileformat2.html#the_database_header.
    private func fault(ofHeader header: [UInt8], size: Int) -> DatabaseFault? {
        func number(_ place: Int, _ count: Int) -> Int {
            header[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
        }
        let pageSize = number(16, 2) == 1 ? 65_536 : number(16, 2)
        guard pageSize >= 512, pageSize & (pageSize - 1) == 0 else { return .structure("page size \(pageSize)") }
        // The number of pages is only good where the same change wrote it; a log may hold pages that are not here yet.
        guard number(24, 4) == number(92, 4), Self.size(of: path + "-wal") == 0 else { return nil }
        let expected = number(28, 4) * pageSize
        return size < expected ? .cutShort(bytes: size, expected: expected) : nil
    }

    /// What is made only beside a database: without one it tells that one was there.
    private var traces: [String] {
        let directory = (path as NSString).deletingLastPathComponent
        let name = (path as NSString).lastPathComponent
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else { return [] }
        return names.filter { other in
            guard other == name + "-wal" || other == "columns.image" || other.hasPrefix(name + ".replaced-") else {
                return false
            }
            return Self.size(of: directory + "/" + other) > 0
        }.sorted()
    }

    private func firstBytes(_ count: Int) throws(POSIXError) -> [UInt8] {
        let file = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: count)
        let read = pread(file, &bytes, count, 0)
        guard read >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        return Array(bytes.prefix(read))
    }

    /// 0 where there is no such file.
    static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
