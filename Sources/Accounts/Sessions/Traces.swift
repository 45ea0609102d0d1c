public import Foundation
public import Store

extension Database {
    /// That somebody fetched a file, or was refused a page. `when`: where it is noted later than it was done.
    public func noteTrace(
        _ act: String, at path: String, query: String, by account: String, from address: String, when: Date? = nil
    ) throws {
        let path = String(path.prefix(200))
        var told = ["address": address, "query": String(query.prefix(500))]
        told["at"] = when.map(Moment.text)
        try write(by: account) { writing in
            try writing.journal(
                act: act, kind: "page", code: path.isEmpty ? "/" : path,
                after: StoredJSON.text(told))
        }
    }
}
