public import Foundation
import FoundationNetworking

/// Asks an issuer something over the network.
public struct Fetch: Sendable {
    public struct Question: Sendable {
        public var address: String
        /// Sent as a form; nil: nothing is sent, and the address is looked at.
        public var fields: [(name: String, value: String)]?
        /// Name and secret of the client, where it has one.
        public var client: (name: String, secret: String)?
    }

    let ask: @Sendable (Question) async throws -> (status: Int, body: Data)

    public init(_ ask: @escaping @Sendable (Question) async throws -> (status: Int, body: Data)) { self.ask = ask }

    /// More than any issuer has to say.
    static let mostBytes = 262_144

    /// The fields of what was answered. Throws `NotAnswered`.
    func fields(_ question: Question) async throws -> [String: Any] {
        let answer: (status: Int, body: Data)
        do { answer = try await ask(question) } catch { throw NotAnswered(address: question.address) }
        guard answer.status == 200, answer.body.count <= Self.mostBytes,
            let fields = (try? JSONSerialization.jsonObject(with: answer.body)) as? [String: Any]
        else { throw NotAnswered(address: question.address) }
        return fields
    }

    /// By the machine's network: within ten seconds, and never led elsewhere.
    public static let network = Fetch { question in
        guard let url = URL(string: question.address) else { throw NotAnswered(address: question.address) }
        var request = URLRequest(url: url, timeoutInterval: 10)
        request.setValue("application/json", forHTTPHeaderField: "Accept")
        if let fields = question.fields {
            request.httpMethod = "POST"
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
            request.httpBody = Data(Form.text(fields).utf8)
        }
        if let client = question.client {
            let pair = Form.escaped(client.name) + ":" + Form.escaped(client.secret)
            request.setValue("Basic \(Data(pair.utf8).base64EncodedString())", forHTTPHeaderField: "Authorization")
        }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForResource = 10
        configuration.httpShouldSetCookies = false
        let session = URLSession(configuration: configuration, delegate: NoRedirects(), delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        let (data, response) = try await session.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, data)
    }
}

/// That an issuer could not be reached, or said nothing that could be read.
public struct NotAnswered: Error, Hashable {
    public var address: String
    /// It did not answer a moment ago, and was not asked again.
    public var isRemembered = false
}

/// What was sent to one address is for nobody else.
private final class NoRedirects: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }
}

/// Names and values as a form sends them.
enum Form {
    static func text(_ fields: [(name: String, value: String)]) -> String {
        fields.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
    }

    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    /// RFC 3986, section 2.3.
    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
