package dev.lastseat.redis;

import dev.lastseat.application.port.RememberedResponses;
import dev.lastseat.redis.client.Command;
import dev.lastseat.redis.client.Reply;
import java.time.Duration;
import java.util.List;

/**
 * Responses that all instances remember. When Redis goes away in the midst of a request, its mark
 * stays for a minute at most and its response is lost; whoever asks again is then answered by the
 * store, which knows the booking of every key. Keys that were begun while Redis was away are
 * forgotten when it is back, at the same price.
 */
record RedisResponses(RedisContext context, Duration ttl, RememberedResponses fallback)
    implements RememberedResponses {
  static final Duration IN_FLIGHT = Duration.ofSeconds(60);

  /**
   * ARGV: now, when the request is given up, fingerprint, how long its mark is kept. Answers what
   * is known, or nothing after having noted the new request.
   */
  private static final String BEGIN =
      """
      local known = redis.call('HMGET', KEYS[1],
          'until', 'fingerprint', 'status', 'location', 'body')
      if known[1] and tonumber(known[1]) > tonumber(ARGV[1]) then
        if not known[3] then return {known[2]} end
        return {known[2], known[3], known[4], known[5]}
      end
      redis.call('DEL', KEYS[1])
      redis.call('HSET', KEYS[1], 'until', ARGV[2], 'fingerprint', ARGV[3])
      redis.call('PEXPIRE', KEYS[1], ARGV[4])
      return {}
      """;

  /** ARGV: fingerprint, now, end, status, location, body, how long it is kept. */
  private static final String COMPLETE =
      """
      local known = redis.call('HMGET', KEYS[1], 'fingerprint', 'status', 'until')
      if known[1] == ARGV[1] and not known[2] and tonumber(known[3]) > tonumber(ARGV[2]) then
        redis.call('HSET', KEYS[1],
            'until', ARGV[3], 'status', ARGV[4], 'location', ARGV[5], 'body', ARGV[6])
        redis.call('PEXPIRE', KEYS[1], ARGV[7])
      end
      return 0
      """;

  /** ARGV: fingerprint. */
  private static final String ABANDON =
      """
      local known = redis.call('HMGET', KEYS[1], 'fingerprint', 'status')
      if known[1] == ARGV[1] and not known[2] then
        redis.call('DEL', KEYS[1])
      end
      return 0
      """;

  @Override
  public Begin begin(Key key, String fingerprint) {
    long now = context.clock().millis();
    Command begin =
        Command.of(
            BEGIN,
            keys(key),
            now,
            now + IN_FLIGHT.toMillis(),
            fingerprint,
            RedisContext.kept(IN_FLIGHT));
    return context
        .redis()
        .ask(begin, reply -> begun(reply.list(), fingerprint))
        .orElseGet(() -> fallback.begin(key, fingerprint));
  }

  private static Begin begun(List<Reply> known, String fingerprint) {
    if (known.isEmpty()) {
      return new Begin.New();
    }
    if (!fingerprint.equals(known.getFirst().text())) {
      return new Begin.Mismatch();
    }
    return known.size() == 1 ? new Begin.InFlight() : new Begin.Done(response(known));
  }

  private static Response response(List<Reply> known) {
    return new Response(known.get(1).integer(), known.get(2).text(), known.get(3).text());
  }

  /** Takes along all that the request left to be done. */
  @Override
  public void complete(Key key, String fingerprint, Response response) {
    fallback.complete(key, fingerprint, response);
    long now = context.clock().millis();
    flushNow(
        Command.of(
            COMPLETE,
            keys(key),
            fingerprint,
            now,
            now + ttl.toMillis(),
            response.status(),
            response.location(),
            response.body(),
            RedisContext.kept(ttl)));
  }

  @Override
  public void abandon(Key key, String fingerprint) {
    fallback.abandon(key, fingerprint);
    flushNow(Command.of(ABANDON, keys(key), fingerprint));
  }

  private void flushNow(Command command) {
    context.redis().send(command);
    context.redis().flush();
  }

  private List<String> keys(Key key) {
    return List.of(context.keys().response(key));
  }
}
