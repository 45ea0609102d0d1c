import Barrier
import Dispatch
import Glibc
import Hummingbird
import Logging
import Web

/// A server whose pages fall in every way that pages can, for the tests of the barrier: the real one has no such pages.
@main
struct BarrierTrial {
    static func main() async throws {
        guard let barrier = PageBarrier.inherited() else {
            exit(Attendant.attend(outlived: { "outlived(\($0))" }) { say("\($0)") })
        }
        if CommandLine.arguments.contains("fall-at-start") { _ = fall(index: 1) }
        if CommandLine.arguments.contains("end-with-2") { exit(2) }
        let router = Router()
        router.add(middleware: Lanes())
        router.get("/fine") { _, _ in "fine" }
        router.get("/slow") { _, _ in
            usleep(700_000)
            return "slow"
        }
        router.get("/index") { request, _ in fall(index: request.uri.query?.count ?? 0) }
        router.get("/overflow") { request, _ in
            let large = Int8(127)
            return String(large + Int8(request.uri.path.utf8.prefix(1).count))
        }
        router.get("/deep") { request, _ in String(deep(request.uri.path.utf8.count)) }
        router.get("/memory") { request, _ in
            let nowhere = UnsafeMutablePointer<Int>(bitPattern: request.uri.path.utf8.count)
            return String(nowhere?.pointee ?? 0)
        }
        router.get("/abort") { _, _ -> String in abort() }
        router.get("/worker") { request, _ in
            let count = request.uri.path.utf8.count
            DispatchQueue.concurrentPerform(iterations: 4) { part in
                if part == 3 { _ = fall(index: count) }
                usleep(10_000)
            }
            return "worker"
        }
        router.post("/form") { request, _ in
            let text = String(buffer: try await request.body.collect(upTo: 1000))
            return text == "bad" ? fall(index: text.utf8.count) : "taken"
        }
        let guarded = FaultBarrier(router.buildResponder(), behind: barrier, hasChanged: { false }) { request, closed in
            Response(
                status: closed == .fell ? .internalServerError : .serviceUnavailable,
                body: .init(byteBuffer: ByteBuffer(string: "\(closed)")))
        }
        var logger = Logger(label: "trial")
        logger.logLevel = .error
        let application = Application(
            responder: guarded, configuration: .init(address: .hostname("127.0.0.1", port: barrier.port ?? 0)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                barrier.serves(at: port)
                say("http://127.0.0.1:\(port)")
            }, logger: logger)
        try await application.runService()
    }

    private static func say(_ text: String) {
        let line = text + "\n"
        _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }

    private static func fall(index: Int) -> String {
        let list = [1]
        return String(list[index + 1])
    }

    /// Each call has a frame of its own that the next one needs.
    private static func deep(_ depth: Int) -> Int {
        var frame = Array(repeating: depth, count: 4)
        let below = deep(depth + 1)
        frame[depth % 4] += below
        return frame[0] + frame[3]
    }
}
