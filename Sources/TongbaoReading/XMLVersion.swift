import CLibXML2
package import TongbaoModel

extension LibraryVersion {
  /// libxml2, which reads XML.
  package static var libxml2: LibraryVersion {
    LibraryVersion(
      name: "libxml2",
      compiled: dotted(unsafe String(cString: tongbao_xml_compiled())),
      running: dotted(unsafe String(cString: tongbao_xml_running()))
    )
  }

  /// `20914` as 2.9.14; what a distribution adds after the digits is left out.
  static func dotted(_ number: String) -> String {
    let digits = number.prefix { ("0"..."9").contains($0) }
    guard let value = Int(digits) else { return number }
    return "\(value / 10_000).\(value / 100 % 100).\(value % 100)"
  }
}
