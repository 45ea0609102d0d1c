import Glibc
import Storage

extension WriteRequest {
    /// Asks the running server, or takes the database where none runs; says how it went.
    func carryOut(in directory: String) throws {
        let reply = try ask(in: directory)
        guard reply.ending == .done else { throw Trouble(ending: reply.ending, message: reply.message) }
        tell(reply.message)
    }

    private func ask(in directory: String) throws -> WriteReply {
        if let server = Self.connectToServer(in: directory) {
            defer { close(server) }
            // A server that will not hear it out says why before it closes.
            var refused: (any Error)?
            do { try CommandSocket.send(self, to: server) } catch { refused = error }
            do {
                return try CommandSocket.receive(WriteReply.self, from: server)
            } catch {
                throw refused ?? error
            }
        }
        if case .backup(let request) = act { return try request.perform(inDirectory: directory, asked: self) }
        let database = try Database.open(directory: directory)
        let reply = perform(in: database)
        try database.close()
        return reply
    }

    private static func connectToServer(in directory: String) -> Int32? {
        guard let descriptor = try? CommandSocket.make() else { return nil }
        if CommandSocket.withAddress(in: directory, { connect(descriptor, $0, $1) }) == 0 { return descriptor }
        close(descriptor)
        return nil
    }
}
