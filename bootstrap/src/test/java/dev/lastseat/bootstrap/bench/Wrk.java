package dev.lastseat.bootstrap.bench;

import dev.lastseat.domain.port.security.AccessTokens;
import dev.lastseat.domain.user.Credential;
import dev.lastseat.domain.user.Role;
import dev.lastseat.domain.user.UserId;
import dev.lastseat.security.SecurityAdapters;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** wrk, which takes a tenth of what k6 takes of the processor, and so shows higher rates. */
final class Wrk {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
  private static final Pattern WRONG = Pattern.compile("Non-2xx.*|Socket errors.*");

  private final Path tokens;

  /** Signs tokens of so many users, as the program would after as many log-ins. */
  Wrk(Path folder, String secret, int users) throws IOException {
    AccessTokens signer =
        SecurityAdapters.accessTokens(
            secret, Duration.ofHours(2), Clock.systemUTC(), new SecureRandom());
    tokens = folder.resolve("tokens.txt");
    Files.write(
        tokens,
        Stream.generate(() -> new UserId(UUID.randomUUID().toString()))
            .limit(users)
            .map(
                user -> signer.issue(user, Role.USER, new Credential.Session(user.value())).value())
            .toList());
  }

  /** Bookings a second of one event, each of another user. */
  double book(URI target, int clients, int seconds, String event)
      throws IOException, InterruptedException {
    return run(target, clients, seconds, event, "-s", "load/hot-event.lua");
  }

  /** Answers a second. */
  double get(URI target, int clients, int seconds) throws IOException, InterruptedException {
    return run(target, clients, seconds, "");
  }

  private double run(URI target, int clients, int seconds, String event, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c" + clients));
    command.addAll(List.of("-d" + seconds + "s", "--timeout", "10s"));
    command.addAll(List.of(more));
    command.add(target.toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TOKENS", tokens.toString());
    builder.environment().put("EVENT", event);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    Matcher rate = RATE.matcher(output);
    if (process.waitFor() != 0 || WRONG.matcher(output).find() || !rate.find()) {
      throw new WrongResult(String.join(" ", command) + "\n" + output);
    }
    return Double.parseDouble(rate.group(1));
  }
}
