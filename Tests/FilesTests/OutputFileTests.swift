import Files
import Foundation
import Testing

/// What is replaced, what is written through, and what is left alone.
@Suite("Files are written whole, and only plain files are replaced")
struct OutputFileTests {
    private func write(_ text: String, at path: String, mode: mode_t = 0o644) throws {
        let file = try OutputFile(at: path, mode: mode)
        do {
            try Data(text.utf8).withUnsafeBytes { try writeAll($0, to: file.descriptor, at: path) }
        } catch {
            file.discard()
            throw error
        }
        try file.keep()
    }

    private func inDirectory(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
        let left = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".part") }
        #expect(left.isEmpty, "a draft was left behind")
    }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    private func status(_ path: String) throws -> stat {
        var status = stat()
        try #require(lstat(path, &status) == 0)
        return status
    }

    private func number(_ body: () throws -> Void) throws -> Int32 {
        var number: Int32 = 0
        do { try body() } catch let trouble as FileTrouble { number = trouble.number }
        return number
    }

    @Test("a new file, and one that is replaced with its mode and owner kept")
    func plain() throws {
        try inDirectory { directory in
            let path = "\(directory)/a"
            try write("one", at: path)
            #expect(try text(path) == "one")
            #expect(chmod(path, 0o640) == 0)
            let isRoot = geteuid() == 0
            if isRoot { #expect(chown(path, 65_534, 65_534) == 0) }
            try write("two", at: path)
            #expect(try text(path) == "two")
            let now = try status(path)
            #expect(now.st_mode & 0o7777 == 0o640)
            if isRoot { #expect(now.st_uid == 65_534 && now.st_gid == 65_534) }
        }
    }

    @Test("what is let go of changes nothing")
    func discarded() throws {
        try inDirectory { directory in
            let path = "\(directory)/a"
            try write("one", at: path)
            let file = try OutputFile(at: path)
            file.discard()
            #expect(try text(path) == "one")
            let new = try OutputFile(at: "\(directory)/b")
            new.discard()
            #expect(!FileManager.default.fileExists(atPath: "\(directory)/b"))
        }
    }

    @Test("a file with two names keeps both")
    func hardLink() throws {
        try inDirectory { directory in
            try write("one, and longer", at: "\(directory)/a")
            #expect(link("\(directory)/a", "\(directory)/b") == 0)
            try write("two", at: "\(directory)/a")
            #expect(try text("\(directory)/a") == "two")
            #expect(try text("\(directory)/b") == "two")
            #expect(try status("\(directory)/a").st_nlink == 2)
        }
    }

    @Test("a link leads to what it names, also where nothing stands there yet")
    func links() throws {
        try inDirectory { directory in
            try FileManager.default.createDirectory(atPath: "\(directory)/d", withIntermediateDirectories: true)
            for (link, target) in [("new", "d/x"), ("absolute", "\(directory)/d/x"), ("twice", "new")] {
                #expect(symlink(target, "\(directory)/\(link)") == 0)
                try write(link, at: "\(directory)/\(link)")
                #expect(try text("\(directory)/d/x") == link)
                #expect(try status("\(directory)/\(link)").st_mode & S_IFMT == S_IFLNK)
            }
            #expect(symlink("loop", "\(directory)/loop") == 0)
            #expect(try number { try write("x", at: "\(directory)/loop") } == ELOOP)
            #expect(symlink("nowhere/x", "\(directory)/dangling") == 0)
            #expect(try number { try write("x", at: "\(directory)/dangling") } == ENOENT)
        }
    }

    @Test("devices are written through, and stay devices")
    func devices() throws {
        try write("x", at: "/dev/null")
        #expect(try status("/dev/null").st_mode & S_IFMT == S_IFCHR)
        #expect(try number { try write("x", at: "/dev/full") } == ENOSPC)
        try inDirectory { directory in
            #expect(symlink("/dev/null", "\(directory)/null") == 0)
            try write("x", at: "\(directory)/null")
            #expect(try status("\(directory)/null").st_mode & S_IFMT == S_IFLNK)
            #expect(try status("/dev/null").st_mode & S_IFMT == S_IFCHR)
        }
    }

    @Test("a pipe is written through")
    func pipes() throws {
        try inDirectory { directory in
            let path = "\(directory)/pipe"
            #expect(mkfifo(path, 0o600) == 0)
            let reader = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            defer { close(reader) }
            try write("through", at: path)
            var bytes = [UInt8](repeating: 0, count: 20)
            #expect(read(reader, &bytes, 20) == 7)
            #expect(try status(path).st_mode & S_IFMT == S_IFIFO)
        }
    }

    @Test("a file held open is written where its holder stands in it", arguments: ["/dev/fd", "/proc/self/fd"])
    func held(directory way: String) throws {
        try inDirectory { directory in
            let path = "\(directory)/log"
            let holder = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            defer { close(holder) }
            #expect(Glibc.write(holder, "before ", 7) == 7)
            try write("middle ", at: "\(way)/\(holder)")
            #expect(Glibc.write(holder, "after", 5) == 5)
            #expect(try text(path) == "before middle after")
        }
    }

    @Test("two who write one file at once both finish, and one of them stands whole")
    func together() throws {
        try inDirectory { directory in
            let path = "\(directory)/a"
            let first = try OutputFile(at: path)
            try write("second", at: path)
            try Data("first".utf8).withUnsafeBytes { try writeAll($0, to: first.descriptor, at: path) }
            #expect(try text(path) == "second")
            try first.keep()
            #expect(try text(path) == "first")
        }
    }

    @Test("a name as long as names may be, and somebody else's .part beside it")
    func names() throws {
        try inDirectory { directory in
            let longest = "\(directory)/" + String(repeating: "长", count: 85)
            try write("x", at: longest)
            #expect(try text(longest) == "x")
            #expect(try number { try write("x", at: longest + "x") } == ENAMETOOLONG)
            try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(directory)/a.part"))
            try write("x", at: "\(directory)/a")
            #expect(try text("\(directory)/a.part") == "mine")
            unlink("\(directory)/a.part")
        }
    }

    @Test("a file of our own is always replaced, over what a killed run left, and never in a device's place")
    func own() throws {
        try inDirectory { directory in
            let path = "\(directory)/image"
            try write("one", at: path)
            #expect(link(path, "\(directory)/kept") == 0)
            #expect(symlink("kept", "\(directory)/image.new") == 0)
            let file = try OutputFile(own: path, draft: "image.new")
            try Data("two".utf8).withUnsafeBytes { try writeAll($0, to: file.descriptor, at: path) }
            try file.keep()
            #expect(try text(path) == "two")
            #expect(try text("\(directory)/kept") == "one")
            #expect(try status(path).st_mode & 0o777 == 0o600)
            #expect(mkfifo("\(directory)/pipe", 0o600) == 0)
            #expect(try number { _ = try OutputFile(own: "\(directory)/pipe", draft: "x.new") } == EINVAL)
        }
    }

    @Test("directories, and places that there are not, are refused")
    func refused() throws {
        try inDirectory { directory in
            #expect(try number { try write("x", at: directory) } == EISDIR)
            #expect(try number { try write("x", at: "\(directory)/") } == EISDIR)
            #expect(try number { try write("x", at: "\(directory)/new/") } == EISDIR)
            #expect(try number { try write("x", at: "\(directory)/no/a") } == ENOENT)
            #expect(try number { try write("x", at: "") } == ENOENT)
            try write("file", at: "\(directory)/a")
            #expect(try number { try write("x", at: "\(directory)/a/b") } == ENOTDIR)
        }
    }

    @Test("a directory that takes no draft is named", .enabled(if: geteuid() == 0, "only root may change who one is"))
    func noDraft() throws {
        try inDirectory { directory in
            try write("one", at: "\(directory)/a")
            #expect(chmod("\(directory)/a", 0o666) == 0)
            try write("closed", at: "\(directory)/closed")
            #expect(chmod("\(directory)/closed", 0o444) == 0)
            #expect(chmod(directory, 0o755) == 0)
            try asSomebodyElse {
                do {
                    try write("two", at: "\(directory)/a")
                    Issue.record("it was written")
                } catch let trouble as FileTrouble {
                    #expect(trouble.cause == .draft(directory: directory, EACCES))
                }
                #expect(try number { try write("x", at: "\(directory)/new") } == EACCES)
            }
            // Where drafts may be made, another's file keeps its owner, and a file closed to writing stays.
            #expect(chmod(directory, 0o777) == 0)
            try asSomebodyElse {
                try write("three", at: "\(directory)/a")
                #expect(try number { try write("x", at: "\(directory)/closed") } == EACCES)
            }
            #expect(try text("\(directory)/a") == "three")
            #expect(try status("\(directory)/a").st_uid == 0)
            #expect(try text("\(directory)/closed") == "closed")
        }
    }

    /// This thread alone meets the files as another user.
    private func asSomebodyElse(_ body: () throws -> Void) throws {
        typealias Setting = @convention(c) (uid_t) -> Int32
        let found = try #require(dlsym(UnsafeMutableRawPointer(bitPattern: 0), "setfsuid"))
        let setUser = unsafeBitCast(found, to: Setting.self)
        _ = setUser(65_534)
        defer { _ = setUser(0) }
        try body()
    }
}
