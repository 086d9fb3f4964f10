package dev.lastseat.http.live;

import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.domain.user.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether those who listen are still whom their tokens proved. They are asked for again every
 * {@value #ROUNDS} rounds, each token once; while the store does not answer, they are.
 */
final class SenderChecks {
  static final int ROUNDS = 5;

  private static final Logger log = LoggerFactory.getLogger(SenderChecks.class);

  private final Function<String, Optional<Principal>> senders;
  private final Map<String, Optional<Principal>> found = new HashMap<>();
  private boolean away;

  SenderChecks(Function<String, Optional<Principal>> senders) {
    this.senders = senders;
  }

  void begin() {
    found.clear();
    away = false;
  }

  boolean isGood(Sender sender) {
    return sender.principal().isEmpty()
        || sender.authorization().map(this::proven).filter(sender.principal()::equals).isPresent()
        || away;
  }

  private Optional<Principal> proven(String authorization) {
    if (away) {
      return Optional.empty();
    }
    try {
      return found.computeIfAbsent(authorization, senders);
    } catch (StoreUnavailable unavailable) {
      log.warn("nobody knows who listens still: {}", unavailable.getMessage());
      away = true;
      return Optional.empty();
    }
  }
}
