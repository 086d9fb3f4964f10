package dev.lastseat.http.fact;

import dev.lastseat.application.fact.FactFilter;
import dev.lastseat.application.fact.ReadFacts;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.port.StoreUnavailable;
import dev.lastseat.http.live.Message;
import dev.lastseat.http.live.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log for those who follow it. Its end is read once a round, however many follow; only who is
 * further behind than {@value #KEPT} facts costs a question more, and only {@value #CATCHING_UP} of
 * them in a round.
 */
final class LiveFacts {
  /** The most that one listener is told in a round. */
  static final int MOST = 500;

  static final int KEPT = 2_000;
  static final int CATCHING_UP = 4;

  private static final Logger log = LoggerFactory.getLogger(LiveFacts.class);

  private final ReadFacts facts;

  /** The end of the log, without a gap, up to {@code end}. */
  private final List<RecordedFact> recent = new ArrayList<>();

  private final Map<Place, News> news = new HashMap<>();
  private long end;
  private long round;
  private int caughtUp;
  private boolean away;

  LiveFacts(ReadFacts facts) {
    this.facts = facts;
  }

  /** Where a listener has come to, and what it wants to know: many are at the same one. */
  private record Place(long after, FactFilter filter) {}

  /** What there is to tell at a place, and where who was told it has come to. */
  private record News(long next, Optional<Message> message) {}

  /** What is told of the log after this. */
  Source after(long sequence, FactFilter filter) {
    return new Follower(sequence, filter);
  }

  private final class Follower implements Source {
    private final FactFilter filter;
    private long position;

    private Follower(long position, FactFilter filter) {
      this.position = position;
      this.filter = filter;
    }

    @Override
    public Optional<Message> next(long round) {
      News found = news(new Place(position, filter), round);
      position = found.next();
      return found.message();
    }
  }

  private News news(Place place, long number) {
    if (number != round) {
      round = number;
      begin();
    }
    News known = news.get(place);
    if (known != null) {
      return known;
    }
    News found = find(place);
    news.put(place, found);
    return found;
  }

  private void begin() {
    news.clear();
    caughtUp = 0;
    away = false;
    try {
      List<RecordedFact> more = facts.after(end, FactFilter.ALL, KEPT).facts();
      recent.addAll(more);
      if (more.size() == KEPT) {
        recent.clear(); // nobody has followed for long
        end = facts.head();
      } else if (!more.isEmpty()) {
        end = more.getLast().sequence();
      }
      recent.subList(0, Math.max(0, recent.size() - KEPT)).clear();
    } catch (StoreUnavailable unavailable) {
      wait(unavailable);
    }
  }

  private News find(Place place) {
    long first = end - recent.size();
    if (place.after() >= first) {
      int known = (int) Math.min(recent.size(), place.after() - first);
      List<RecordedFact> rest = recent.subList(known, recent.size());
      ReadFacts.Part part = ReadFacts.pick(rest, place.after(), place.filter(), MOST);
      return new News(part.next(), message(part.facts()));
    }
    return away || caughtUp++ >= CATCHING_UP
        ? new News(place.after(), Optional.empty())
        : catchUp(place);
  }

  /** Where there is nothing to tell, at least how far the listener has come. */
  private News catchUp(Place place) {
    try {
      ReadFacts.Part part = facts.after(place.after(), place.filter(), MOST);
      return new News(
          part.next(), message(part.facts()).or(() -> Optional.of(Message.mark(part.next()))));
    } catch (StoreUnavailable unavailable) {
      wait(unavailable);
      return new News(place.after(), Optional.empty());
    }
  }

  private void wait(StoreUnavailable unavailable) {
    log.warn("nothing new for those who follow the facts: {}", unavailable.getMessage());
    away = true;
  }

  private static Optional<Message> message(List<RecordedFact> facts) {
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.all(
                facts.stream()
                    .map(it -> Message.of("fact", it.sequence(), FactView.WHOLE.apply(it)))));
  }
}
