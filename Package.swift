// swift-tools-version: 6.2
import PackageDescription

let strictness: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
/// A channel without a network, for asking the router in tests. The tester that comes with Hummingbird would bring an HTTP client and
/// with it some 400 C files of a TLS library into every build.
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// Debug builds, which the tests run, check every access for exclusivity; release builds of the engine leave that out of
/// its inner loops (docs/decisions/0026).
let engineStrictness =
    strictness + [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

/// The stylesheet's files; they become part of the program, which stays one file.
let styles = [
    "document", "forms", "frame", "hall", "marks", "narrow", "paper", "phone",
    "rows", "charts", "sheet", "slots", "tables", "text", "tokens",
]

/// A room of the house. It may import only the rooms named here; `bin/check-imports` holds the sources to it.
func room(
    _ name: String, sees rooms: [String] = [], outside: [Target.Dependency] = [],
    path: String? = nil, settings: [SwiftSetting] = strictness, resources: [Resource] = []
) -> Target {
    .target(
        name: name, dependencies: rooms.map { .init(stringLiteral: $0) } + outside, path: path,
        resources: resources, swiftSettings: settings)
}

/// What every desk sees.
let deskSees = ["Vocabulary", "Spelling", "Records", "Store", "Storage", "Training", "Pages"]

/// A desk: what one group of people works at. No desk sees another; what two need lies in Storage or Training.
func desk(_ name: String, alsoSees rooms: [String] = []) -> Target {
    room(name, sees: deskSees + rooms, path: "Sources/Desks/\(name)")
}

/// `exclude` names folders of committed texts, which are read where they lie.
func tests(
    of name: String, sees rooms: [String], outside: [Target.Dependency] = [], resources: [Resource] = [],
    exclude: [String] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: rooms.map { .init(stringLiteral: $0) } + outside, exclude: exclude,
        resources: resources, swiftSettings: strictness)
}

let package = Package(
    name: "xingzhi",
    products: [
        .executable(name: "xingzhi", targets: ["xingzhi"]),
        .executable(name: "xingzhi-bench", targets: ["Benchmarks"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        room("Vocabulary"),
        room("Spelling", sees: ["Vocabulary"]),
        room("Plans", sees: ["Vocabulary"]),
        room("PlanLanguage", sees: ["Vocabulary", "Plans", "Formats"], outside: ["Yams"]),
        room("Records", sees: ["Vocabulary"]),
        room("LedgerEngine", sees: ["Vocabulary", "Plans", "Records"], settings: engineStrictness),
        room("SampleTown", sees: ["Vocabulary", "Records"]),
        room("Seats"),
        room("Files"),
        room("Formats", sees: ["Vocabulary"], outside: ["CZip", "CExpat"]),
        .target(name: "CBarrier"),
        room("Barrier", outside: ["CBarrier"]),
        room(
            "Store", sees: ["Vocabulary", "Spelling"],
            outside: [
                "CSodium", "CPostgres", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        room("Storage", sees: ["Vocabulary", "Spelling", "Plans", "Records", "Seats", "Store"], outside: ["CSodium"]),
        room(
            "Accounts", sees: ["Vocabulary", "Spelling", "Records", "Store", "Storage", "Mail"],
            outside: ["CSodium", "CCrypto"]),
        room("Mail"),
        room("OpenID", outside: ["CCrypto"]),
        room("Upkeep", sees: ["Vocabulary", "Plans", "Records", "LedgerEngine", "Files", "Store", "Storage"]),
        room(
            "Training",
            sees: [
                "Vocabulary", "Spelling", "Plans", "PlanLanguage", "Records", "LedgerEngine", "Seats", "Store",
                "Storage",
            ]),
        room(
            "Exchange",
            sees: ["Vocabulary", "Plans", "PlanLanguage", "Records", "LedgerEngine", "Seats", "Files", "Formats"]),
        room(
            "Pages", sees: ["Vocabulary", "Spelling", "Records", "Files", "Store", "Storage", "Accounts", "Formats"],
            outside: [hummingbird, "CQRCode"],
            resources: styles.map { .embedInCode("Assets/\($0).css") } + [.embedInCode("Assets/drag.js")]),
        room(
            "Books",
            sees: [
                "Vocabulary", "Spelling", "Plans", "Records", "LedgerEngine", "Store", "Storage", "Upkeep", "Exchange",
                "Pages",
            ]),
        desk("ActivityDesk", alsoSees: ["Books", "Exchange", "LedgerEngine", "Plans"]),
        desk("PeopleDesk", alsoSees: ["Exchange", "Formats", "Files", "Accounts", "Books"]),
        desk("PracticeDesk"),
        desk("NeedsDesk", alsoSees: ["Formats", "Books", "LedgerEngine", "Plans"]),
        desk("StudyDesk", alsoSees: ["Formats", "Books", "LedgerEngine", "Plans"]),
        desk("BranchDesk", alsoSees: ["Formats"]),
        desk("LectureDesk", alsoSees: ["Formats", "Books", "LedgerEngine", "Plans"]),
        desk("DrillDesk", alsoSees: ["Formats", "Books", "LedgerEngine", "Plans"]),
        desk("SecondmentDesk", alsoSees: ["Formats"]),
        desk("YearDesk", alsoSees: ["Books", "Formats", "LedgerEngine", "Plans"]),
        desk("ClassDesk", alsoSees: ["Formats", "Books", "LedgerEngine", "Plans", "Seats"]),
        desk("SeatDesk", alsoSees: ["Seats", "Books", "Exchange", "Formats"]),
        desk("StructureDesk", alsoSees: ["Books", "Formats", "LedgerEngine", "Plans"]),
        desk("PlanDesk", alsoSees: ["Books", "Exchange", "Formats", "LedgerEngine", "PlanLanguage", "Plans"]),
        desk("AccountDesk", alsoSees: ["Accounts"]),
        desk("NoticeDesk", alsoSees: ["Books", "Exchange", "LedgerEngine", "Plans"]),
        // All desks, and the schema that they make.
        room(
            "House",
            sees: [
                "Store", "Storage", "Pages", "ActivityDesk", "PeopleDesk", "PracticeDesk", "StudyDesk", "NeedsDesk",
                "ClassDesk", "BranchDesk", "LectureDesk", "DrillDesk", "SecondmentDesk", "YearDesk", "PlanDesk",
                "AccountDesk",
                "NoticeDesk",
            ]),
        room(
            "Web",
            sees: [
                "Vocabulary", "Spelling", "Pages", "Plans", "PlanLanguage", "Records", "LedgerEngine", "Seats",
                "Store", "Storage",
                "Upkeep", "Books", "Training", "Exchange", "Files", "Formats", "Barrier", "Accounts", "OpenID",
                "SeatDesk", "StructureDesk", "YearDesk", "PlanDesk", "House", "Mail",
            ],
            outside: [hummingbird, hummingbirdCore, logging]),
        .executableTarget(
            name: "xingzhi",
            dependencies: [
                "Vocabulary", "Spelling", "Plans", "PlanLanguage", "Records", "LedgerEngine", "SampleTown", "Seats",
                "Files", "Formats",
                "Store", "Storage", "Upkeep", "Training", "Exchange", "Barrier", "Accounts", "PeopleDesk",
                "PracticeDesk", "StudyDesk", "NeedsDesk", "ClassDesk", "BranchDesk", "LectureDesk", "DrillDesk",
                "SecondmentDesk", "House", "OpenID", "Web",
                arguments, logging,
            ],
            swiftSettings: strictness),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Vocabulary", "Plans", "PlanLanguage", "Records", "LedgerEngine", "SampleTown", "Seats", "Store",
                "Storage",
                "Training", "Upkeep", "Exchange", "Formats", "Books", "YearDesk", "House", "CSodium", arguments,
            ],
            swiftSettings: strictness),

        // A server made to fall, for the tests of the barrier.
        .executableTarget(
            name: "BarrierTrial", dependencies: ["Barrier", "Web", hummingbird, logging], path: "Tests/BarrierTrial",
            swiftSettings: strictness),

        // What tests of several rooms share.
        room("TestEngines", sees: ["Store", "House"], outside: ["CPostgres"], path: "Tests/TestEngines"),

        room("TestIssuer", sees: ["OpenID"], outside: ["CCrypto"], path: "Tests/TestIssuer"),

        tests(of: "Mail", sees: ["Mail", "TestEngines"]),
        tests(of: "OpenID", sees: ["OpenID", "TestIssuer"]),
        tests(of: "Vocabulary", sees: ["Vocabulary"]),
        tests(of: "Spelling", sees: ["Vocabulary", "Spelling"]),
        tests(
            of: "PlanLanguage", sees: ["Vocabulary", "Plans", "PlanLanguage", "Formats"], resources: [.copy("Corpus")]),
        tests(of: "Records", sees: ["Vocabulary", "Records"]),
        tests(
            of: "LedgerEngine", sees: ["Vocabulary", "Plans", "Records", "LedgerEngine"],
            resources: [.copy("Scenarios")]),
        tests(of: "SampleTown", sees: ["Vocabulary", "Records", "SampleTown"]),
        tests(of: "Seats", sees: ["Seats"]),
        tests(of: "Files", sees: ["Files"]),
        tests(of: "Formats", sees: ["Formats"], resources: [.copy("Samples")]),
        tests(
            of: "Storage",
            sees: [
                "Vocabulary", "Plans", "Records", "Seats", "Store", "Storage", "SampleTown", "House", "TestEngines",
            ],
            outside: [.product(name: "GRDB", package: "GRDB.swift")]),
        tests(
            of: "Upkeep",
            sees: [
                "Vocabulary", "Plans", "Records", "LedgerEngine", "Store", "Storage", "Upkeep", "House", "SampleTown",
            ]),
        tests(
            of: "Training",
            sees: [
                "Vocabulary", "Spelling", "Plans", "PlanLanguage", "Records", "LedgerEngine", "Seats", "Store",
                "Storage",
                "Training",
                "SampleTown", "House", "TestEngines",
            ]),
        tests(
            of: "Exchange",
            sees: [
                "Vocabulary", "Plans", "PlanLanguage", "Records", "LedgerEngine", "Seats", "Files", "Formats",
                "Exchange",
                "SampleTown",
            ]),
        // What tests of pages share: a page as committed text, a page taken apart again.
        room("PageTrial", sees: ["Pages"], path: "Tests/PageTrial"),

        tests(of: "Pages", sees: ["Vocabulary", "Formats", "Store", "House", "Pages", "PageTrial", "TestEngines"]),
        tests(
            of: "Web",
            sees: [
                "Vocabulary", "Spelling", "Pages", "PageTrial", "Plans", "PlanLanguage", "Records", "LedgerEngine",
                "Store", "Storage", "Books", "Training", "Exchange", "Formats", "SampleTown", "Seats", "Web",
                "Accounts", "OpenID", "SeatDesk", "StructureDesk", "ClassDesk", "StudyDesk", "BranchDesk",
                "LectureDesk",
                "DrillDesk",
                "SecondmentDesk", "YearDesk", "House", "TestEngines", "TestIssuer",
            ], outside: [hummingbird, nioEmbedded], exclude: ["Cases"]),
        tests(
            of: "PeopleDesk",
            sees: [
                "Vocabulary", "Spelling", "Records", "Store", "Storage", "Training", "Pages", "Formats", "PeopleDesk",
                "House", "TestEngines",
            ], resources: [.copy("Files")]),
        tests(
            of: "ClassDesk",
            sees: [
                "Vocabulary", "Spelling", "Records", "Store", "Storage", "Training", "Pages", "Formats", "ClassDesk",
                "House",
                "TestEngines",
            ]),
        tests(
            of: "NeedsDesk",
            sees: [
                "Vocabulary", "Spelling", "Records", "Store", "Storage", "Training", "Pages", "Formats", "NeedsDesk",
                "House", "TestEngines",
            ]),
        tests(
            of: "PracticeDesk",
            sees: [
                "Vocabulary", "Spelling", "Records", "Store", "Storage", "Training", "Pages", "Formats", "PracticeDesk",
                "House",
                "TestEngines",
            ]),
        tests(
            of: "StructureDesk",
            sees: [
                "Vocabulary", "Records", "Store", "Storage", "Pages", "LedgerEngine", "Books", "StructureDesk", "House",
                "TestEngines",
            ]),
        tests(
            of: "StudyDesk",
            sees: [
                "Vocabulary", "Spelling", "Records", "Store", "Storage", "Training", "Pages", "Formats", "StudyDesk",
                "House", "TestEngines",
            ]),
        tests(
            of: "BranchDesk",
            sees: [
                "Vocabulary", "Spelling", "Records", "Store", "Storage", "Training", "Pages", "Formats", "BranchDesk",
                "House", "TestEngines",
            ]),
        tests(
            of: "LectureDesk",
            sees: [
                "Vocabulary", "Spelling", "Records", "Store", "Storage", "Training", "Pages", "Formats", "LectureDesk",
                "House", "TestEngines",
            ]),
        tests(
            of: "DrillDesk",
            sees: [
                "Vocabulary", "Spelling", "Records", "Store", "Storage", "Training", "Pages", "Formats", "DrillDesk",
                "House", "TestEngines",
            ]),
        tests(
            of: "SecondmentDesk",
            sees: [
                "Vocabulary", "Spelling", "Records", "Store", "Storage", "Training", "Pages", "Formats",
                "SecondmentDesk",
                "House", "TestEngines",
            ]),
        tests(
            of: "YearDesk",
            sees: [
                "Vocabulary", "Plans", "Records", "LedgerEngine", "Store", "Storage", "Training", "Pages", "Books",
                "YearDesk", "House", "TestEngines",
            ]),
        tests(
            of: "PlanDesk",
            sees: [
                "Vocabulary", "Spelling", "Plans", "PlanLanguage", "Records", "Store", "Storage", "Training", "Pages",
                "Formats", "PlanDesk", "House", "TestEngines",
            ]),
        tests(
            of: "Accounts",
            sees: ["Vocabulary", "Records", "Store", "Storage", "Accounts", "House", "TestEngines"]),
        tests(
            of: "Flow",
            sees: [
                "Accounts", "Vocabulary", "Spelling", "Plans", "PlanLanguage", "Records", "LedgerEngine", "Store",
                "Storage",
                "Training",
                "Exchange", "Formats", "SampleTown", "Seats", "Web", "xingzhi", "BarrierTrial",
                "House", "TestEngines",
            ], outside: [arguments]),
    ],
    swiftLanguageModes: [.v6]
)
