import Testing

@testable import TongbaoModel

struct PersonalDataTests {
  @Test(arguments: [
    ("联系电话13812341234。", "联系电话138****1234。"),
    ("138-1234-1234", "138-****-1234"), ("138 1234 1234", "138 **** 1234"),
    ("138.1234.5678", "138.****.5678"), ("138–1234–5678", "138–****–5678"),
    ("1381234 5678", "138**** 5678"), ("13812 345678", "138** **5678"),
    ("13812345\u{200B}678", "138****5\u{200B}678"),
    ("１３８１２３４１２３４", "１３８****１２３４"), ("tel:13812341234", "tel:138****1234"),
    ("1３8１2３4１2３4", "1３8****１2３4"),
    ("+8613812341234", "+86138****1234"), ("+86 138 1234 1234", "+86 138 **** 1234"),
    ("+86-13812345678", "+86-138****5678"), ("（+86）13812345678", "（+86）138****5678"),
    ("013812345678", "0138****5678"), ("008613812345678", "0086138****5678"),
    ("138/1234/5678", "138/****/5678"), ("13812345678/13912345678", "138****5678/139****5678"),
    (
      "1\u{200B}3\u{200B}8\u{200B}1\u{200B}2\u{200B}3\u{200B}4\u{200B}5\u{200B}6\u{200B}7\u{200B}8",
      "1\u{200B}3\u{200B}8\u{200B}*\u{200B}*\u{200B}*\u{200B}*\u{200B}5\u{200B}6\u{200B}7\u{200B}8"
    ),
    ("2017\u{200B}13812345678", "2017\u{200B}138****5678"),
    ("1\u{AD}3812345678", "1\u{AD}38****5678"),
    ("①③⑧①②③④⑤⑥⑦⑧", "①③⑧****⑤⑥⑦⑧"), ("①13812345678", "①138****5678"),
    ("电话一三八一二三四五六七八", "电话一三八****五六七八"), ("幺叁捌壹贰叁肆伍陆柒捌", "幺叁捌****伍陆柒捌"),
    ("一三八 一二三四 五六七八", "一三八 **** 五六七八"), ("138一二三四5678", "138****5678"),
    ("电话13812345678万某", "电话138****5678万某"), ("13812345678元旦值班", "138****5678元旦值班"),
    ("13812345678公司", "138****5678公司"), ("13812345678万某", "138****5678万某"),
    ("联系13812345678元", "联系138****5678元"),
    ("微信wx13812345678", "微信wx138****5678"), ("A13812345678", "A138****5678"),
    ("GD13812345678号", "GD138****5678号"), ("wx_13812345678abc", "wx_138****5678abc"),
    ("编号-13812345678", "编号-138****5678"), ("\\x9D13812345678", "\\x9D138****5678"),
    ("\\x9913812345678", "\\x99138****5678"), ("138\\x9D12345678", "138\\x9D****5678"),
    ("3.13812345678", "3.138****5678"), ("13812345678.13912345678", "138****5678.139****5678"),
    ("13812345678.2017年", "138****5678.2017年"),
    ("1381234567813912345678", "138***************5678"),
  ])
  func `mobile numbers are masked`(_ text: String, _ masked: String) {
    #expect(PersonalData.masking(text) == masked)
  }

  @Test(arguments: [
    ("身份证11010519491231002X", "身份证11*************02X"),
    ("身份证11010519491231002x号", "身份证11*************02x号"),
    ("33048120000101001X", "33*************01X"), ("34052419800101001Ｘ", "34*************01Ｘ"),
    ("34052419800101001×", "34*************01×"),
    ("旧证330481491231002", "旧证33**********002"), ("旧证330481 491231 002", "旧证33**** ****** 002"),
    ("丙ID330419197803124219x", "丙ID33*************219x"),
    ("丁330419 19780312 4219", "丁33**** ******** *219"),
    ("330419-19780312-4219", "33****-********-*219"),
    ("330419—19780312—4219", "33****—********—*219"),
    ("3304 1919 7803 1242 19", "33** **** **** ***2 19"),
    ("33048120000101001-X", "33*************01-X"),
    ("戊身份证330419197803124218", "戊身份证33*************218"),
    ("330419197803124218", "33*************218"), ("330481199001011234", "33*************234"),
    ("\\x9D330419197803124218", "\\x9D33*************218"),
    ("HN330419197803124219", "HN33*************219"),
    ("身份证号码：33041919780312421", "身份证号码：33************421"),
    ("身份证：339999999999999999", "身份证：33*************999"),
    ("id: 999999999999999999", "id: 99*************999"),
    ("ID号９９９９９９９９９９９９９９９９９９（身份证）", "ID号９９*************９９９（身份证）"),
  ])
  func `identity numbers are masked`(_ text: String, _ masked: String) {
    #expect(PersonalData.masking(text) == masked)
  }

  @Test(arguments: [
    ("0573-87012345", "0573-******45"), ("（0573）87012345", "（0573）******45"),
    ("(0573) 87012345", "(0573) ******45"), ("057387012345", "0573******45"),
    ("0573 8701 2345", "0573 **** **45"), ("+86-573-87012345", "+86-57*-******45"),
    ("电话87012345", "电话87****45"), ("座机：8701 2345", "座机：87** **45"),
    ("Tel: 8701234", "Tel: 87***34"), ("联系电话87012345、87012346", "联系电话87****45、87****46"),
    ("电话2345678转801", "电话23***78转801"), ("0573/87012345", "0573/******45"),
    ("电话：20171012", "电话：20****12"), ("固话870-12345", "固话87*-***45"),
    ("卡号6222020200001234562", "卡号***************4562"),
    ("6222020200001234562", "***************4562"),
    ("A6222020200001234562", "A***************4562"),
    ("6222 0202 0000 1234 562", "**** **** **** ***4 562"),
    ("4111 1111 1111 1111", "**** **** **** 1111"), ("4111-1111-1111-1111", "****-****-****-1111"),
    ("4111111111111111元旦", "************1111元旦"),
    ("银行卡6222020200001234563", "银行卡***************4563"),
  ])
  func `landlines and bank cards are masked`(_ text: String, _ masked: String) {
    #expect(PersonalData.masking(text) == masked)
  }

  @Test(arguments: [
    "金额13812341234.50元", "单号HN13812341234", "2017-10-12", "12345678901", "HN057387012345",
    "1,381,234,123", "面积1234平方米", "海考评〔2017〕11号", "23812341234", "",
    "ZZ-70002", "CG-10021", "20171009123456789", "20171012091500000003", "单号20171009123456786",
    "2017 2018 2019 2020", "2017-10-12 2017-10-19", "罚款15000-200000元", "201710091234567",
    "6222020200001234563", "999999999999999999", "330419197813324219", "1 3 8 1 2 3 4 5 6 7 8",
    "投资13812345678元", "投资13812345678万元", "面积13812345678平方米", "共13812345678万，超概算",
    "87012345", "电话回访日期20171012", "电话回访2017-10-12", "电话费8701234元", "电话12345678",
    "第一、二、三、四、五、六、七、八、九、十、一条", "一二三四五六七八九〇", "①②③④⑤⑥⑦⑧⑨", "2017/10/12",
    "2017/10/12-2017/10/19", "1/2/3/4/5/6/7/8/9/10/11",
    "913812345678", "1381234567", "138123456789", "坐标120.683123 30.512345",
  ])
  func `amounts, record numbers and other digits stay`(_ text: String) {
    #expect(PersonalData.masking(text) == text)
  }

  @Test func `every match is where it says and what it masks`() {
    let text = "甲138 1234 5678，乙330419-19780312-4219。"
    let matches = PersonalData.matches(in: text)
    #expect(matches.map(\.kind) == [.mobile, .identity])
    #expect(matches.map(\.range) == [1..<14, 16..<36])
    #expect(matches.map(\.masked) == ["138 **** 5678", "33****-********-*219"])
  }

  @Test(arguments: 1...40)
  func `the quick look never overlooks what the search finds`(_ seed: UInt64) {
    var numbers = NumberText(seed: seed)
    var found = 0
    for _ in 0..<500 {
      let text = numbers.next()
      let bytes = Array(text.utf8)
      guard !PersonalData.matches(in: text).isEmpty else { continue }
      found += 1
      let mayContain = PersonalData.mayContain(bytes.span, from: 0, to: bytes.count)
      #expect(mayContain, "\(text)")
      let shifted = Array("9".utf8) + bytes + Array("9".utf8)
      let inside = PersonalData.mayContain(shifted.span, from: 1, to: shifted.count - 1)
      #expect(inside, "\(text)")
    }
    #expect(found > 200)
  }

  @Test(arguments: 1...20)
  func `a masked text holds no number and keeps its length`(_ seed: UInt64) {
    var numbers = NumberText(seed: seed &+ 1000)
    for _ in 0..<300 {
      let text = numbers.next()
      let masked = PersonalData.masking(text)
      #expect(masked.unicodeScalars.count == text.unicodeScalars.count)
      #expect(PersonalData.masking(masked) == masked, "\(text)")
    }
  }

  @Test func `ordinary texts are passed over at a glance`() {
    for text in [
      "道路破损3处", "2017年10月12日检查，限7日内整改", "见CG-10021", "１、路口；２、桥下", "电话3次无人接听",
      "2017-10-12检查", "一是消防通道堆放杂物，二是台账不全", "①路口②桥下",
    ] {
      let bytes = Array(text.utf8)
      let mayContain = PersonalData.mayContain(bytes.span, from: 0, to: bytes.count)
      #expect(!mayContain, "\(text)")
    }
  }
}

/// Random texts with numbers in all the ways people write them.
private struct NumberText {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> String {
    var text = noise()
    for _ in 0...below(2) { text += written(number()) + noise() }
    return text
  }

  private mutating func number() -> String {
    switch below(11) {
    case 0...2: "1" + String(3 + below(7)) + digits(9)
    case 3:
      ["330419", "110105"][below(2)] + "19780312" + digits(3) + ["9", "X", "x", "×"][below(4)]
    case 4: "330481491231" + digits(3)
    case 5: ["0573", "010", "021"][below(3)] + "8" + digits(6 + below(2))
    case 6: "62220202000012345" + ["62", "7"][below(2)]
    case 7: ["86", "0086", "0"][below(3)] + "139" + digits(8)
    case 8: ["电话", "座机", "tel"][below(3)] + "8" + digits(6 + below(2))
    case 9:
      String(
        ("138" + digits(8)).unicodeScalars
          .map { digit in
            Array("〇一二三四五六七八九")[Int(digit.value) - 48]
          }
      )
    default: "身份证" + digits(14 + below(6))
    }
  }

  /// The number with separators, escapes and full-width digits here and there.
  private mutating func written(_ number: String) -> String {
    let separators = [
      " ", "-", "\u{3000}", "—", ".", " - ", "\u{200B}", "\\x9D", "\u{2011}", ")", "（",
      "/", "\u{AD}",
    ]
    let separator = separators[below(separators.count)]
    let every = [0, 3, 4, 5, 6, 1][below(6)]
    let wide = below(4)
    var text = ""
    for (place, scalar) in number.unicodeScalars.enumerated() {
      if every > 0, place > 0, place % every == 0 { text += separator }
      let isWide = wide == 1 || (wide == 2 && below(2) == 0)
      if isWide, (48...57).contains(scalar.value), let full = Unicode.Scalar(scalar.value + 0xFEE0)
      {
        text.unicodeScalars.append(full)
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private mutating func noise() -> String {
    let pieces = [
      "", "字", "A", "wx", "，", ".", "。", "ID", "\\xC3", "单号HN", "2017-10-12 ", "x", "é", "😀",
    ]
    return (0...below(4)).map { _ in pieces[below(pieces.count)] }.joined()
  }

  private mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(below(10)) }.joined()
  }

  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
