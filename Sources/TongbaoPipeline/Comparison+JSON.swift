import TongbaoFormats
import TongbaoModel

extension Comparison {
  /// The comparison as `tongbao.diff/1`: all units, the points of each one's lines adding up exactly.
  package var json: [UInt8] {
    let document: JSONValue = [
      "format": "tongbao.diff/1",
      "scheme": ["title": .string(scheme.title), "year": .integer(scheme.year)],
      "before": value(of: before),
      "after": value(of: after),
      "units": .array(differences.map(value)),
      "only": value(of: lone) { .array($0.map(value)) },
    ]
    return document.rendered(.indented)
  }

  private func value(of side: Side) -> JSONValue {
    [
      "period": .string(side.period.description), "revision": JSONValue(side.revision),
      "asOf": .string(side.asOf.description),
    ]
  }

  private func value(of difference: UnitDifference) -> JSONValue {
    [
      "id": .string(scheme.units[difference.unit].id),
      "name": .string(scheme.units[difference.unit].name),
      "formerId": JSONValue(renamed.first { $0.unit == difference.unit }?.former.id),
      "change": JSONValue(try? difference.gain),
      "cumulative": value(of: difference.cumulative) { value(of: $0) },
      "period": value(of: difference.period) { value(of: $0) },
      "lines": .array(difference.lines.map(value)),
    ]
  }

  private func value(of standing: UnitDifference.Standing) -> JSONValue {
    [
      "total": .decimal(standing.total), "rank": JSONValue(standing.rank),
      "grade": JSONValue(standing.grade),
    ]
  }

  private func value(of lone: LoneUnit) -> JSONValue {
    [
      "id": .string(lone.unit.id), "name": .string(lone.unit.name),
      "cumulative": value(of: lone.standing),
    ]
  }

  private func value<Value>(
    of change: UnitDifference.Change<Value>,
    _ value: (Value) -> JSONValue
  ) -> JSONValue {
    ["before": value(change.before), "after": value(change.after)]
  }

  private func value(of line: UnitDifference.Line) -> JSONValue {
    let facts = facts(of: line.cause)
    return [
      "points": .decimal(line.points),
      "cause": .string(facts.cause),
      "subject": JSONValue(facts.subject),
      "record": JSONValue(facts.record),
      "date": JSONValue(facts.date?.description),
      "before": facts.before,
      "after": facts.after,
      "sources": value(of: line.sources) { .array($0.map(JSONValue.string)) },
    ]
  }

  private struct Facts {
    var cause: String
    var subject: String?
    var record: String?
    var date: CalendarDate?
    var before = JSONValue.null
    var after = JSONValue.null
  }

  private func facts(of cause: UnitDifference.Cause) -> Facts {
    switch cause {
    case .rules: Facts(cause: "rules")
    case .finding(let record, let indicator, let date, let change):
      facts("finding", scheme.indicators[indicator].id, record, date, change) { finding in
        finding.map { ["state": .string($0.state.rawValue), "counted": .decimal($0.counted)] }
          ?? .null
      }
    case .measure(let indicator, let change):
      facts("measure", scheme.indicators[indicator].id, nil, nil, change) {
        ["measure": JSONValue($0.measure), "score": JSONValue($0.score)]
      }
    case .comparison(let indicator, let change):
      facts("comparison", scheme.indicators[indicator].id, nil, nil, change) {
        ["score": JSONValue($0)]
      }
    case .fold(let indicator, let change):
      facts("fold", scheme.indicators[indicator].id, nil, nil, change) { .integer($0) }
    case .scaling(let change):
      facts("scaling", nil, nil, nil, change) {
        ["full": .decimal($0.full), "applicable": .decimal($0.applicable)]
      }
    case .event(let matter, let record, let date, let change):
      facts(name(of: matter).kind, name(of: matter).id, record, date, change) { points in
        points.map { ["points": .decimal($0.points), "inEffect": .bool($0.isInEffect)] } ?? .null
      }
    case .limit(let limit, let change):
      facts(name(of: limit).cause, name(of: limit).subject, nil, nil, change) { .decimal($0) }
    case .rounding: Facts(cause: "rounding")
    }
  }

  private func facts<Value>(
    _ cause: String,
    _ subject: String?,
    _ record: String?,
    _ date: CalendarDate?,
    _ change: UnitDifference.Change<Value>,
    _ value: (Value) -> JSONValue
  ) -> Facts {
    Facts(
      cause: cause,
      subject: subject,
      record: record,
      date: date,
      before: value(change.before),
      after: value(change.after)
    )
  }

  private func name(of matter: Event.Matter) -> (kind: String, id: String) {
    switch matter {
    case .bonus(let item): ("bonus", scheme.bonuses.items[item].id)
    case .penalty(let item): ("penalty", scheme.penalties.items[item].id)
    case .veto(let veto): ("veto", scheme.vetoes[veto].id)
    }
  }

  private func name(of limit: UnitDifference.Limit) -> (cause: String, subject: String?) {
    switch limit {
    case .findingsCap(let indicator): ("findingsCap", scheme.indicators[indicator].id)
    case .findingsFloor(let indicator): ("findingsFloor", scheme.indicators[indicator].id)
    case .bonusItem(let item): ("bonusItemCap", scheme.bonuses.items[item].id)
    case .bonuses: ("bonusCap", nil)
    case .penaltyItem(let item): ("penaltyItemCap", scheme.penalties.items[item].id)
    case .penalties: ("penaltyCap", nil)
    case .total: ("totalFloor", nil)
    case .zeroVeto: ("zeroVeto", nil)
    }
  }
}
