import TongbaoModel

extension RandomCase {
  static func records(_ random: inout SplitMix, _ scheme: Scheme) -> Records {
    var records = Records()
    records.files = Example.files
    let length = scheme.window.to - scheme.window.from + 30
    let values = ["94", "95", "96.5", "10", "3.3", "0", "-4", "12.345678", "7", "95"]
    for row in 0..<(10 + random.below(30)) {
      let record = ["X\(random.below(30))", "\(row)", "很长的单号前缀完全相同-\(row)"][random.below(3)]
      records.inspections.append(
        Inspection(
          record: record,
          points: random.chance(30) ? random.number(["0", "1", "0.333333", "2.5"]) : nil,
          value: random.chance(30) ? random.number(values) : nil,
          date: random.day(after: scheme.window.from, length: length),
          due: random.chance(20) ? random.day(after: scheme.window.from, length: length) : nil,
          place: RowReference(file: 0, row: UInt32(row + 2)),
          content: 0,
          unit: Ordinal(index: random.below(scheme.units.count)),
          indicator: Ordinal(index: random.below(scheme.indicators.count)),
          severity: Ordinal(index: random.below(3)),
          team: 0,
          inspectors: UInt8(2 + random.below(3)),
          isEvidenceRefused: random.chance(10),
          isProvisional: random.chance(20) ? random.chance(50) : nil
        )
      )
    }
    for row in 0..<(5 + random.below(60)) {
      records.measurements.append(
        Measurement(
          unit: Ordinal(index: random.below(scheme.units.count)),
          indicator: Ordinal(index: random.below(scheme.indicators.count)),
          date: random.day(after: scheme.window.from, length: length),
          value: random.number(values),
          target: random.chance(20) ? random.number(values) : nil,
          lastYear: random.chance(80) ? random.number(values) : nil,
          sample: random.chance(70) ? random.number(["0", "1", "30", "12.5"]) : nil,
          place: RowReference(file: 1, row: UInt32(row + 2))
        )
      )
    }
    for row in 0..<random.below(20) {
      let matters: [Event.Matter] = [
        .bonus(Ordinal(0)), .bonus(Ordinal(1)), .penalty(Ordinal(0)),
        .veto(Ordinal(index: random.below(4))),
      ]
      records.events.append(
        Event(
          record: "E\(row)",
          unit: Ordinal(index: random.below(scheme.units.count)),
          matter: matters[random.below(4)],
          date: random.day(after: scheme.window.from, length: length),
          count: random.chance(40) ? random.number(["2", "0", "1.5"]) : nil,
          points: random.chance(30) ? random.number(["0.7", "3", "0.000001"]) : nil,
          basis: "",
          place: RowReference(file: 6, row: UInt32(row + 2))
        )
      )
    }
    followUps(&random, scheme, length, &records)
    return records
  }

  private static func followUps(
    _ random: inout SplitMix,
    _ scheme: Scheme,
    _ length: Int,
    _ records: inout Records
  ) {
    let results: [RectificationResult] = [.done, .done, .partly, .notDone, .failed]
    let factualities: [Factuality] = [.factual, .partly, .unfounded]
    let decisions: [AppealDecision] = [.pending, .upheld, .partlyUpheld, .rejected]
    for row in 0..<random.below(60) {
      let onEvent = !records.events.isEmpty && random.chance(25)
      let subject: FollowUp.Subject =
        onEvent
        ? .event(random.below(records.events.count))
        : .inspection(random.below(records.inspections.count))
      let contents: [FollowUp.Content] = [
        .rectification(results[random.below(5)]),
        .verification(
          factualities[random.below(3)],
          hasReply: random.chance(50),
          approval: nil
        ),
        .appeal(decisions[random.below(4)]), .recheck(isConsistent: random.chance(50)),
      ]
      var date = random.day(after: scheme.window.from, length: length)
      // Deadlines are where mistakes hide: a day before, on it, a day after.
      if case .inspection(let index) = subject, random.chance(50) {
        let row = records.inspections[index]
        let due = row.due ?? scheme.severities[row.severity].dueDays.map { row.date + $0 }
        date = (due ?? row.date) + random.below(3) - 1
      }
      records.followUps.append(
        FollowUp(
          content: contents[random.below(4)],
          subject: subject,
          date: date,
          place: RowReference(file: UInt32(2 + random.below(3)), row: UInt32(row + 2))
        )
      )
    }
  }
}
