import Exchange
import FoundationEssentials
import Seats
import Vocabulary

/// The seat plans that are kept, one file each, and the planning under way. One plan is worked out at a time.
actor SeatPlans {
    /// nil: kept in memory only.
    private let directory: String?
    private var pictures: [Int: SeatPicture] = [:]
    /// Plans that were taken away and can be had back; their files bear `Self.removedSuffix`.
    private var taken: [Int: SeatPicture] = [:]
    private static let removedSuffix = ".removed"
    private var isRead = false
    /// Files that could not be read, and why they could not.
    private(set) var unreadable: [(file: String, error: any Error)] = []
    private var running: [Int: Task<Void, Never>] = [:]
    private var refusals: [Int: Refusal] = [:]
    private var highest = 0
    private var last: Task<Void, Never>?

    /// How a plan stands besides its proposal.
    struct Status: Equatable, Sendable {
        var isRunning = false
        /// Why the last attempt made no proposal.
        var refusal: Refusal?
    }

    enum Refusal: Error, Equatable {
        case trouble(SeatTrouble)
        /// The proposal did not pass its check; it was not kept.
        case breach(SeatBreach)
        case notWritten
    }

    init(directory: String?) { self.directory = directory }

    /// The newest first.
    func all() -> [SeatPicture] {
        readOnce()
        return pictures.values.sorted { $0.plan.number > $1.plan.number }
    }

    func picture(_ number: Int) -> SeatPicture? {
        readOnce()
        return pictures[number]
    }

    func status(_ number: Int) -> Status {
        Status(isRunning: running[number] != nil, refusal: refusals[number])
    }

    func add(_ instance: SeatInstance, name: String, on day: Day) throws -> Int {
        readOnce()
        try keep(SeatPlan(number: highest + 1, name: name, made: day, instance: instance))
        highest += 1
        return highest
    }

    func rename(_ number: Int, to name: String) throws {
        guard var plan = picture(number)?.plan else { return }
        plan.name = name
        try keep(plan)
    }

    /// The plans that were taken away, the newest first.
    func removed() -> [SeatPicture] {
        readOnce()
        return taken.values.sorted { $0.plan.number > $1.plan.number }
    }

    /// Takes a plan away; `restore` gives it back. What is being worked out for it is lost.
    func remove(_ number: Int) throws {
        guard let picture = picture(number) else { return }
        if let directory {
            let file = "\(directory)/\(number).json"
            try FileManager.default.moveItem(atPath: file, toPath: file + Self.removedSuffix)
        }
        taken[number] = picture
        pictures[number] = nil
        refusals[number] = nil
    }

    func restore(_ number: Int) throws {
        readOnce()
        guard let picture = taken[number] else { return }
        if let directory {
            let file = "\(directory)/\(number).json"
            try FileManager.default.moveItem(atPath: file + Self.removedSuffix, toPath: file)
        }
        pictures[number] = picture
        taken[number] = nil
    }

    func wish(_ number: Int, _ change: @Sendable (inout SeatWishes) -> Void) throws {
        guard var plan = picture(number)?.plan else { return }
        change(&plan.wishes)
        try keep(plan)
        refusals[number] = nil
    }

    /// Starts to work out a proposal, close to the last one or from nothing; a plan under way goes on as it is.
    func run(_ number: Int, afresh: Bool, on day: Day) {
        guard running[number] == nil, let plan = picture(number)?.plan else { return }
        let before = last
        refusals[number] = nil
        let task = Task.detached(priority: .utility) {
            await before?.value
            let outcome = Self.propose(plan, afresh: afresh, on: day)
            await self.finish(plan, outcome)
        }
        running[number] = task
        last = task
    }

    /// Waits for a run to end, but no longer than this.
    func wait(for number: Int, atMost limit: Duration) async {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while running[number] != nil, clock.now < end { try? await Task.sleep(for: .milliseconds(20)) }
    }

    private static func propose(
        _ plan: SeatPlan, afresh: Bool, on day: Day
    ) -> Result<SeatPlan.KeptProposal, Refusal> {
        let clock = ContinuousClock()
        let start = clock.now
        let effort = SeatEffort(
            rounds: nil, isSearchOver: { clock.now - start > .seconds(15) },
            isOver: { clock.now - start > .seconds(60) })
        let previous = afresh ? nil : plan.proposal?.seats
        do throws(SeatTrouble) {
            let made = try SeatPlanner(plan.instance).propose(
                wishes: plan.wishes, previous: previous, effort: effort)
            let check = SeatCheck(made.seats, in: plan.instance, wishes: plan.wishes)
            if let breach = check.breaches.first { return .failure(.breach(breach)) }
            return .success(
                .init(
                    seats: made.seats, value: made.value, bound: made.bound, wishes: plan.wishes,
                    isCloseToPrevious: previous != nil, made: day))
        } catch {
            return .failure(.trouble(error))
        }
    }

    private func finish(_ begun: SeatPlan, _ outcome: Result<SeatPlan.KeptProposal, Refusal>) {
        running[begun.number] = nil
        switch outcome {
        case .failure(let refusal): refusals[begun.number] = refusal
        case .success(let proposal):
            // Wishes may have changed meanwhile: they stay, and the proposal remembers the ones it was made by.
            guard var plan = picture(begun.number)?.plan else { return }
            plan.previous = plan.proposal
            plan.proposal = proposal
            do { try keep(plan) } catch { refusals[begun.number] = .notWritten }
        }
    }

    private func keep(_ plan: SeatPlan) throws {
        if let directory {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try SeatPlanFile.write(plan, to: "\(directory)/\(plan.number).json")
        }
        pictures[plan.number] = SeatPicture(plan)
    }

    private func readOnce() {
        guard !isRead else { return }
        isRead = true
        guard let directory, let files = try? FileManager.default.contentsOfDirectory(atPath: directory) else { return }
        for file in files.sorted() {
            let isRemoved = file.hasSuffix(Self.removedSuffix)
            let name = isRemoved ? String(file.dropLast(Self.removedSuffix.count)) : file
            guard name.hasSuffix(".json"), let number = Int(name.dropLast(5)), number > 0 else { continue }
            highest = max(highest, number)
            do {
                let bytes = try Data(contentsOf: URL(filePath: "\(directory)/\(file)"))
                let picture = SeatPicture(try SeatPlanFile.read(Array(bytes), number: number))
                if isRemoved { taken[number] = picture } else { pictures[number] = picture }
            } catch {
                unreadable.append((file, error))
            }
        }
    }
}
