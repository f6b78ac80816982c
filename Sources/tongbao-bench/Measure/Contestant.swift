/// A command that is measured over a file.
struct Contestant: Sendable {
  /// What the table calls it.
  let name: String
  /// The command of a round.
  let arguments: @Sendable (_ round: Int) -> [String]
  /// A command that fails where the peer is not installed; nil where the peer itself does.
  let probe: [String]?

  /// A command; done where it exits with status 0.
  init(_ name: String, _ arguments: [String], probe: [String]? = nil) {
    self.name = name
    self.arguments = { _ in arguments }
    self.probe = probe
  }

  /// A command that differs from round to round, as where it writes.
  init(_ name: String, _ arguments: @escaping @Sendable (_ round: Int) -> [String]) {
    self.name = name
    self.arguments = arguments
    probe = nil
  }

  /// `tongbao scores` over files, the first of its contest: with every finding, then as a table of totals.
  static func tongbao(_ path: String, scheme: String, files: [String]) -> [Contestant] {
    ["json", "table"]
      .map { format in
        Contestant(
          "tongbao scores, \(format)",
          [path, "scores", "--period", "2017", "--scheme", scheme] + files + ["--format", format]
        )
      }
  }

  /// The peers of a CSV file.
  static func csvPeers(_ file: String) -> [Contestant] {
    [
      Contestant("wc -l", ["wc", "-l", file]),
      Contestant("DuckDB, 2 threads", ["python3", "-c", duckDB, file], probe: importing("duckdb")),
      Contestant("pandas", ["python3", "-c", pandas, file], probe: importing("pandas")),
    ]
  }

  /// The peers of an XML file.
  static func xmlPeers(_ file: String) -> [Contestant] {
    [
      Contestant("wc -l", ["wc", "-l", file]),
      Contestant("xmllint --stream", ["xmllint", "--stream", "--noout", "--huge", file]),
      Contestant("xmllint --sax", ["xmllint", "--sax", "--noout", "--huge", file]),
    ]
  }

  private static func importing(_ package: String) -> [String] {
    ["python3", "-c", "import \(package)"]
  }

  private static let duckDB = """
    import duckdb, sys
    c = duckdb.connect(config={"threads": 2})
    c.execute('SELECT "被检查单位", "考核指标", count(*), sum(try_cast("扣分" AS DECIMAL(18,6)))'
      ' FROM read_csv(?, all_varchar=true, header=true) GROUP BY 1, 2', [sys.argv[1]]).fetchall()
    """

  private static let pandas = """
    import pandas, sys
    t = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
    t["扣分"] = pandas.to_numeric(t["扣分"], errors="coerce")
    t.groupby(["被检查单位", "考核指标"])["扣分"].agg(["size", "sum"])
    """
}
