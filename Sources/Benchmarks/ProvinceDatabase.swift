import ArgumentParser
import Foundation
import House
import Plans
import Records
import Storage
import Store
import Vocabulary

/// Makes a database of ours from the benchmark's data, with its rules as the published edition.
struct ProvinceDatabase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "province", abstract: "把基准数据做成行知数据库。A database of ours from the benchmark's data.")

    @Option(help: "数据目录。Folder of the data set.")
    var data: String

    @Option(help: "数据库目录，须尚不存在。Folder of the new database.")
    var database: String

    @Option(help: "规模 S、M、L。Size.")
    var size = "M"

    func run() throws {
        guard !Database.exists(directory: database) else {
            throw ValidationError("已有数据库。There is a database already: \(database)")
        }
        let province = ProvinceData(directory: URL(fileURLWithPath: data))
        let book = try province.book()
        let count = try province.column("participation.role", as: Int16.self).count
        let begun = ContinuousClock.now
        try Database.make(directory: database, by: "xingzhi-bench") { transaction in
            try transaction.insert(
                book, participations: count, each: province.eachParticipation,
                progress: { done, total in
                    guard done == total || done.isMultiple(of: 500_000) else { return }
                    let seconds = Int((ContinuousClock.now - begun).seconds)
                    FileHandle.standardError.write(Data("\(size): \(done) / \(total)  \(seconds) s\n".utf8))
                })
            try transaction.add(StoredEdition(ProvinceEdition.edition))
        }
    }
}

extension ProvinceData {
    /// Everything but the participations; persons have invented names.
    func book() throws -> RecordBook {
        var book = RecordBook()
        book.units = try units()
        let units = try column("person.unit", as: Int32.self)
        let entered = try column("person.entered", as: Int32.self)
        let categories = try column("person.category", as: Int16.self)
        let levels = try column("person.level", as: Int16.self)
        let sexes = try column("person.sex", as: Int16.self)
        for person in units.indices {
            let from = ProvinceEdition.inForce + Int(entered[person])
            let dated = Dated(from: from, recorded: from)
            let code = Self.code("P", person, 7)
            book.persons.append(
                Person(
                    code: code, name: Self.name(person), sex: sexes[person] == 1 ? .female : .male,
                    birthMonth: "\(1965 + person % 35)-\(10 + person % 3)", recorded: from))
            book.appointments.append(
                Appointment(
                    code: Self.code("J", person, 7), person: code, unit: Self.code("U", Int(units[person]), 5),
                    post: "", rank: "", dated: dated))
            book.categories.append(
                CategoryHolding(
                    code: Self.code("C", person, 7), person: code,
                    category: PersonCategory(rawValue: "c\(categories[person])"), dated: dated))
            if levels[person] >= 5 {
                book.categories.append(
                    CategoryHolding(code: Self.code("D", person, 7), person: code, category: "senior", dated: dated))
            }
        }
        book.activities = try activities()
        return book
    }

    private static func name(_ person: Int) -> String {
        let families = Array("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜")
        let given = Array("安柏川德恩帆谷海佳凯岚敏宁培清荣书桐文熙雅泽")
        return String([
            families[person % families.count], given[person / 32 % given.count], given[person / 704 % given.count],
        ])
    }

    private func activities() throws -> [Activity] {
        let kinds = try column("activity.kind", as: Int16.self)
        let units = try column("activity.unit", as: Int32.self)
        let starts = try column("activity.start_day", as: Int32.self)
        let ends = try column("activity.end_day", as: Int32.self)
        let tags = try column("activity.tags", as: Int32.self)
        let reported = try column("activity.reported", as: Int32.self)
        let leads = try column("activity.lead_days", as: Int32.self)
        let base = ProvinceEdition.inForce
        return kinds.indices.map { activity in
            let code = Self.code("A", activity, 7)
            let from = base + Int(starts[activity])
            let known = base + Int(reported[activity])
            return Activity(
                code: code, kind: ProvinceEdition.kind(Int(kinds[activity])), title: code,
                organiser: Self.code("U", Int(units[activity]), 5), from: from, to: base + Int(ends[activity]),
                hours: 0,
                topics: (0..<16).filter { tags[activity] & (1 << Int32($0)) != 0 }.map(ProvinceEdition.topic),
                filed: from - Int(leads[activity]), reported: known, recorded: known)
        }
    }

    func eachParticipation(_ body: (Participation) throws -> Void) throws {
        let activities = try column("participation.activity", as: Int32.self)
        let persons = try column("participation.person", as: Int32.self)
        let roles = try column("participation.role", as: Int16.self)
        let hours = try column("participation.hours", as: Float.self)
        let completed = try column("participation.completed", as: UInt8.self)
        let reported = try column("activity.reported", as: Int32.self)
        let base = ProvinceEdition.inForce
        for line in activities.indices {
            let activity = Int(activities[line])
            try body(
                Participation(
                    code: Self.code("R", line, 8), activity: Self.code("A", activity, 7),
                    person: Self.code("P", Int(persons[line]), 7), role: Self.roles[Int(roles[line])],
                    hours: Double((hours[line] * 2).rounded(.towardZero)) / 2, completed: completed[line] != 0,
                    recorded: base + Int(reported[activity])))
        }
    }
}
