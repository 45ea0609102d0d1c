import Pages
import Records
import Storage
import Store
import Vocabulary

/// What people, units and groups study every day, in a sample town.
extension SampleStudy {
    /// Around the first group: its unit's room and list, a book read together, plans and notes of some members, articles.
    func everyday(_ groups: [StudyGroup]) throws {
        let (first, second) = (groups[0], groups[1])
        let members = try database.read { try $0.members(of: first.code, on: until) }.map(\.person)
        try lists(first.unit)
        for (place, person) in members.prefix(3).enumerated() {
            let own = Reader(account: person, person: person, rights: [.own])
            let lines = place == 0 ? [OwnLine(subject: "乡土中国", source: "人民文学出版社")] : []
            try database.performAll(
                [
                    DrawUpOwnPlan(draft: OwnPlanDraft(year: until.year, lines: lines)),
                    SayNotes(draft: NotesDraft(year: until.year, half: .first, amount: 4 + place * 2)),
                ], by: own, on: until)
        }
        func room(_ unit: String, _ name: String, _ since: Day) throws -> ReadingRoom {
            try database.perform(
                EnterRoom(
                    scheme: RoomScheme(
                        unit: unit, name: name, place: "机关二楼", since: since, books: 800, opened: "工作日8:30至18:00",
                        keeper: "办公室 6012345")), by: office, on: until - 300)
        }
        let looked = try room(first.unit, "职工书屋", until - 700)
        try database.perform(
            LookAtRoom(record: looked.code, look: RoomLook(day: until - 40, books: 860)), by: office, on: until - 40)
        _ = try room(second.unit, "读书园地", until - 700)
        func article(
            _ group: StudyGroup, _ title: String, _ outlet: Outlet, _ paper: String, _ day: Day, by author: String
        )
            throws
        {
            guard day >= group.from else { return }
            try database.perform(
                EnterArticle(
                    scheme: ArticleScheme(
                        unit: group.unit, team: group.code, title: title, outlet: outlet, publishedIn: paper, day: day,
                        authors: [author], link: "https://news.example.cn/theory/\(day.iso)")), by: office, on: day + 3)
        }
        if members.count >= 2 {
            try article(first, "把调查研究做到群众家门口", .paper, "本市日报", until - 90, by: members[0])
            try article(first, "基层治理的几点体会", .journal, "党建研究", until - 45, by: members[1])
        }
    }

    private func lists(_ unit: String) throws {
        func enter(_ list: StudyList, _ subject: String, _ source: String) throws -> StudyItem {
            try database.perform(
                EnterStudyItem(
                    scheme: StudyItemScheme(
                        list: list, unit: unit, year: until.year, subject: subject, source: source, audience: "全体干部")),
                by: office, on: day(1, 20))
        }
        _ = try enter(.city, "干部教育培训工作条例", "全文")
        let book = try enter(.unit, "红星照耀中国", "人民文学出版社")
        guard until - 30 >= day(1, 20) else { return }
        try database.perform(
            ReadTogether(
                record: book.code,
                scheme: SharedReadingScheme(unit: unit, day: until - 30, halfHours: 4, heldAt: "职工书屋", people: 18)),
            by: office, on: until - 28)
    }

    /// Half-yearly reports at every step, where the half year is over.
    func reports(_ groups: [StudyGroup]) throws {
        guard until.month >= 8 else { return }
        var text = ReportText()
        (text.done, text.problems, text.next) = (
            "坚持每月集中学习，领学人提前备课，围绕分管工作谈打算。", "专题研讨的时间还不够。", "把研讨题目提前一周发给成员。"
        )
        (text.year, text.part) = (until.year, .half)
        let drafted = try groups.prefix(6).map { group in
            try database.perform(DraftReport(record: group.code, text: text), by: office, on: day(7, 3))
        }
        try all(drafted.prefix(5).map { HandInReport(record: $0.code) }, on: day(7, 10))
        try all(drafted.prefix(3).map { NoteReport(record: $0.code, isApproved: true, remark: "") }, on: day(7, 20))
        try all(
            [NoteReport(record: drafted[4].code, isApproved: false, remark: "补充上半年的研讨情况")], on: day(7, 20))
    }
}
