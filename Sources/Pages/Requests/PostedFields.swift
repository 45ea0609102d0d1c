public import Hummingbird

extension Request {
    /// The fields of a posted form. Throws `TooMuchSent` above 1 MiB, with what can be shown again.
    public func fields() async throws -> Query {
        let body = try await body.collect(upTo: TooMuchSent.mostHeard)
        let query = Query(parsing: String(buffer: body))
        guard body.readableBytes <= TooMuchSent.limit, query.items.count < Query.mostItems else {
            throw TooMuchSent(fields: query)
        }
        return query
    }

    /// The fields of a form that can be shown again, and what is wrong with so much of them; nil where nothing is.
    public func fieldsToShow(_ context: PageContext) async throws -> (fields: Query, error: FieldError?) {
        do { return (try await fields(), nil) } catch let excess as TooMuchSent {
            return (excess.fields, excess.error(context))
        }
    }
}

/// A form was sent with more than it may hold.
public struct TooMuchSent: Error {
    public static let limit = 1 << 20
    /// Beyond this a client is not listened to any longer.
    static let mostHeard = 64 << 20
    public var fields: Query

    public init(fields: Query) { self.fields = fields }

    /// Beside the field that takes the most room.
    public func error(_ context: PageContext) -> FieldError {
        FieldError(
            field: fields.longest ?? "content",
            message: context.say(
                "内容太多：一次最多提交1 MB、\(Query.mostItems)项，没有保存。请缩短这一栏，或分次填报。",
                "Too much at once: at most 1 MB and \(Query.mostItems) fields may be sent. Nothing was saved: shorten this, or send it in parts."
            ))
    }
}
