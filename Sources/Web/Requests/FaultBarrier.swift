public import Barrier
import HTTPTypes
public import Hummingbird
import Pages

/// Stands before everything that is answered: a page whose making faults ends by itself, with words for its reader.
public struct FaultBarrier<Inner: HTTPResponder>: HTTPResponder where Inner.Context: Sendable {
    private let inner: Inner
    private let barrier: PageBarrier
    private let hasChanged: @Sendable () -> Bool
    private let page: @Sendable (Request, PageBarrier.Closed) -> Response

    /// `hasChanged` tells whether what pages are made from is another than when the server started: a closed page is then
    /// tried again. `page` is what is shown in place of one that is closed.
    public init(
        _ inner: Inner, behind barrier: PageBarrier, hasChanged: @escaping @Sendable () -> Bool,
        page: @escaping @Sendable (Request, PageBarrier.Closed) -> Response
    ) {
        self.inner = inner
        self.barrier = barrier
        self.hasChanged = hasChanged
        self.page = page
    }

    public func respond(to request: Request, context: Inner.Context) async throws -> Response {
        let (request, address) = try await Self.addressed(request)
        if barrier.isClosed(address), !hasChanged() { return page(request, .fell) }
        do {
            return try await barrier.make(address) { [inner] in
                try await inner.respond(to: request, context: context)
            }
        } catch let closed as PageBarrier.Closed {
            return page(request, closed)
        }
    }

    /// What was sent is part of the address, where it is short enough to be read beforehand.
    private static func addressed(_ request: Request) async throws -> (Request, PageAddress) {
        var request = request
        let path = request.head.path ?? ""
        guard request.method == .post, let length = request.headers[.contentLength].flatMap({ Int($0) }),
            (0...(1 << 20)).contains(length)
        else {
            let method = request.method == .head ? .get : request.method
            return (request, PageAddress(method: method.rawValue, address: path))
        }
        let content = try await request.collectBody(upTo: 1 << 20)
        return (request, PageAddress(method: "POST", address: path, content: content.readableBytesView))
    }
}
