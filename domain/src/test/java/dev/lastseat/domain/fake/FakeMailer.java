package dev.lastseat.domain.fake;

import dev.lastseat.domain.mail.Mail;
import dev.lastseat.domain.port.Mailer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A letter box: keeps what was sent. */
public final class FakeMailer implements Mailer {
  private final Queue<Mail> sent = new ConcurrentLinkedQueue<>();
  private final Queue<Sending> answers = new ArrayDeque<>();

  /** What was sent, the first one first. */
  public List<Mail> sent() {
    return List.copyOf(sent);
  }

  /** Gives this answer once, and sends nothing. */
  public synchronized void answer(Sending once) {
    answers.add(once);
  }

  @Override
  public synchronized Sending send(Mail mail) {
    Sending answer = answers.poll();
    if (answer != null) {
      return answer;
    }
    sent.add(mail);
    return new Sending.Sent();
  }
}
