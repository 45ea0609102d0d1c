/// Passwords that others would try first. A list of whole passwords would have to be long: this one lists their pieces, and
/// asks how much of a password is left when words, years, runs along the keyboard and repetitions are taken out.
enum GuessablePassword {
    /// So many signs that no piece explains must be left.
    private static let leastUnexplained = 4

    static func isOne(_ password: String, knowing known: [String]) -> Bool {
        let signs = Array(password.lowercased())
        return unexplained(in: signs, known.flatMap(pieces)) < leastUnexplained
    }

    /// A name as a whole, and its parts.
    private static func pieces(of name: String) -> [[Character]] {
        let whole = Array(name.lowercased())
        let parts = whole.split { !($0.isLetter || $0.isNumber) }.map(Array.init)
        return ([whole] + parts).filter { $0.count >= 2 }
    }

    /// The fewest letters and digits that are left however the pieces are laid.
    private static func unexplained(in signs: [Character], _ own: [[Character]]) -> Int {
        // Words are also read where `0` stands for `o`; years and runs are not.
        let read = signs.map { lookAlikes[$0] ?? $0 }
        var least = [Int](repeating: 0, count: signs.count + 1)
        for start in signs.indices.reversed() {
            let isSign = signs[start].isLetter || signs[start].isNumber
            var best = least[start + 1] + (isSign ? 1 : 0)
            for piece in own where signs[start...].starts(with: piece) || read[start...].starts(with: piece) {
                best = min(best, least[start + piece.count])
            }
            for length in wordLengths(at: start, signs) + wordLengths(at: start, read) {
                best = min(best, least[start + length])
            }
            let run = run(at: start, signs)
            if run >= 3 { for length in 3...run { best = min(best, least[start + length]) } }
            if isYear(at: start, signs) { best = min(best, least[start + 4]) }
            least[start] = best
        }
        return least[0]
    }

    private static func wordLengths(at start: Int, _ signs: [Character]) -> [Int] {
        (2...12).filter { start + $0 <= signs.count && words.contains(String(signs[start..<start + $0])) }
    }

    /// How many signs in a row are neighbours on a keyboard or in the alphabet, or the same.
    private static func run(at start: Int, _ signs: [Character]) -> Int {
        var longest = 1
        var same = 1
        while start + same < signs.count, signs[start + same] == signs[start] { same += 1 }
        longest = max(longest, same)
        for row in rows {
            guard let place = row.firstIndex(of: signs[start]) else { continue }
            for step in [1, -1] {
                var count = 1
                while start + count < signs.count, row.indices.contains(place + step * count),
                    row[place + step * count] == signs[start + count]
                { count += 1 }
                longest = max(longest, count)
            }
        }
        return longest
    }

    private static func isYear(at start: Int, _ signs: [Character]) -> Bool {
        guard start + 4 <= signs.count, let year = Int(String(signs[start..<start + 4])) else { return false }
        return (1940...2069).contains(year)
    }

    private static let rows: [[Character]] = [
        "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "0123456789",
        "1qaz2wsx3edc4rfv5tgb",
        "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p", "zaqxswcdevfrbgtnhymjukilop", "147258369", "963852741",
        "!@#$%^&*()", "!qaz@wsx#edc$rfv",
    ].map(Array.init)

    private static let lookAlikes: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "8": "b",
    ]

    private static let words: Set<String> = Set(
        """
        password passwd passwort pass pwd admin administrator root user guest test demo temp login welcome hello master manager
        system server oracle mysql super public secret private changeme default letmein monkey dragon sunshine princess football
        baseball shadow superman batman iloveyou love lucky happy freedom money google baidu tencent alibaba huawei wechat weixin
        taobao xingzhi peixun ganbu zuzhi zuzhibu dangxiao dangwei dangyuan dangzu dangjian zhongguo zhonghua zhonggong china
        beijing shanghai guangzhou shenzhen chengdu hangzhou nanjing wuhan xian tianjin chongqing renmin gongchandang shiwei
        xianwei quwei jiguan danwei bangong keshi chuzhang kezhang juzhang shuji zhuren mishu gongzuo xuexi jiaoyu peiyang
        wangwei zhangwei wangfang liwei lina zhangmin lijing wangjing liuwei zhanglei liqiang woaini aini woaiwojia mima denglu
        yonghu ceshi guanli guanliyuan xitong anquan shenji jiami kaifang nihao xiexie baobao laogong laopo mama baba erzi nver
        zaijian gongzi jintian mingtian one two three four five six seven spring summer autumn winter monday tuesday friday
        january june july october december office training school party city county police teacher student computer internet
        520 521 1314 5201314 666 888 168 110 119 12306 10086 qwerty asdf zxcv abc abcd xyz aaa zzz 密码 管理员 组织部 党校 市委 县委 党委 中国 人民 单位 培训 学习 干部 系统
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
