import CLibXML2
package func version() -> Int { Int(LIBXML_VERSION) }
