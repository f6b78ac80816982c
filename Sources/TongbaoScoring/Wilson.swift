/// A share `successes` of `trials` with its 95 % Wilson interval, z = 1.96, exactly rounded.
///
/// The bounds are (2k + z² ± z√(z² + 4k(n − k)/n)) ÷ 2(n + z²). With z² = Z ÷ S all is compared in
/// whole numbers, so that no root is ever drawn. Fits 128 bits up to 2^32 trials.
struct Wilson {
  private static let scale: Int128 = 10_000
  private static let squaredZ: Int128 = 38_416

  private let successes: Int128
  private let trials: Int128

  /// Of `trials`, above 0.
  init(_ successes: Int, of trials: Int) {
    self.successes = Int128(successes)
    self.trials = Int128(trials)
  }

  /// k ÷ n in tenths of a percent, rounded half up.
  var share: Int { Int((2000 * successes + trials) / (2 * trials)) }

  /// The lower bound in tenths of a percent, rounded half up.
  var lower: Int { largest { isReached(by: $0, upper: false) } }

  /// The upper bound in tenths of a percent, rounded half up.
  var upper: Int { largest { isReached(by: $0, upper: true) } }

  /// The largest m of 0…1000 with m − ½ not above the bound: the bound rounded half up.
  private func largest(where isReached: (Int128) -> Bool) -> Int {
    var (low, high) = (0, 1000)
    while low < high {
      let middle = (low + high + 1) / 2
      if isReached(Int128(middle)) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Whether m − ½ ≤ 1000 × bound, that is ±1000·S·√… ≥ (2m − 1)(nS + Z) − 1000(2kS + Z).
  private func isReached(by tenths: Int128, upper: Bool) -> Bool {
    let (scale, squaredZ) = (Wilson.scale, Wilson.squaredZ)
    let needed =
      (2 * tenths - 1) * (trials * scale + squaredZ) - 1000 * (2 * successes * scale + squaredZ)
    let fraction = 4_000_000 * squaredZ * scale * successes * (trials - successes)
    let whole = 1_000_000 * squaredZ * squaredZ
    if upper {
      return needed <= 0 || needed * needed <= whole + fraction / trials
    }
    return needed <= 0 && needed * needed >= whole + (fraction + trials - 1) / trials
  }
}
