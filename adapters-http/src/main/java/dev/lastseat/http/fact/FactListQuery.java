package dev.lastseat.http.fact;

import dev.lastseat.application.fact.FactFilter;
import dev.lastseat.application.fact.ReadFacts.HistoryPart;
import dev.lastseat.domain.fact.Actor;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Problem;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What of the log is asked for.
 *
 * @param after the sequence of the last fact that is known
 */
record FactListQuery(Optional<Long> after, FactFilter filter, int limit) {
  private static final int MAX_LIMIT = 1_000;
  private static final int DEFAULT_LIMIT = 100;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final String A_NUMBER = "a whole number from 0 on, of 18 digits at most";
  private static final Pattern ACTOR =
      Pattern.compile("anonymous|(user|key|system):[A-Za-z0-9_-]{1,64}");

  static FactListQuery part(Context context) {
    Query query = new Query(context);
    return read(query, limit(query));
  }

  /** All of it: there is nothing to say about parts. */
  static FactListQuery whole(Context context) {
    return read(new Query(context), MAX_LIMIT);
  }

  private static FactListQuery read(Query query, int limit) {
    Optional<Long> after = number(query, "after");
    return new FactListQuery(after, filter(query, query.parsed("stream", StreamId::parse)), limit);
  }

  /** The same for who listens, and says perhaps what was heard last. */
  static FactListQuery heard(Context context) {
    FactListQuery query = whole(context);
    String last = context.header("Last-Event-ID");
    return last == null || last.isEmpty()
        ? query
        : new FactListQuery(Optional.of(lastHeard(last)), query.filter(), query.limit());
  }

  private static long lastHeard(String last) {
    if (!NUMBER.matcher(last).matches()) {
      throw Problem.invalid("Last-Event-ID", "must be the id of an event of this stream");
    }
    return Long.parseLong(last);
  }

  /** Of an event, in parts. */
  static HistoryPart history(Context context) {
    Query query = new Query(context);
    long before = before(query);
    int limit = limit(query);
    return new HistoryPart(filter(query, Optional.empty()), before, limit);
  }

  /** The same, all of it. */
  static HistoryPart wholeHistory(Context context) {
    return HistoryPart.all(filter(new Query(context), Optional.empty()));
  }

  /** Of a booking, in parts. */
  static HistoryPart bookingHistory(Context context) {
    Query query = new Query(context);
    HistoryPart part = new HistoryPart(FactFilter.ALL, before(query), limit(query));
    query.requireGood();
    return part;
  }

  private static Optional<Long> number(Query query, String name) {
    return query.parsed(name, A_NUMBER, text -> Long.parseLong(require(NUMBER, text)));
  }

  private static int limit(Query query) {
    return query.integer("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
  }

  private static long before(Query query) {
    return number(query, "before").orElse(Long.MAX_VALUE);
  }

  private static FactFilter filter(Query query, Optional<StreamId> stream) {
    Set<String> kinds = kinds(query);
    Optional<Actor> actor =
        query.parsed(
            "actor",
            "anonymous, or user, key or system and an id, such as user:01a21a73",
            text -> new Actor(require(ACTOR, text)));
    Optional<Instant> from = query.instant("from", false, ZoneOffset.UTC);
    Optional<Instant> to = query.instant("to", true, ZoneOffset.UTC);
    return query.requireGood(() -> new FactFilter(kinds, stream, actor, from, to));
  }

  /** All kinds, unless some are asked for. */
  private static Set<String> kinds(Query query) {
    Set<FactKind> wanted = query.constants("kinds", FactKind.class);
    return wanted.size() == FactKind.values().length
        ? Set.of()
        : wanted.stream().map(FactKind::word).collect(Collectors.toSet());
  }

  private static String require(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("has another form");
    }
    return text;
  }
}
