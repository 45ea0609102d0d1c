public import Testing

/// Runs each test of a suite once on every engine: `@Suite(.onEveryEngine)`. What opens a database there asks
/// `TestEngine.current` for its place.
public struct OnEveryEngine: SuiteTrait, TestTrait, TestScoping {
    public var isRecursive: Bool { true }

    public func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? { testCase == nil ? nil : self }

    public func provideScope(
        for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
    ) async throws {
        for engine in TestEngine.allCases {
            let made = MadePlaces()
            defer { made.remove() }
            try await MadePlaces.$current.withValue(made) {
                try await TestEngine.$current.withValue(engine) { try await body() }
            }
        }
    }
}

extension Trait where Self == OnEveryEngine {
    public static var onEveryEngine: Self { Self() }
}
