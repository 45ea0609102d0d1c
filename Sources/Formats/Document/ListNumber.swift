/// A number of a list as a document writes it: 一, ①, iv (ECMA-376 part 1, 17.18.59).
enum ListNumber {
    /// Nothing where a level shows none; decimal where the format is one that is not known here.
    static func text(_ number: Int, _ format: String) -> String {
        switch format {
        case "none", "bullet": ""
        case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand":
            chinese(number)
        // Without a one before ten and hundred: 百五, not 一百零五.
        case "japaneseCounting": japanese(number)
        case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand", "koreanDigital2":
            String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
        case "chineseLegalSimplified": chinese(number, digits: Array("零壹贰叁肆伍陆柒捌玖"), ranks: ["", "拾", "佰", "仟"])
        case "ideographLegalTraditional": chinese(number, digits: Array("零壹貳參肆伍陸柒捌玖"), ranks: ["", "拾", "佰", "仟"])
        case "ideographTraditional": listed(number, "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": listed(number, "子丑寅卯辰巳午未申酉戌亥")
        case "ideographEnclosedCircle": sign(number, from: 0x3280, 1...10) ?? chinese(number)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": circled(number) ?? "(\(number))"
        case "decimalEnclosedParen": sign(number, from: 0x2474, 1...20) ?? "(\(number))"
        case "decimalEnclosedFullstop": sign(number, from: 0x2488, 1...20) ?? "\(number)."
        case "decimalFullWidth", "decimalFullWidth2":
            String(String(number).compactMap { $0.wholeNumberValue.map { Array("０１２３４５６７８９")[$0] } })
        case "decimalZero": number < 10 && number >= 0 ? "0\(number)" : "\(number)"
        case "numberInDash": "- \(number) -"
        case "upperLetter": letters(number, "A")
        case "lowerLetter": letters(number, "a")
        case "upperRoman": roman(number)
        case "lowerRoman": roman(number).lowercased()
        default: "\(number)"
        }
    }

    private static let digits = Array("〇一二三四五六七八九")

    /// 十, 十一, 二十, 一百零五, 一千二百; nothing but digits beyond 9999.
    private static func chinese(
        _ number: Int, digits: [Character] = Array("零一二三四五六七八九"), ranks: [String] = ["", "十", "百", "千"]
    ) -> String {
        guard (1...9999).contains(number) else { return number == 0 ? String(digits[0]) : "\(number)" }
        var text = ""
        var isAfterZero = false
        for rank in (0..<4).reversed() {
            let digit = number / [1, 10, 100, 1000][rank] % 10
            guard digit > 0 else {
                isAfterZero = !text.isEmpty
                continue
            }
            if isAfterZero { text.append(digits[0]) }
            isAfterZero = false
            // 十一, not 一十一.
            if !(rank == 1 && digit == 1 && text.isEmpty && ranks[1] == "十") { text.append(digits[digit]) }
            text += ranks[rank]
        }
        return text
    }

    private static func japanese(_ number: Int) -> String {
        guard (1...9999).contains(number) else { return "\(number)" }
        return (0..<4).reversed().reduce(into: "") { text, rank in
            let digit = number / [1, 10, 100, 1000][rank] % 10
            guard digit > 0 else { return }
            if digit > 1 || rank == 0 { text.append(digits[digit]) }
            text += ["", "十", "百", "千"][rank]
        }
    }

    private static func listed(_ number: Int, _ signs: String) -> String {
        let signs = Array(signs)
        return signs.indices.contains(number - 1) ? String(signs[number - 1]) : "\(number)"
    }

    private static func circled(_ number: Int) -> String? {
        sign(number, from: 0x2460, 1...20) ?? sign(number - 20, from: 0x3251, 1...15)
            ?? sign(number - 35, from: 0x32B1, 1...15)
    }

    private static func sign(_ number: Int, from first: UInt32, _ range: ClosedRange<Int>) -> String? {
        guard range.contains(number) else { return nil }
        return Unicode.Scalar(first + UInt32(number - 1)).map { String(Character($0)) }
    }

    /// A … Z, AA, BB: Word repeats the letter.
    private static func letters(_ number: Int, _ first: Unicode.Scalar) -> String {
        guard (1...780).contains(number), let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26)) else {
            return "\(number)"
        }
        return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard (1...3999).contains(number) else { return "\(number)" }
        var rest = number
        return [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ].reduce(into: "") { text, step in
            text += String(repeating: step.1, count: rest / step.0)
            rest %= step.0
        }
    }
}
