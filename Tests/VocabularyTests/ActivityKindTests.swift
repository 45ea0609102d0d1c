import Testing
import Vocabulary

@Suite("Kinds of activity")
struct ActivityKindTests {
    @Test("a wider kind holds the kinds beneath it, and `any` holds all")
    func wider() {
        let catalogue = ActivityKindCatalogue()
        #expect(catalogue.kinds(within: .lecture) == [.lecture, .partyLecture, .lectureHall])
        #expect(catalogue.kinds(within: .exam) == [.exam])
        #expect(catalogue.kinds(within: .any) == nil)
    }

    @Test("a lexicon adds a kind beneath a built-in one, or renames one")
    func added() {
        let catalogue = ActivityKindCatalogue(adding: [
            .init("triage", "分诊演练", "triage drill", in: .drill), .init(.exam, "考核测试", "test"),
        ])
        #expect(catalogue.kinds(within: .drill) == [.drill, "triage"])
        #expect(catalogue[.exam]?.nameZh == "考核测试")
        #expect(catalogue.entries.count == ActivityKindCatalogue.builtIn.count + 1)
    }

    @Test("every built-in kind is listed once, under a kind that is listed too")
    func builtIn() {
        let kinds = ActivityKindCatalogue.builtIn.map(\.kind)
        #expect(Set(kinds).count == kinds.count)
        for entry in ActivityKindCatalogue.builtIn {
            if let wider = entry.wider { #expect(kinds.contains(wider)) }
        }
    }

    @Test("no category of person tells belief, affiliation or ethnicity")
    func bounds() {
        let names = PersonCategory.builtIn.flatMap { [$0.zh, $0.en.lowercased()] }
        for word in ["党外", "民族", "宗教", "信仰", "non-party", "ethnic", "minorit", "belief", "religio"] {
            #expect(!names.contains { $0.contains(word) })
        }
    }
}
