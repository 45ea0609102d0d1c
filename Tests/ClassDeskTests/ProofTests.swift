import Pages
import Store
import TestEngines
import Testing
import Vocabulary

@testable import ClassDesk

@Suite("The four proofs of a class, and who keeps it") struct ProofTests {
    private func running(_ engine: TestEngine) throws -> (ClassTown, TrainingClass) {
        let town = try ClassTown(engine)
        let made = try town.calledUp { $0.kind = .main }
        try town.name("P1", "P2", for: made)
        try town.arrive(at: made)
        try town.planned(made)
        return (town, made)
    }

    @Test(
        "one form confirms a whole class, and says who and when; exempt and taken back need a reason",
        arguments: TestEngine.allCases)
    func whole(engine: TestEngine) throws {
        let (town, made) = try running(engine)
        let today = made.scheme.opening + 2
        func keep(
            _ states: [String: ProofState], _ reason: String = "", by reader: Reader = .teacher, on day: Day? = nil
        ) throws {
            try town.database.perform(
                KeepProofs(trainingClass: made.code, kind: .classic, states: states, reason: reason), by: reader,
                on: day ?? today)
        }
        func proofs() throws -> [String: TraineeProof] {
            let all = try town.database.read { try $0.proofs(in: made.code) }
            let people = try town.trainees(of: made)
            return Dictionary(
                all.values.compactMap { proof in
                    people.first { $0.code == proof.trainee }.map { ($0.person, proof) }
                }
            ) { first, _ in first }
        }
        #expect(
            refusal { try keep(["P1": .done], on: made.scheme.opening - 1) } == [.proofsToCome(made.scheme.opening)])
        #expect(refusal { try keep(["P1": .exempt]) } == [.noReasonForProof])
        #expect(refusal { try keep(["P5": .done]) } == [.notTrainee("学员5")])
        try keep(["P1": .done, "P2": .done])
        #expect(try proofs().values.allSatisfy { $0.by == "县委党校" && $0.confirmed == today && $0.stands })
        #expect(refusal { try keep(["P1": .done, "P2": .done]) } == [.nothingChanged])
        // Put right: one is exempt, the other open after all.
        #expect(refusal { try keep(["P2": .open]) } == [.noReasonForProof])
        try keep(["P1": .exempt, "P2": .open], "已有证书；登记有误", by: .office)
        let after = try proofs()
        #expect(after["P1"].state == .exempt && after["P1"]?.by == "县委组织部")
        #expect(after["P2"].state == .open && after["P2"]?.withdrawn == today)
        let open = try town.database.read { reading in
            let progress = try reading.progress(of: made, on: today)
            return progress.present.filter { progress.openProofs($0).contains(.classic) }.map(\.person)
        }
        #expect(open == ["P2"])
        try keep(["P2": .done])
        #expect(try proofs()["P2"].state == .done)
        #expect(try town.database.faults().isEmpty)
    }

    @Test("a class of a kind that asks for none has none") func none() throws {
        let town = try ClassTown(.sqlite)
        let made = try town.calledUp()
        #expect(
            refusal {
                try town.database.perform(
                    KeepProofs(trainingClass: made.code, kind: .test, states: [:], reason: ""), by: .teacher,
                    on: made.scheme.opening)
            } == [.noProofsHere])
    }

    @Test("the class teacher whom it names keeps it, whatever their unit; another teacher of that unit does not")
    func keeper() throws {
        let (town, made) = try running(.sqlite)
        let place = ClassHalf(day: made.scheme.opening, half: .morning)
        func call(_ reader: Reader) throws {
            try town.database.perform(
                CallRoll(code: made.code, place: place, marks: [:]), by: reader, on: place.day)
        }
        let stranger = Reader(account: "镇教师", rights: [.see, .teach], unit: "U3")
        #expect(throws: NotAllowed.self) { try call(stranger) }
        // The sample's class teacher is P1.
        let named = Reader(account: "班主任", person: "P1", rights: [.see, .teach], unit: "U3")
        try call(named)
        #expect(throws: NotAllowed.self) {
            try town.database.perform(
                CloseClass(record: made.code, outcome: ClassOutcome(summary: "好")), by: named, on: ClassTown.closing)
        }
    }
}
