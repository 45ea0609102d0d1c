import Pages
import Storage
import Store
import Vocabulary

/// What a trainee sees of their own classes, on a telephone first (我的培训班).
enum MyClasses {
    static let address = "/me/classes"
    static let words = Words("我的培训班", "My classes")
    static let path = "\(address)/:code"

    static func address(of code: String) -> String { "\(address)/\(Query.encoded(code))" }

    /// Stages in which somebody has something to do with a class.
    static let stages: [TraineeStage] = [.nominated, .waiting, .accepted, .arrived, .left]
}

extension Routes {
    mutating func myClasses() {
        page(MyClasses.address, MyClasses.words, right: .own) { ask in
            guard let person = try ask.me() else { return try ask.nobodysClasses() }
            return try ask.myClasses(of: person)
        }
        page(MyClasses.path, Words("我的一个培训班", "One of my classes"), right: .own) { ask in
            guard try ask.me() != nil else { return try ask.nobodysClasses() }
            let (found, trainee) = try ask.myClass()
            return try MyClass(found, trainee, ask).page()
        }
    }
}

extension Ask {
    /// The class that the address names, where whoever asks is one of its trainees; else there is no such page.
    func myClass() throws -> (TrainingClass, Trainee) {
        guard let person = try me(),
            let found = try reading.one(TrainingClass.self, parts["code"] ?? "", for: .everybody),
            let trainee = try reading.trainee(of: person, in: found.code), MyClasses.stages.contains(trainee.stage)
        else { throw NotFound(context: context) }
        return (found, trainee)
    }

    /// All of somebody's classes, the latest first.
    func classesOf(_ person: String) throws -> [(found: TrainingClass, trainee: Trainee)] {
        let mine = try reading.all(
            Trainee.self, for: .everybody,
            where: "person in (\(list: try reading.codes(of: person))) and stage in (\(list: MyClasses.stages))",
            order: "code", limit: 200)
        let classes = try reading.nouns(TrainingClass.self, mine.map(\.trainingClass), for: .everybody)
            .filter { $0.stage == .approved }
        return classes.compactMap { found in
            mine.first { $0.trainingClass == found.code }.map { (found, $0) }
        }.sorted { $0.found.scheme.opening > $1.found.scheme.opening }
    }

    fileprivate func myClasses(of person: String) throws -> Page {
        let classes = try classesOf(person)
        var page = Page(
            MyClasses.words,
            .sheet(
                classes.isEmpty
                    ? .emptyState(
                        Words("没有您的培训班", "No class of yours"),
                        .say("单位报名后，培训班显示在这里。", "Once your unit has named you, the class shows here."))
                    : .part(
                        Words("培训班", "Classes"),
                        .data(
                            .say("我的培训班", "My classes"),
                            [
                                DataHead(.say("班次", "Class"), .lead), DataHead(.say("时间", "When"), .meta),
                                DataHead(.say("地点", "Where"), .meta), DataHead(.say("状态", "State"), .end),
                            ],
                            classes.map { found, trainee in
                                [
                                    .link(MyClasses.address(of: found.code), .text(found.title)),
                                    .days(found.scheme.opening, found.scheme.closing),
                                    .text(found.scheme.institution), .standing(trainee.stage.mark, trainee.stage.words),
                                ]
                            }))))
        page.isKept = false
        return page
    }
}

extension MyClasses {
    /// The classes that somebody attends or is to attend, with what comes next, on the page of whoever sees only their own.
    static func waiting(_ ask: Ask) throws -> [Waiting] {
        guard !ask.reader.may(.see), let person = try ask.me() else { return [] }
        let (rules, clock) = (try ask.classRules, try ask.clock)
        let coming = try ask.classesOf(person).map(\.found).filter { $0.scheme.closing >= ask.today }
        let mine = try coming.compactMap { found -> (found: TrainingClass, next: ClassSession?)? in
            let timetable = try ask.reading.one(Timetable.self, found.code, for: .everybody)
            let next = timetable?.halves.first { half in
                half.place.day > ask.today
                    || half.place.day == ask.today && clock < rules.ends(half.place.half, halfHours: half.halfHours)
            }
            // After its last session nothing of it is to come.
            if next == nil, timetable?.halves.isEmpty == false { return nil }
            return (found, timetable?.sheet.sessions.first { $0.day == next?.place.day && $0.half == next?.place.half })
        }
        guard !mine.isEmpty else { return [] }
        let items = mine.prefix(Waiting.mostItems).map { found, next in
            let remark: HTML =
                next.map { .group([.day($0.day), " ", .words($0.half.words), .text(" \($0.room)")]) }
                ?? .group([.say("报到", "Arrival "), .day(found.scheme.registration)])
            return Waiting.Item(
                found.title, address(of: found.code), remark: remark, act: Words("查看", "See"),
                at: address(of: found.code))
        }
        return [Waiting(words, count: mine.count, address: address, items)]
    }
}
