public import Hummingbird

/// Reads what is sent in before anything is done with it: whole, or as much of it as can be shown again.
public struct PostedBody<Context: RequestContext>: RouterMiddleware {
    private let once: OncePosted
    /// More than any form may send, so that one that sent too much can still be shown with what was typed.
    private static var mostRead: Int { 9 << 20 }
    /// Addresses that take files read them while they come in.
    private let streams: @Sendable (Request) -> Bool

    public init(once: OncePosted, streams: @escaping @Sendable (Request) -> Bool = { _ in false }) {
        self.once = once
        self.streams = streams
    }

    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.method == .post, !streams(request) else { return try await next(request, context) }
        let body = try await read(request.body)
        var request = request
        request.body = RequestBody(buffer: body)
        let key = OncePosted.Key(request, body)
        if let answer = await once.begin(key) { return try answer.get() }
        let answer: Result<Response, any Error>
        do { answer = .success(try await next(request, context)) } catch { answer = .failure(error) }
        await once.finish(key, isMarked: Self.isMarked(body), answer)
        return try answer.get()
    }

    /// What lies beyond is heard out, as a browser shows an answer only once all was sent, but not kept.
    private func read(_ body: RequestBody) async throws -> ByteBuffer {
        var kept = ByteBuffer()
        var heard = 0
        for try await var part in body {
            heard += part.readableBytes
            if let piece = part.readSlice(length: min(part.readableBytes, Self.mostRead - kept.readableBytes)) {
                kept.writeImmutableBuffer(piece)
            }
            if heard > TooMuchSent.mostHeard { break }
        }
        return kept
    }

    /// The mark is the first field.
    private static func isMarked(_ body: ByteBuffer) -> Bool {
        let start = String(buffer: body.getSlice(at: body.readerIndex, length: min(400, body.readableBytes)) ?? .init())
        return start.hasPrefix("once=") || start.contains("name=\"once\"")
    }
}
