import Dispatch
import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import xingzhi

@Suite("The command socket: each client on its own")
struct CommandListenerTests {
    /// A client as it may be: it says what it likes, when it likes.
    private struct Client {
        let descriptor: Int32

        init(in directory: String) throws {
            let made = try CommandSocket.make()
            descriptor = made
            try #require(CommandSocket.withAddress(in: directory) { connect(made, $0, $1) } == 0)
        }

        func say(_ bytes: some Sequence<UInt8>) {
            var rest = Array(bytes)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                if count <= 0 { return }
                rest = rest.dropFirst(count)
            }
        }

        func ask(by name: String) throws {
            var request = WriteRequest(
                .makeTown(TownRequest(seed: 1, until: Day(number: 20_000), unlessPresent: false)), language: .en)
            request.by = name
            try CommandSocket.send(request, to: descriptor)
        }

        func answer() throws -> WriteReply { try CommandSocket.receive(WriteReply.self, from: descriptor) }
        func leave() { close(descriptor) }

        /// Waits until the server has closed its end, whatever it says before.
        func isDismissed() -> Bool {
            var bytes = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = recv(descriptor, &bytes, bytes.count, 0)
                if count <= 0 { return true }
            }
        }
    }

    /// Writes down who was served; holds up those called `held` until they may go on.
    private final class Clerk: Sendable {
        let served = Mutex<[String]>([])
        let begun = DispatchSemaphore(value: 0)
        let mayGoOn = DispatchSemaphore(value: 0)

        func perform(_ request: WriteRequest) -> WriteReply {
            served.withLock { $0.append(request.by) }
            if request.by == "held" {
                begun.signal()
                mayGoOn.wait()
            }
            return WriteReply(ending: .done, message: request.by)
        }
    }

    private func listening(
        _ limits: CommandListener.Limits = .init(), _ body: (String, Clerk, CommandListener) throws -> Void
    ) async throws {
        try await Run.inDirectory { directory in
            let clerk = Clerk()
            let listener = try CommandListener(directory: directory, limits: limits) { clerk.perform($0) }
            defer { listener.stop() }
            try body(directory, clerk, listener)
        }
    }

    @Test("a hundred who say nothing keep nobody waiting")
    func idle() async throws {
        try await listening { directory, _, _ in
            let idle = try (0..<100).map { _ in try Client(in: directory) }
            defer { for client in idle { client.leave() } }
            for client in idle.prefix(70) { client.say("{\"act\":".utf8) }
            let asking = try Client(in: directory)
            try asking.ask(by: "somebody")
            #expect(try asking.answer().message == "somebody")
            #expect(
                !CommandVisitor.isGone(idle[99].descriptor), "it was not for their leaving that somebody was served")
        }
    }

    @Test("what a client asked who has gone is not begun; who has only finished speaking is answered")
    func gone() async throws {
        try await listening { directory, clerk, _ in
            let held = try Client(in: directory)
            try held.ask(by: "held")
            clerk.begun.wait()
            let gone = try Client(in: directory)
            try gone.ask(by: "gone")
            gone.leave()
            let patient = try Client(in: directory)
            try patient.ask(by: "patient")
            shutdown(patient.descriptor, Int32(SHUT_WR))
            clerk.mayGoOn.signal()
            #expect(try held.answer().message == "held")
            #expect(try patient.answer().message == "patient")
            #expect(clerk.served.withLock { $0 } == ["held", "patient"])
        }
    }

    @Test("a client that goes while its request is being done leaves the others theirs")
    func goneMeanwhile() async throws {
        try await listening { directory, clerk, _ in
            let held = try Client(in: directory)
            try held.ask(by: "held")
            clerk.begun.wait()
            held.leave()
            let other = try Client(in: directory)
            try other.ask(by: "other")
            clerk.mayGoOn.signal()
            #expect(try other.answer().message == "other")
        }
    }

    @Test("garbage is answered or dropped, and the next is served")
    func garbage() async throws {
        try await listening(.init(bytes: 4 << 20)) { directory, clerk, _ in
            let nested = String(repeating: "[", count: 200_000)
            let deep = String(repeating: "{\"act\":", count: 100_000)
            let lines: [[UInt8]] = [
                [0x0A], Array("{}\n".utf8), Array("null\n".utf8), Array("\(nested)\n".utf8), Array("\(deep)\n".utf8),
                [0xFF, 0xFE, 0x00, 0x0A], Array("{\"act\":{\"publish\":{}}}\n".utf8), Array("half".utf8),
                Array(
                    "{\"act\":{\"makeTown\":{\"seed\":1e30,\"until\":\"2026-09-30\",\"unlessPresent\":false}}}\n".utf8),
                Array("{\"act\":{\"makeTown\":{\"seed\":-1,\"until\":\"9999-99-99\",\"unlessPresent\":0}}}\n".utf8),
                [UInt8](repeating: 0x61, count: 6 << 20), Array("{}\n{}\n{}\n".utf8), [0x0D, 0x0A],
            ]
            for line in lines {
                let client = try Client(in: directory)
                client.say(line)
                shutdown(client.descriptor, Int32(SHUT_WR))
                #expect(client.isDismissed())
                client.leave()
            }
            let client = try Client(in: directory)
            try client.ask(by: "next")
            #expect(try client.answer().message == "next")
            #expect(clerk.served.withLock { $0 } == ["next"])
        }
    }

    @Test("what is not understood is said to be so")
    func notUnderstood() async throws {
        try await listening { directory, _, _ in
            let client = try Client(in: directory)
            client.say("{\"act\":1}\n".utf8)
            #expect(try client.answer().ending == .unusable)
        }
    }

    @Test("a client that sends a byte now and then is let go when its time is over")
    func dripping() async throws {
        try await listening(.init(patience: .milliseconds(200))) { directory, _, _ in
            let client = try Client(in: directory)
            var bytes = 0
            while !CommandVisitor.isGone(client.descriptor), bytes < 3000 {
                client.say([0x20])
                bytes += 1
                usleep(10_000)
            }
            #expect(CommandVisitor.isGone(client.descriptor))
        }
    }

    @Test("a stop finishes what is under way, begins nothing more, and waits for nobody who is silent")
    func stopping() async throws {
        try await listening { directory, clerk, listener in
            let silent = try Client(in: directory)
            let held = try Client(in: directory)
            try held.ask(by: "held")
            clerk.begun.wait()
            let waiting = try Client(in: directory)
            try waiting.ask(by: "waiting")
            let stopped = DispatchSemaphore(value: 0)
            DispatchQueue.global().async {
                listener.stop()
                stopped.signal()
            }
            #expect(silent.isDismissed())
            #expect(!FileManager.default.fileExists(atPath: "\(directory)/xingzhi.sock"))
            #expect(try waiting.answer().ending == .broken)
            clerk.mayGoOn.signal()
            #expect(try held.answer().message == "held")
            stopped.wait()
            #expect(clerk.served.withLock { $0 } == ["held"])
        }
    }
}
