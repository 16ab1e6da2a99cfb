// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is held to: the language mode of Swift 6, imports that say what they
/// show, and no warning left standing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Targets that touch no pointer prove it.
let safe: [SwiftSetting] = strict + [.strictMemorySafety()]

let package = Package(
  name: "ganbook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "ganbook", targets: ["ganbook"]),
    .library(name: "Engine", targets: ["Engine"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // MARK: C
    .target(name: "CKernels"),
    .target(name: "CKernelChecks", dependencies: ["CKernels"]),
    .target(
      name: "CNcurses",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(name: "CTermGuard"),

    // MARK: From numbers to notebook
    .target(name: "Engine", dependencies: ["CKernels"], swiftSettings: strict),
    .target(name: "Adversarial", dependencies: ["Engine"], swiftSettings: safe),
    .target(name: "Experiments", dependencies: ["Adversarial", "Engine"], swiftSettings: safe),
    .target(
      name: "Notebook",
      dependencies: ["Experiments", "Adversarial", .product(name: "Yams", package: "Yams")],
      swiftSettings: safe),

    // MARK: To the screen
    .target(name: "Plotting", swiftSettings: safe),
    .target(
      name: "Workbench", dependencies: ["Notebook", "Experiments", "Adversarial", "Plotting"],
      swiftSettings: safe),
    .executableTarget(
      name: "ganbook",
      dependencies: [
        "Workbench", "Notebook", "Experiments", "Adversarial", "Engine", "Plotting", "CNcurses",
        "CTermGuard", "CKernels", "CKernelChecks",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // MARK: Tests
    .testTarget(
      name: "CKernelsTests", dependencies: ["CKernels", "CKernelChecks"], swiftSettings: strict),
    .target(name: "CAllocations", path: "Tests/CAllocations"),
    .testTarget(
      name: "EngineTests", dependencies: ["Engine", "CKernels", "CAllocations"],
      swiftSettings: strict),
    .testTarget(
      name: "AdversarialTests", dependencies: ["Adversarial", "Experiments", "Engine"],
      resources: [.copy("Golden")], swiftSettings: strict),
    .testTarget(
      name: "NotebookTests",
      dependencies: ["Notebook", "Experiments", "Adversarial", "ganbook"],
      swiftSettings: strict),
    .testTarget(name: "PlottingTests", dependencies: ["Plotting"], swiftSettings: strict),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: ["Workbench", "Notebook", "Experiments", "Adversarial", "Plotting"],
      exclude: ["Golden/Pictures"], swiftSettings: strict),
    .target(name: "CPseudoTerminal", path: "Tests/Support/CPseudoTerminal"),
    .executableTarget(
      name: "crash-probe", dependencies: ["CNcurses", "CTermGuard"],
      path: "Tests/Support/CrashProbe", swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["ganbook", "crash-probe", "CPseudoTerminal", "Plotting", "Workbench"],
      swiftSettings: strict),
    .testTarget(
      name: "BenchTests", dependencies: ["ganbook", "Adversarial", "Engine", "Notebook"],
      swiftSettings: strict),
    .testTarget(name: "TidyTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17
)
