public import Vocabulary

/// The sentences for what is typed wrongly, the same on every page and in every command: which field, what is the matter,
/// what to do.
extension TextFlaw {
    /// `field` as it is called in the reader's language, in English with its article.
    public func message(of field: String, in language: Language) -> String {
        let isChinese = language == .zh
        return switch self {
        case .empty: isChinese ? "请填写\(field)" : "Fill in \(field)"
        case .invisible:
            isChinese ? "\(field)只有看不见的字符，请重新填写" : "There is nothing to be seen in \(field): type it again"
        case .unreadable:
            isChinese
                ? "\(field)中有无法识别的字符（不是UTF-8编码，显示为“\u{FFFD}”），请重新输入"
                : "Some of \(field) could not be read (it was not UTF-8 and shows as “\u{FFFD}”): type it again"
        case .control(let sign):
            isChinese
                ? "\(field)中有控制字符（\(Self.name(of: sign))），请删去"
                : "There is a control character (\(Self.name(of: sign))) in \(field): delete it"
        case .privateUse(let sign):
            isChinese
                ? "\(field)中有只在个别字体中才能显示的字（\(Self.name(of: sign))），换一台电脑就成空框，请改用标准字"
                : "\(field.prefix(1).uppercased() + field.dropFirst()) holds a character that one font alone can draw (\(Self.name(of: sign))): use the standard one"
        case .piledMarks:
            isChinese
                ? "\(field)中一个字上叠加的符号太多，请删去" : "Too many marks are piled on one character of \(field): delete some"
        case .tooLong(let limit):
            isChinese
                ? "\(field)最多\(limit)字，请缩短" : "There is room for \(limit) characters in \(field): shorten it"
        }
    }

    private static func name(of sign: Unicode.Scalar) -> String {
        switch sign {
        case "\t": return "Tab"
        case "\n", "\r": return "Enter"
        default:
            let digits = String(sign.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }
}

extension NumberRule {
    /// `0至24的数字，最多1位小数`; `0至24之间0.5的倍数，如2.5`
    public func words(in language: Language) -> String {
        let bounds =
            Self.plain(self.bounds.lowerBound) + (language == .zh ? "至" : " to ") + Self.plain(self.bounds.upperBound)
        if self.bounds.lowerBound == self.bounds.upperBound {
            let only = Self.plain(self.bounds.lowerBound)
            return language == .zh ? "\(only)，不能是别的数" : "\(only) and nothing else"
        }
        if let step {
            let example = Self.plain(min(step * 5, self.bounds.upperBound))
            return language == .zh
                ? "\(bounds)之间\(Self.plain(step))的倍数，如\(example)"
                : "a multiple of \(Self.plain(step)) from \(bounds), such as \(example)"
        }
        guard decimals > 0 else {
            return language == .zh ? "\(bounds)的整数" : "a whole number from \(bounds)"
        }
        return language == .zh
            ? "\(bounds)的数字，最多\(decimals)位小数"
            : "a number from \(bounds) with at most \(decimals) decimal\(decimals > 1 ? "s" : "")"
    }

    /// What is wrong with what was typed in a field, and what the field takes.
    public func message(_ flaw: NumberFlaw, of field: String, typed: String, in language: Language) -> String {
        let seen = typed.withoutOuterSpace
        let shown = seen.count > 24 ? seen.prefix(24) + "…" : seen[...]
        return language == .zh
            ? "\(field)“\(shown)”\(said(flaw, in: .zh))，应填\(words(in: .zh))"
            : "“\(shown)” is \(said(flaw, in: .en)) for \(field): give \(words(in: .en))"
    }

    private func said(_ flaw: NumberFlaw, in language: Language) -> String {
        switch flaw {
        case .notANumber: language == .zh ? "无法识别" : "not understood"
        case .outside: language == .zh ? "超出范围" : "out of range"
        case .tooFine where step != nil:
            language == .zh ? "不是\(Self.plain(step ?? 0))的倍数" : "no multiple of \(Self.plain(step ?? 0))"
        case .tooFine: language == .zh ? "小数位数过多" : "too fine"
        }
    }

    private static func plain(_ bound: Double) -> String {
        Int(exactly: bound).map(String.init) ?? String(bound)
    }
}

extension WholeNumberRule {
    public func message(_ flaw: NumberFlaw, of field: String, typed: String, in language: Language) -> String {
        NumberRule(Double(bounds.lowerBound)...Double(bounds.upperBound), decimals: 0)
            .message(flaw, of: field, typed: typed, in: language)
    }
}
