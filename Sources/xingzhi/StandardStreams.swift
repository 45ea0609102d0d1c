import Glibc

/// The three streams that every program is started with.
enum StandardStreams {
    /// To be called before anything is opened.
    ///
    /// A stream that was closed is filled in: the first file opened would otherwise take its number, and a ledger printed
    /// to a closed standard output would land in the database. The place-holders fail where they are used the right way.
    static func settle() {
        // A reader that goes away is told by the failing write, which says what to do next; it does not end the process.
        signal(SIGPIPE, SIG_IGN)
        for (descriptor, mode) in [
            (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
        ] where fcntl(descriptor, F_GETFD) < 0 {
            let opened = open("/dev/null", mode)
            if opened != descriptor, opened >= 0 { close(opened) }
        }
    }
}
