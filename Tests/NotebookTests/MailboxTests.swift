import Foundation
import Notebook
import Testing

@Suite struct MailboxTests {
  @Test func `all letters come once, in order`() {
    let mailbox = Mailbox<Int>()
    for letter in 1...3 { mailbox.send(letter) }
    #expect(mailbox.take() == [1, 2, 3])
    #expect(mailbox.take().isEmpty)
    mailbox.send(4)
    #expect(mailbox.take() == [4])
  }

  @Test func `no letter is lost between threads`() async {
    let mailbox = Mailbox<Int>()
    await withTaskGroup(of: Void.self) { group in
      for sender in 0..<4 {
        group.addTask { for letter in 0..<250 { mailbox.send(sender * 1_000 + letter) } }
      }
    }
    let letters = mailbox.take()
    #expect(letters.count == 1_000)
    for sender in 0..<4 {
      let own = letters.filter { $0 / 1_000 == sender }
      #expect(own == own.sorted())
    }
  }

  @Test func `the latest value replaces the one before`() {
    let latest = Latest<String>()
    #expect(latest.take() == nil)
    latest.put("old")
    latest.put("new")
    #expect(latest.take() == "new")
    #expect(latest.take() == nil)
  }

  @Test func `whoever waits is told`() {
    let rung = Mailbox<Int>()
    let mailbox = Mailbox<Int>(ring: { rung.send(1) })
    let latest = Latest<Int>(ring: { rung.send(2) })
    mailbox.send(7)
    latest.put(8)
    #expect(rung.take() == [1, 2])
    _ = (mailbox.take(), latest.take())
    #expect(rung.take().isEmpty)
  }
}
