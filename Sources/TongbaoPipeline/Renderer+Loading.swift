import TongbaoModel
import TongbaoRendering

extension Renderer {
  /// A renderer with the templates of a locale; fails where one has an error.
  init(folders: [String], locale: String) throws(PipelineFailure) {
    try self.init(checking: Templates(folders: folders, locale: locale))
  }

  /// A renderer with templates that are at hand; fails where one has an error.
  init(checking templates: Templates) throws(PipelineFailure) {
    guard templates.isUsable else {
      var log = DiagnosticLog()
      log.append(contentsOf: templates.diagnostics)
      throw .badConfiguration(log)
    }
    self.init(templates: templates) { PersonalData.masking($0) }
  }
}
