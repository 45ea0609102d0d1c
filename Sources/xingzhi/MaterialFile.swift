import Exchange
import Foundation
import Glibc

/// A file that the user hands in.
enum MaterialFile {
    /// A plan far beyond any that was ever written; the compiler's own limit is lower.
    static let sizeLimit = 64 << 20

    /// `-` is standard input.
    static func bytes(at path: String) throws -> [UInt8] {
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue {
            throw Trouble.unusable("\(path) 是目录，不是文件", "\(path) is a directory, not a file")
        }
        let handle: FileHandle
        if path == "-" {
            handle = .standardInput
        } else if let opened = FileHandle(forReadingAtPath: path) {
            handle = opened
        } else {
            let reason = String(cString: strerror(errno))
            throw Trouble.unusable("无法读取 \(path)：\(reason)", "Cannot read \(path): \(reason)")
        }
        do {
            let data = try handle.read(upToCount: sizeLimit + 1) ?? Data()
            guard data.count <= sizeLimit else { throw Trouble.unusable("\(path) 太大", "\(path) is too large") }
            return [UInt8](data)
        } catch let trouble as Trouble {
            throw trouble
        } catch {
            throw Trouble.unusable(
                "无法读取 \(path)：\(error.localizedDescription)", "Cannot read \(path): \(error.localizedDescription)")
        }
    }

    static func text(at path: String) throws -> String {
        guard let text = String(validating: try bytes(at: path), as: UTF8.self) else {
            throw Trouble.unusable("\(path) 不是 UTF-8 文本", "\(path) is not UTF-8 text")
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }
}
