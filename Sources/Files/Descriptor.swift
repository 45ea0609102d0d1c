import Glibc

/// Writes all bytes to an open descriptor; `path` names it in a failure.
public func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at path: String) throws {
    var rest = bytes
    while !rest.isEmpty {
        let count = write(descriptor, rest.baseAddress, min(rest.count, 1 << 30))
        if count < 0, errno == EINTR { continue }
        if count < 0, errno == EAGAIN {
            // Somebody handed in a descriptor that does not wait by itself.
            var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = poll(&waiting, 1, -1)
            continue
        }
        guard count > 0 else { throw FileTrouble(path: path, cause: .system(count < 0 ? errno : ENOSPC)) }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
}
