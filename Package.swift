// swift-tools-version: 6.3
// tongbao: sheets in, fair scores and circulars out. ARCHITECTURE.md explains the targets.

import PackageDescription

let package = Package(
  name: "tongbao",
  products: [
    .executable(name: "tongbao", targets: ["tongbao"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // C libraries, each behind the smallest boundary that compiles.
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]
    ),
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),

    // Values and the writers that several stages share.
    .target(name: "TongbaoModel"),
    .target(name: "TongbaoFormats", dependencies: ["TongbaoModel", "CICU"]),

    // The stages. None imports another.
    .target(
      name: "TongbaoConfiguration",
      dependencies: ["TongbaoModel", "TongbaoFormats", "Yams"]
    ),
    .target(
      name: "TongbaoReading",
      dependencies: ["TongbaoModel", "TongbaoFormats", "CLibXML2"]
    ),
    .target(name: "TongbaoIntake", dependencies: ["TongbaoModel", "TongbaoFormats"]),
    .target(name: "TongbaoScoring", dependencies: ["TongbaoModel", "TongbaoFormats"]),
    .target(
      name: "TongbaoRendering",
      dependencies: [
        "TongbaoModel", "TongbaoFormats",
        .product(name: "Mustache", package: "swift-mustache"),
      ]
    ),
    .target(
      name: "TongbaoPublishing",
      dependencies: [
        "TongbaoModel", "TongbaoFormats",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),

    // The order of the steps, and the terminal.
    .target(
      name: "TongbaoPipeline",
      dependencies: [
        "TongbaoModel", "TongbaoFormats", "TongbaoConfiguration", "TongbaoReading",
        "TongbaoIntake", "TongbaoScoring", "TongbaoRendering", "TongbaoPublishing",
      ]
    ),
    .executableTarget(
      name: "tongbao",
      dependencies: [
        "TongbaoModel", "TongbaoFormats", "TongbaoPipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "tongbao-bench",
      dependencies: [
        "TongbaoModel", "TongbaoFormats", "TongbaoConfiguration", "TongbaoScoring",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // Tests.
    .testTarget(name: "TongbaoModelTests", dependencies: ["TongbaoModel"]),
    .testTarget(name: "TongbaoFormatsTests", dependencies: ["TongbaoFormats", "TongbaoModel"]),
    .testTarget(
      name: "TongbaoConfigurationTests",
      dependencies: ["TongbaoConfiguration", "TongbaoModel"]
    ),
    .testTarget(name: "TongbaoReadingTests", dependencies: ["TongbaoReading", "TongbaoModel"]),
    .testTarget(name: "TongbaoIntakeTests", dependencies: ["TongbaoIntake", "TongbaoModel"]),
    .testTarget(
      name: "TongbaoScoringTests",
      dependencies: ["TongbaoScoring", "TongbaoModel", "TongbaoConfiguration"]
    ),
    .testTarget(
      name: "TongbaoRenderingTests",
      dependencies: ["TongbaoRendering", "TongbaoModel", "TongbaoFormats"]
    ),
    .testTarget(
      name: "TongbaoPublishingTests",
      dependencies: ["TongbaoPublishing", "TongbaoModel", "TongbaoFormats"]
    ),
    .testTarget(
      name: "TongbaoPipelineTests",
      dependencies: [
        "TongbaoPipeline", "TongbaoModel", "TongbaoFormats", "TongbaoConfiguration",
        "TongbaoReading", "TongbaoIntake", "TongbaoScoring", "TongbaoRendering",
        "TongbaoPublishing",
      ]
    ),
    .testTarget(name: "CommandTests", dependencies: ["tongbao", "tongbao-bench"]),
    .testTarget(
      name: "RepositoryTests",
      dependencies: [
        "TongbaoModel", "TongbaoConfiguration", "TongbaoReading", "TongbaoIntake",
        "TongbaoScoring", "TongbaoRendering", "TongbaoPublishing", "TongbaoPipeline",
      ]
    ),
  ]
)

// Fuzzers of reading, built by `make fuzz` alone: they have libFuzzer's own main function.
if Context.environment["TONGBAO_FUZZ"] != nil {
  package.targets += [
    .target(
      name: "SheetProperties",
      dependencies: ["TongbaoModel", "TongbaoConfiguration", "TongbaoReading", "TongbaoIntake"],
      path: "Tests/Fuzzing/SheetProperties"
    ),
    .executableTarget(
      name: "fuzz-csv",
      dependencies: ["SheetProperties"],
      path: "Tests/Fuzzing/CSV"
    ),
    .executableTarget(
      name: "fuzz-xml",
      dependencies: ["SheetProperties"],
      path: "Tests/Fuzzing/XML"
    ),
  ]
}

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]
for target in package.targets where ![.system, .plugin].contains(target.type) {
  guard !target.name.hasPrefix("C") || target.name == "CommandTests" else { continue }
  target.swiftSettings = (target.swiftSettings ?? []) + settings
  if target.name.hasPrefix("fuzz-") {
    target.swiftSettings?.append(.unsafeFlags(["-parse-as-library"]))
  }
}
