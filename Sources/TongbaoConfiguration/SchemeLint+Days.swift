import TongbaoModel

// Days of approval against days of units and of the year.
extension SchemeLint {
  /// Indicators scored by findings whose units exist on no day on which their project is approved.
  ///
  /// Not where either lies outside the year altogether, which is said already. Measured indicators lose
  /// nothing: measurement rows count whatever the dates.
  static func indicatorsThatNeverCount(_ scheme: Scheme) -> [LintFinding] {
    scheme.indicators.enumerated()
      .compactMap { position, indicator in
        guard indicator.isScoredByFindings else { return nil }
        let project = scheme.projects[indicator.project]
        let units = scheme.units.ordinals.filter(indicator.applies)
        guard let approved = project.days.intersection(scheme.window),
          units.allSatisfy({ scheme.units[$0].days.intersection(approved) == nil }),
          let unit = units.first(where: {
            scheme.units[$0].days.intersection(scheme.window) != nil
          })
        else { return nil }
        return LintFinding(
          .schemeIndicatorNeverCounts,
          at: "indicators[\(position)].project",
          [
            "indicator": .text(indicator.name), "project": .text(project.name),
            "unit": .text(scheme.units[unit].name), "unitDays": .days(scheme.units[unit].days),
            "projectDays": .days(project.days), "full": .decimal(indicator.points[unit.index]),
          ]
        )
      }
  }

  /// Approvals that end within the year while an indicator scored by findings belongs to the project.
  ///
  /// Measured indicators lose nothing: measurement rows count whatever the dates.
  static func approvalsEndingEarly(_ scheme: Scheme) -> [LintFinding] {
    scheme.projects.ordinals.compactMap { project in
      let days = scheme.projects[project].days
      guard days.intersection(scheme.window) != nil,
        let rest = DateRange(from: days.to + 1, to: scheme.window.to),
        let loss = scheme.firstLoss(of: project, on: rest)
      else { return nil }
      return LintFinding(
        .schemeApprovalEndsEarly,
        at: "projects[\(project.index)].to",
        [
          "project": .text(scheme.projects[project].name), "to": .text(days.to.description),
          "first": .text(loss.day.description), "unit": .text(loss.unit.name),
          "indicator": .text(loss.indicator.name),
        ]
      )
    }
  }
}

extension Scheme {
  /// An indicator of the project that is scored by findings, and the first of `days` on which one of its
  /// units exists; nil where none does.
  fileprivate func firstLoss(
    of project: Ordinal<Project>,
    on days: DateRange
  ) -> (indicator: Indicator, unit: Unit, day: CalendarDate)? {
    for indicator in indicators where indicator.project == project && indicator.isScoredByFindings {
      var first: (indicator: Indicator, unit: Unit, day: CalendarDate)?
      for unit in units.ordinals where indicator.applies(to: unit) {
        guard let day = units[unit].days.intersection(days)?.from else { continue }
        if day < first?.day ?? days.to + 1 { first = (indicator, units[unit], day) }
      }
      if let first { return first }
    }
    return nil
  }
}

extension Indicator {
  fileprivate var isScoredByFindings: Bool {
    if case .findings = method { true } else { false }
  }
}
