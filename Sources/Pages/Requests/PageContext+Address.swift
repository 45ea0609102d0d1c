import Spelling
public import Vocabulary

/// Language and days, as an address gives them.
extension PageContext {
    public init(address: String, path: String, today: Day, town: String, menu: Menu = Menu()) {
        self.init(
            language: .zh, asOf: today, knownAt: nil, today: today, path: path, query: Query(parsing: address),
            town: town, menu: menu)
        readLanguage()
        readAsOf()
        readKnownAt()
    }

    private mutating func readLanguage() {
        guard let text = query["lang"] else { return query.set("lang", nil) }
        guard let found = Language(rawValue: text) else {
            return slip("lang", zh: "没有“\(AddressSlip.shown(text))”这种语言，现以中文显示。", en: "")
        }
        language = found
    }

    private mutating func readAsOf() {
        guard let text = query["asOf"] else { return query.set("asOf", nil) }
        do { asOf = try AskedDay.asOf.read(text, today: today) } catch {
            slip(
                "asOf", zh: error.sentence(in: .zh) + "现按今天（\(today.iso)）显示。",
                en: error.sentence(in: .en) + " This is today, \(today.iso).")
        }
    }

    private mutating func readKnownAt() {
        guard let text = query["knownAt"] else { return query.set("knownAt", nil) }
        let zh = "现按当前台账（截至\(today.iso)登记的记录）显示。"
        let en = "This is the current ledger, with all that was recorded by \(today.iso)."
        do {
            let day = try AskedDay.knownAt.read(text, today: today)
            guard day <= today else {
                return slip(
                    "knownAt", zh: "登记截至日期\(day.iso)还没有到。" + zh,
                    en: "The known-at day \(day.iso) has not come yet. " + en)
            }
            knownAt = day
        } catch {
            slip("knownAt", zh: error.sentence(in: .zh) + zh, en: error.sentence(in: .en) + " " + en)
        }
    }

    /// Tells of it, and takes it out of whatever the page leads to.
    private mutating func slip(_ name: String, zh: String, en: String) {
        slips.append(AddressSlip(name: name, zh: zh, en: en))
        query.set(name, nil)
    }
}
