package dev.lastseat.bootstrap.authorisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A line of the table.
 *
 * @param scope what an API key needs; {@code -} where none does, or none is let in
 * @param path with names of things in braces, which the {@link Cast} has
 * @param body empty for none
 */
record Row(String scope, String method, String path, String body, String line) {
  private static final int STATUSES = 10;

  static List<Row> all() {
    try (InputStream table = Objects.requireNonNull(Row.class.getResourceAsStream("matrix.txt"))) {
      return new String(table.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(Row::of)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Row of(String line) {
    String[] cells = line.split(" +", STATUSES + 4);
    String body = cells.length > STATUSES + 3 ? cells[STATUSES + 3] : "";
    return new Row(cells[STATUSES], cells[STATUSES + 1], cells[STATUSES + 2], body, line);
  }

  /** As the contract names it. */
  String operation() {
    return method + " " + path.replaceAll("\\?.*", "").replaceAll("\\{\\w+}", "{id}");
  }

  /** The line as it should be. */
  String answered(Client client, Cast cast) {
    List<String> statuses = new ArrayList<>();
    for (List<Cast.Sender> alike : cast.senders(scope)) {
      List<String> distinct =
          alike.stream().map(sender -> status(client, cast, sender)).distinct().toList();
      statuses.add(String.join("|", distinct));
    }
    return String.join(" ", statuses) + line.substring(4 * STATUSES - 1);
  }

  private String status(Client client, Cast cast, Cast.Sender sender) {
    String token = sender.token();
    int status = client.send(method, cast.filled(path), token, cast.filled(body)).status();
    if (status < 300 && !method.equals("GET")) {
      cast.forget(path);
    }
    return Integer.toString(status);
  }
}
