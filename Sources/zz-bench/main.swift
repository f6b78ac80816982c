import Glibc
import TongbaoModel
import TongbaoIntake
let header = "单号,检查日期,督查组,检查人员,被检查单位,点位,考核指标,问题描述,问题等级,扣分,是否预扣,整改期限,责任人,职务,证据类型,备注"
let units = ["盐官镇","长安镇","海昌街道"]
let inds = ["平安巡查","监控点有效运行率","平安巡查"]
func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
func make(_ count: Int) -> [RowBatch] {
  var out: [RowBatch] = []
  var b = RowBatch()
  func add(_ line: String, _ n: Int) {
    let start = b.bytes.count
    let first = b.cells.count
    b.bytes += Array(line.utf8)
    var cs = start
    for i in start..<b.bytes.count where b.bytes[i] == 44 {
      b.cells.append(.init(start: UInt32(cs), end: UInt32(i))); cs = i + 1
    }
    b.cells.append(.init(start: UInt32(cs), end: UInt32(b.bytes.count)))
    b.rows.append(.init(firstCell: UInt32(first), line: UInt32(n), textStart: UInt32(start), textEnd: UInt32(b.bytes.count)))
  }
  add(header, 1)
  for i in 0..<count {
    let f = i % 5 == 0
    let m = i % 12 + 1, d = i % 28 + 1
    let line = "HN2017-\(1000000 + i),2017-\(two(m))-\(two(d)),督查\(i % 40)组,张三、李四、王五,\(units[i % 3]),第\(i % 977)号工业园区\(i % 13)号楼,\(inds[i % 3]),\(f ? "消防通道堆放杂物，电线私拉乱接" : ""),\(f ? "一般" : "无"),\(f ? "0.5" : ""),\(f ? "否" : ""),\(f ? "2017-12-31" : ""),\(f ? "王小明" : ""),\(f ? "副镇长" : ""),现场照片,"
    add(line, i + 2)
    if b.rows.count == 8192 { out.append(b); b = RowBatch() }
  }
  if !b.rows.isEmpty { out.append(b) }
  return out
}
struct C { var now: Double { Double(clock()) / 1e6 } }
let cpu = C()
let bad = CommandLine.arguments.contains("bad")
let batches = make(1_000_000)
print("bytes", batches.reduce(0) { $0 + $1.bytes.count })
let ctx = SheetContext(file: "a.csv", scheme: TestScheme.small, lastDay: day(bad ? "2016-01-31" : "2018-01-31"))
for _ in 0..<(bad ? 1 : 3) {
  let t0 = cpu.now
  guard let plan = SheetPlan.plan(head: batches[0], recordNames: nil, context: ctx).0 else { fatalError() }
  var sheet = AdmittedSheet(plan)
  var admit = 0.0
  for b in batches { let t = cpu.now; let r = plan.admit(b); admit += cpu.now - t; sheet.append(r) }
  sheet.finish()
  let t1 = cpu.now
  print("admit", admit, "with append", t1 - t0, sheet.counts.accepted, sheet.counts.refused, sheet.log.total)
  let j = Records.joining([sheet])
  print("join", cpu.now - t1, j.records.visits.count, j.records.inspections.count, j.log.total)
}

var usage = rusage()
getrusage(0, &usage)
print("max RSS MB", usage.ru_maxrss / 1024)
