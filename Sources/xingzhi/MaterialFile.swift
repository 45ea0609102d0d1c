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
            throw unreadable(path, errno)
        }
        do {
            let data = try handle.read(upToCount: sizeLimit + 1) ?? Data()
            guard data.count <= sizeLimit else { throw tooLarge(path) }
            return [UInt8](data)
        } catch let trouble as Trouble {
            throw trouble
        } catch {
            let system = (error as? CocoaError)?.underlying as? POSIXError
            throw unreadable(path, system?.code.rawValue ?? EIO)
        }
    }

    private static func tooLarge(_ path: String) -> Trouble {
        .unusable("\(path) 太大，最多 \(sizeLimit >> 20) MB。", "\(path) is too large: at most \(sizeLimit >> 20) MB.")
    }

    private static func unreadable(_ path: String, _ number: Int32) -> Trouble {
        let reason = FileTroubleText.reason(number, in: Speaking.language)
        return .unusable("无法读取 \(path)：\(reason)", "Cannot read \(path): \(reason)")
    }

    static func text(at path: String) throws -> String {
        guard let text = String(validating: try bytes(at: path), as: UTF8.self) else {
            throw Trouble.unusable("\(path) 不是 UTF-8 文本", "\(path) is not UTF-8 text")
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }
}
