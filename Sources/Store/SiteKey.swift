extension Database {
    /// A secret of this site by its name: what is sealed with it holds after a restart and at every process of the site. Made
    /// when it is asked for first; neither the journal nor a page tells it.
    public func siteKey(_ name: String) throws -> String {
        func held(_ reading: any Reading) throws -> String? {
            try reading.connection.first("select secret from site_keys where name = $1", [SQLValue(name)]) {
                try $0.text("secret")
            }
        }
        if let key = try read({ try held($0) }) { return key }
        return try write(by: "site") { writing in
            // Another process may have been first.
            try writing.connection.execute(
                "insert into site_keys (name, secret) values ($1, $2) on conflict (name) do nothing",
                [SQLValue(name), SQLValue(RandomText.make(32))])
            return try held(writing) ?? ""
        }
    }
}
