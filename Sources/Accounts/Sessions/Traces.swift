public import Store

extension Database {
    /// That somebody fetched a file, or was refused a page.
    public func noteTrace(_ act: String, at path: String, query: String, by account: String, from address: String)
        throws
    {
        let path = String(path.prefix(200))
        try write(by: account) { writing in
            try writing.journal(
                act: act, kind: "page", code: path.isEmpty ? "/" : path,
                after: StoredJSON.text(["address": address, "query": String(query.prefix(500))]))
        }
    }
}
