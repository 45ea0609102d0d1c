import CBarrier
import Glibc

/// Starts the server, and starts it again where a fault ended it: what one page did ends that page only.
///
/// A server that ends by itself, well or not, ends its attendant with the same exit code; a signal to end is passed on.
public struct Attendant {
    /// What a person at the terminal should know.
    public enum Event: Equatable, Sendable {
        /// The server fell by this signal and is started again; these pages stay closed from now on.
        case fell(signal: Int32, closed: [String])
        /// It fell so often before it could serve that another start would not help.
        case givenUp(signal: Int32)
        /// It could not be started at all.
        case notStarted
    }

    /// How a server ended, of which it says nothing itself.
    public static let broken: Int32 = 3
    /// Falls in a row, each before a page could be served.
    private static let mostFallsAtStart = 3
    private static let marker = "XINGZHI_BOARD"

    private let board: Board
    private let tell: (Event) -> Void
    /// Pages that were in the making when the server fell, and no thread told which it was: how often.
    private var suspicions: [UInt64: Int] = [:]
    private var fallsAtStart = 0
    /// When the last falls were, in seconds.
    private var falls: [Int] = []

    private init(board: Board, tell: @escaping (Event) -> Void) {
        self.board = board
        self.tell = tell
    }

    /// Runs this program again under an attendant, until it ends; its exit code. What is said where somebody sends the
    /// attendant a signal that it outlives, `outlived` gives beforehand: in a handler nothing can be made any more.
    public static func attend(outlived: (Int32) -> String, tell: @escaping (Event) -> Void) -> Int32 {
        guard let board = Board() else {
            tell(.notStarted)
            return broken
        }
        var attendant = Attendant(board: board, tell: tell)
        setenv(marker, "3", 1)
        xz_pass_on_signals()
        for signal in Self.outlivedSignals { xz_outlive(signal, outlived(signal) + "\n") }
        return attendant.run()
    }

    /// The board of the attendant that started this process; nil where nobody did. Asked once.
    static func inheritedBoard() -> Board? {
        guard let marked = getenv(marker), strcmp(marked, "3") == 0 else { return nil }
        unsetenv(marker)
        return Board(inherited: Int32(XZ_BOARD))
    }

    private mutating func run() -> Int32 {
        while true {
            guard let process = start() else {
                tell(.notStarted)
                return Self.broken
            }
            xz_pass_on_to(process)
            let status = Self.wait(for: process)
            xz_pass_on_to(0)
            let signal = status & 0x7F
            guard signal != 0 else { return status >> 8 & 0xFF }
            if xz_asked_to_end() != 0 { return [SIGTERM, SIGINT].contains(signal) ? 0 : Self.broken }
            guard learn(from: signal) else {
                tell(.givenUp(signal: signal))
                return Self.broken
            }
            rest()
            if xz_asked_to_end() != 0 { return 0 }
        }
    }

    private func start() -> pid_t? {
        let arguments = CommandLine.arguments.map { strdup($0) } + [nil]
        defer { for text in arguments { free(text) } }
        let process = xz_start(arguments, board.descriptor)
        return process > 0 ? process : nil
    }

    private static func wait(for process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    /// Signals of a process's own making. That it was killed may mean that a page took all the memory.
    private static let faults: Set<Int32> = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS]

    /// What else would end a process: sent by somebody to the attendant, it says nothing of the server.
    private static let outlivedSignals =
        faults.sorted() + [SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGXCPU]

    /// Closes the page that made the server fall; false where it fell too often before it served.
    private mutating func learn(from signal: Int32) -> Bool {
        var wasFault = false
        let caught = xz_caught(board.memory, &wasFault)
        var closed = board.pages(XZ_FELL)
        if closed.isEmpty {
            let unfinished = board.pages(XZ_MADE)
            // A fault on a thread that makes no page itself, such as one of those that count for it: the page is still
            // unfinished. So it is where the fault left no time to tell. Somebody else's signal says nothing of pages.
            let isFault = wasFault || (caught == 0 && Self.faults.contains(signal))
            if isFault, unfinished.count == 1 {
                closed = unfinished
            } else if isFault || (caught == 0 && signal == SIGKILL) {
                for slot in unfinished { suspicions[board.key(slot), default: 0] += 1 }
                closed = unfinished.filter { suspicions[board.key($0), default: 0] > 1 }
            }
        }
        for slot in closed { xz_close(board.memory, board.key(slot)) }
        let texts = closed.map(board.text)
        fallsAtStart = xz_has_served(board.memory) ? 0 : fallsAtStart + 1
        xz_board_clear(board.memory)
        guard fallsAtStart < Self.mostFallsAtStart else { return false }
        tell(.fell(signal: signal, closed: texts))
        return true
    }

    /// At once the first times; where falls come thick, a little later each time, so that a machine is not kept busy by it.
    private mutating func rest() {
        let now = time(nil)
        falls = (falls + [now]).suffix(20).filter { $0 > now - 60 }
        let seconds = max(fallsAtStart - 1, min(5, falls.count / 4))
        if seconds > 0 { sleep(UInt32(seconds)) }
    }
}
