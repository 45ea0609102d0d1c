import Pages
import Storage
import Store
import Vocabulary

extension TrainingClass {
    /// What waits besides by its state: names to be decided, an application that came back, seats that a unit has to fill.
    static func waiting(_ ask: Ask) throws -> [Waiting] {
        var found = try ClassState.waiting(ask, order: "opening_day")
        if AcceptTrainee.isAllowed(to: ask.reader) {
            let mine = try kept(by: ask.reader, in: ask.reading)
            found += try Waiting.some(
                TeachingDue.names.words, TrainingClass.self,
                where: "\(try TeachingDue.names.condition(ask)) and \(mine)",
                order: "opening_day",
                address: "/classes?due=\(TeachingDue.names.rawValue)\(narrowedToKept(ask))", ask
            ) { found in
                let named = try ask.reading.count(
                    Trainee.self, for: ask.reader,
                    where: "class = \(found.code) and stage = \(TraineeStage.nominated)")
                return .init(
                    found.title, found.address, remark: .say("\(named)人", "\(named) people"),
                    act: Words("审核", "Decide"),
                    at: "/classes/trainees?class=\(found.code)&stage=nominated")
            }
        }
        found += try seatsWaiting(ask)
        found += try teachingWaiting(ask)
        guard ask.reader.may(.report), let unit = ask.reader.unit else { return found }
        // A class is everybody's to see: what came back is its organiser's to put right.
        found += try Waiting.some(
            Words("班次退回修改", "Classes: returned"), TrainingClass.self,
            where: "\(try ClassState.returned.condition(ask)) and \(.beneath(unit, column: "organiser"))",
            order: "opening_day", address: "\(ClassState.returned.listAddress)&unit=\(Query.encoded(unit))",
            isReturned: true, ask
        ) { found in
            .init(
                found.title, found.address, remark: .text(found.remark), act: ApplyForClassAgain.button,
                at: ApplyForClassAgain.address(of: found))
        }
        found += try partsUnused(of: unit, ask)
        found += try Waiting.some(
            Words("报名被退回", "Names: returned"), Trainee.self,
            where: """
                stage = \(TraineeStage.returned) and \(Trainee.isUpcoming(on: ask.today))
                and \(.beneath(unit, column: "unit"))
                """,
            order: "decided_day, code",
            address: "/classes/trainees?stage=returned&upcoming=yes&unit=\(Query.encoded(unit))", isReturned: true, ask
        ) { trainee in
            let remark = trainee.remark.isEmpty ? "" : "：\(trainee.remark)"
            return .init(
                try ask.naming.personName(trainee.person), "/classes/\(trainee.trainingClass)",
                remark: .text(try ask.className(trainee.trainingClass) + remark), act: Nominate.button,
                at: "/classes/\(trainee.trainingClass)/nominate")
        }
        return try found
            + Waiting.some(
                Words("等待报名的班次", "Classes to name people for"), TrainingClass.self,
                where: openSeats(of: unit, on: ask.today), order: "opening_day",
                address: "/classes?seats=\(Query.encoded(unit))", ask
            ) { found in
                .init(
                    found.title, found.address,
                    remark: .group([.days(found.scheme.opening, found.scheme.closing), " ", try found.reminder(ask)]),
                    act: Nominate.button, at: Nominate.address(of: found))
            }
    }

    static func openSeats(of unit: String, on today: Day) -> SQL {
        """
        stage = \(ClassStage.approved) and code in (
            select q.class from class_quotas q join class_call_ups c on c.class = q.class
            where coalesce(q.names_due, c.deadline) >= \(today) and q.unit = \(unit) and q.seats > (
                select count(*) from trainees t where t.class = q.class and t.unit = q.unit
                and (t.way is null or t.way <> \(TraineeWay.beside)) and t.stage in (\(list: TraineeStage.seated))))
        """
    }

    /// What others did to classes.
    static func changed(_ ask: Ask, since seq: Int) throws -> [Changed] {
        try Changed.some(TrainingClass.self, since: seq, ask) { found, row in
            (ask.acts[row.act] ?? Words("变动", "changed"), found.title, found.address)
        }
    }
}

extension Trainee {
    /// Classes on whose roster somebody stands or stood.
    static func held(_ ask: Ask, _ person: String) throws -> [Held] {
        let codes = try ask.reading.codes(of: person)
        let theirs: SQL = "trainee in (select code from trainees where person in (\(list: codes)))"
        return [
            try .some(
                Words("请假", "Leave"),
                [
                    Words("起止", "From, to"), Words("类别", "Kind"), Words("事由", "Why"), Words("去向和联系电话", "Where"),
                    Words("结果", "Decision"),
                ],
                ClassLeave.self, where: theirs, order: "from_day desc", ask
            ) { row in
                [
                    .words(row.span), .words(row.scheme.kind.words), .text(row.scheme.reason),
                    .text(row.scheme.contact),
                    .words(row.stage.words),
                ]
            },
            try .some(
                Words("签到", "Sign-ins"), [Words("半天", "Half-day"), Words("时间", "At"), Words("班次", "Class")],
                HallSignIn.self, where: theirs, order: "day desc", ask
            ) { row in
                [.words(row.place.words), .text(row.at.text), .text(try ask.className(row.trainingClass))]
            },
            try .some(
                Words("培训班", "Classes"), [Words("班次", "Class"), Words("时任单位及职务", "Post then"), Words("状态", "State")],
                Trainee.self, where: "person in (\(list: codes))", order: "named_day desc", ask
            ) { row in
                [
                    .text(try ask.className(row.trainingClass)), .text(try ask.reading.postThen(of: row)),
                    .words(row.stage.words),
                ]
            },
        ]
    }
}
