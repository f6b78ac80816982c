import CICU
package func width(_ c: UInt32) -> Int { Int(cicu_width(c)) }
