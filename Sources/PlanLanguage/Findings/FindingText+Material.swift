public import Vocabulary

/// Sentences for lexicons and bindings that are refused.
extension FindingText {
    public static func message(_ refused: MaterialRefused, in language: Language) -> String {
        let place = place(refused, language)
        let reason = reason(refused.problem, language)
        return place.isEmpty ? reason : place + (language == .zh ? "：" : ": ") + reason
    }

    private static func place(_ refused: MaterialRefused, _ language: Language) -> String {
        switch (refused.line, refused.key, language) {
        case (let line?, let key?, .zh): "第\(line)行 \(key)"
        case (let line?, nil, .zh): "第\(line)行"
        case (let line?, let key?, .en): "line \(line), \(key)"
        case (let line?, nil, .en): "line \(line)"
        case (nil, let key?, _): key
        case (nil, nil, _): ""
        }
    }

    private static func reason(_ problem: MaterialRefused.Problem, _ language: Language) -> String {
        let zh = language == .zh
        switch problem {
        case .tooLarge(let bytes, let limit):
            return zh ? "文件有\(bytes)字节，超过\(limit)字节的上限。" : "the file has \(bytes) bytes; the limit is \(limit)."
        case .tooDeep(let limit):
            return zh ? "括号或列表嵌套超过\(limit)层。" : "brackets or lists are nested more than \(limit) deep."
        case .reference:
            return zh ? "不能用 & 和 * 引用别处的内容，请直接写出。" : "& and * references are not read; write it out."
        case .tooManyWords(let limit):
            return zh
                ? "展开后的词语超过\(limit)个，请拆成几条或减少可选部分。"
                : "it spells out more than \(limit) words; split it or leave out some of its choices."
        case .wordTooLong(let limit):
            return zh ? "展开后的词语超过\(limit)个字。" : "it spells out a word of more than \(limit) characters."
        case .unknownValue(let value, let allowed):
            return zh
                ? "没有“\(value)”这种写法，应为\(allowed.joined(separator: "、"))之一。"
                : "“\(value)” is none of \(allowed.joined(separator: ", "))."
        case .malformed(let reason): return reason
        }
    }
}
