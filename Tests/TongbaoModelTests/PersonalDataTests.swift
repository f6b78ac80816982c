import Testing

@testable import TongbaoModel

struct PersonalDataTests {
  @Test(arguments: [
    ("联系电话13812341234。", "联系电话138****1234。"),
    ("身份证11010519491231002X", "身份证11*************02X"),
    ("身份证11010519491231002x号", "身份证11*************02x号"),
    ("33048120000101001X", "33*************01X"), ("34052419800101001Ｘ", "34*************01Ｘ"),
    ("旧证330481491231002", "旧证33**********002"), ("0573-87012345", "0573-******45"),
    ("（0573）87012345", "（0573）******45"), ("057387012345", "0573******45"),
    ("138-1234-1234", "138-****-1234"), ("138 1234 1234", "138 **** 1234"),
    ("１３８１２３４１２３４", "１３８****１２３４"), ("tel:13812341234", "tel:138****1234"),
    ("卡号6222020200001234562", "卡号***************4562"),
    ("+8613812341234", "+861******1234"),
  ])
  func `numbers that lead to a person are masked`(_ text: String, _ masked: String) {
    #expect(PersonalData.masking(text) == masked)
  }

  @Test(arguments: [
    "金额13812341234.50元", "单号HN13812341234", "2017-10-12", "330481199001011234", "12345678901",
    "1,381,234,123", "面积1234平方米", "海考评〔2017〕11号", "23812341234", "",
  ])
  func `amounts, record numbers and other digits stay`(_ text: String) {
    #expect(PersonalData.masking(text) == text)
  }

  @Test func `the quick look never overlooks what the search finds`() {
    let numbers = [
      "13812341234", "138 1234 1234", "0573-87012345", "11010519491231002X", "１３８１２３４１２３４",
      "010 62345678",
    ]
    for number in numbers {
      for before in 0...8 {
        for after in 0...5 {
          let text =
            String(repeating: "字", count: before / 3) + String(repeating: ".", count: before % 3)
            + number + String(repeating: "。", count: after)
          let bytes = Array(text.utf8)
          #expect(!PersonalData.matches(in: text).isEmpty)
          let mayContain = PersonalData.mayContain(bytes.span, from: 0, to: bytes.count)
          #expect(mayContain, "\(text)")
        }
      }
    }
  }
}
