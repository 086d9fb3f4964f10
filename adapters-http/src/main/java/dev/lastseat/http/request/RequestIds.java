package dev.lastseat.http.request;

import dev.lastseat.domain.shared.Identifiers;
import java.time.Clock;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names requests: as their sender does, if that can go into a log, else by a new identifier. */
public final class RequestIds {
  static final String HEADER = "X-Request-Id";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Clock clock;
  private final RandomGenerator random;

  public RequestIds(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public String of(@Nullable String given) {
    return given != null && FORM.matcher(given).matches()
        ? given
        : Identifiers.next(clock.instant(), random);
  }
}
