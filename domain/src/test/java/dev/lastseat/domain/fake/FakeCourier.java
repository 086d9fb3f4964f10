package dev.lastseat.domain.fake;

import dev.lastseat.domain.port.Courier;
import dev.lastseat.domain.webhook.Message;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps what was sent, and answers what it was told to. */
public final class FakeCourier implements Courier {
  private final Queue<Message> sent = new ConcurrentLinkedQueue<>();
  private volatile Answer answer = new Answer.Responded(204, "", Optional.empty());

  /** What was sent, the first one first. */
  public List<Message> sent() {
    return List.copyOf(sent);
  }

  /** From now on. */
  public void answer(Answer always) {
    answer = always;
  }

  public void answer(int status) {
    answer(new Answer.Responded(status, "", Optional.empty()));
  }

  @Override
  public Answer deliver(Message message) {
    sent.add(message);
    return answer;
  }
}
