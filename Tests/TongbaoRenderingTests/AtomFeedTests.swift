import Testing
import TongbaoModel

@testable import TongbaoRendering

struct AtomFeedTests {
  private func text(title: String, base: String) throws -> String {
    let day = try #require(CalendarDate(iso: "2017-12-06"))
    let earlier = try #require(CalendarDate(iso: "2017-11-06"))
    let feed = AtomFeed(
      id: "urn:uuid:1",
      title: title,
      baseURL: base,
      entries: [
        AtomFeed.Entry(id: "urn:uuid:3", title: title, path: "2017-11/r1/a.html", date: earlier),
        AtomFeed.Entry(id: "urn:uuid:2", title: "b", path: "2017-10/r2/a.html", date: day),
      ]
    )
    return String(decoding: feed.bytes, as: UTF8.self)
  }

  @Test func `a feed is Atom with absolute links`() throws {
    let text = try text(title: "海宁市督查考评室", base: "http://oa.example.cn/kaoping")
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <id>urn:uuid:1</id>
        <title>海宁市督查考评室</title>
        <updated>2017-12-06T00:00:00Z</updated>
        <author><name>海宁市督查考评室</name></author>
        <link rel="self" href="http://oa.example.cn/kaoping/feed.xml"/>
        <link rel="alternate" href="http://oa.example.cn/kaoping/index.html"/>
        <entry>
        <id>urn:uuid:3</id>
        <title>海宁市督查考评室</title>
        <updated>2017-11-06T00:00:00Z</updated>
        <link rel="alternate" href="http://oa.example.cn/kaoping/2017-11/r1/a.html"/>
        </entry>
        <entry>
        <id>urn:uuid:2</id>
        <title>b</title>
        <updated>2017-12-06T00:00:00Z</updated>
        <link rel="alternate" href="http://oa.example.cn/kaoping/2017-10/r2/a.html"/>
        </entry>
        </feed>

        """
    )
  }

  @Test func `nothing in a title or an address is markup`() throws {
    let text = try text(title: "a<b>&\"'\u{1}\u{FFFE}]]>", base: "http://a/?x&\"<")
    #expect(text.contains("<title>a&lt;b&gt;&amp;&quot;&#39;··]]&gt;</title>"))
    #expect(text.contains("href=\"http://a/?x&amp;&quot;&lt;/feed.xml\""))
  }
}
