public import Files
import Glibc
public import Vocabulary

/// What is said where a file could not be written.
public enum FileTroubleText {
    public static func sentence(_ trouble: FileTrouble, in language: Language) -> String {
        let name = trouble.path == "stdout" && language == .zh ? "标准输出" : trouble.path
        let reason = reason(trouble.number, in: language)
        switch trouble.cause {
        case .system:
            return language == .zh ? "无法写入 \(name)：\(reason)。" : "Cannot write \(name): \(reason)."
        case .draft(let directory, _):
            return language == .zh
                ? "无法写入 \(name)：不能在目录 \(directory) 中新建文件，\(reason)。"
                : "Cannot write \(name): no file can be made in the directory \(directory): \(reason)."
        }
    }

    /// The system's reason. Those that a user meets are said in Chinese; the others as the system says them.
    public static func reason(_ number: Int32, in language: Language) -> String {
        let system = String(cString: strerror(number))
        guard language == .zh else { return system }
        return switch number {
        case ENOSPC: "磁盘已满"
        case EDQUOT: "超出磁盘配额"
        case EFBIG: "文件超出允许的大小"
        case EACCES, EPERM: "没有权限"
        case EROFS: "文件系统只读"
        case ENOENT: "文件或目录不存在"
        case EEXIST: "已有同名的文件"
        case ENOTDIR: "路径中有一段不是目录"
        case EISDIR: "是目录，不是文件"
        case ENAMETOOLONG: "文件名太长"
        case ELOOP: "链接绕成一圈"
        case EPIPE: "对方已停止读取"
        case ENXIO: "没有读取的一方，或设备不存在"
        case EBADF: "未打开，或不可写入"
        case EBUSY, ETXTBSY: "正在使用"
        case EMFILE, ENFILE: "打开的文件太多"
        case EINVAL: "不是可以写入的普通文件"
        case EIO: "读写出错"
        default: system
        }
    }
}
