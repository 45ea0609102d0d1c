public import Vocabulary

/// Where and why a JSON file could not be read.
public struct UnreadableJSON: Error, Equatable {
    public var place: Place?
    public var problem: Problem

    /// Line and column from 1, in bytes, and the keys that lead there, such as `classes[3].cap`; empty at the outermost.
    public struct Place: Equatable, Sendable {
        public var line: Int
        public var column: Int
        public var path: String
    }

    public enum Problem: Equatable, Sendable {
        /// A sign of JSON itself.
        case expectedSign(String)
        case expectedValue
        case expectedInteger
        case expectedNumber
        case expectedFlag
        /// A list of two numbers: a person and a class.
        case expectedSeat
        /// Something stands after the end.
        case expectedEnd
        case missing(String)
        case duplicate(String)
        case outOfRange
        /// Lists within lists beyond all need.
        case tooDeep
        case notSupported(String)
    }

    public func sentence(in language: Language) -> String {
        guard let place else { return problem.sentence(in: language) }
        let path = place.path.isEmpty ? "" : language == .zh ? "（\(place.path)）" : " (\(place.path))"
        return language == .zh
            ? "第\(place.line)行第\(place.column)列\(path)：\(problem.sentence(in: language))"
            : "line \(place.line), column \(place.column)\(path): \(problem.sentence(in: language))"
    }
}

extension UnreadableJSON.Problem {
    fileprivate func sentence(in language: Language) -> String {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        return switch self {
        case .expectedSign(let sign): say("此处应为 \(sign)", "\(sign) was expected here")
        case .expectedValue: say("此处应有一个值", "a value was expected here")
        case .expectedInteger: say("此处应为整数", "a whole number was expected here")
        case .expectedNumber: say("此处应为数值", "a number was expected here")
        case .expectedFlag: say("此处应为 0 或 1", "0 or 1 was expected here")
        case .expectedSeat: say("此处应为 [人员序号, 班次编号]", "[person, class id] was expected here")
        case .expectedEnd: say("文件到此应已结束", "the file should end here")
        case .missing(let key): say("缺少 \(key)", "\(key) is missing")
        case .duplicate(let key): say("\(key) 重复出现", "\(key) stands here again")
        case .outOfRange: say("数字太大", "the number is too large")
        case .tooDeep: say("嵌套太深", "lists and objects are nested too deeply")
        case .notSupported(let what): say("不支持 \(what)", "\(what) is not supported")
        }
    }
}
