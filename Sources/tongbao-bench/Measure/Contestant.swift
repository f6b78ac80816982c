/// A command that is measured over a file.
struct Contestant: Sendable {
  /// What the table calls it.
  let name: String
  /// The command.
  let arguments: [String]
  /// Whether other rows of its table are compared with it.
  let isPeer: Bool
  /// Exit statuses that count as done.
  let accepted: Set<Int>

  /// A command; status 0 is done unless said otherwise.
  init(_ name: String, _ arguments: [String], isPeer: Bool = true, accepted: Set<Int> = [0]) {
    self.name = name
    self.arguments = arguments
    self.isPeer = isPeer
    self.accepted = accepted
  }

  /// `tongbao scores` over files.
  static func tongbao(_ path: String, scheme: String, files: [String], name: String) -> Contestant {
    Contestant(
      name,
      [path, "scores", "--period", "2017-11", "--scheme", scheme] + files + ["--format", "json"],
      isPeer: false
    )
  }

  /// The peers of a CSV file.
  static func csvPeers(_ file: String) -> [Contestant] {
    [
      Contestant("wc -l", ["wc", "-l", file]),
      Contestant("DuckDB, 2 threads", ["python3", "-c", duckDB, file]),
      Contestant("pandas", ["python3", "-c", pandas, file]),
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
