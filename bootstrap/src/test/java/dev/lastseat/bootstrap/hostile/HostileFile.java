package dev.lastseat.bootstrap.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A file of hostile requests: one family of them. */
final class HostileFile {
  static final List<String> NAMES =
      List.of(
          "every-route",
          "framing",
          "headers",
          "json",
          "lines",
          "methods",
          "paths",
          "queries",
          "tokens");

  private final String name;
  private final List<HostileCase> cases = new ArrayList<>();
  private List<String> request = new ArrayList<>();

  private HostileFile(String name) {
    this.name = name;
  }

  static List<HostileCase> cases(String name) {
    HostileFile file = new HostileFile(name);
    int number = 0;
    for (String line : text(name).split("\n", -1)) {
      file.read(++number, line);
    }
    return file.cases;
  }

  private void read(int number, String line) {
    if (line.startsWith("= ")) {
      request = new ArrayList<>();
    } else if (line.startsWith(">")) {
      request.add(line.substring(Math.min(line.length(), 2)));
    } else if (!line.isEmpty() && !line.startsWith("#")) {
      String[] parts = line.split(" ", 2);
      String text = parts.length == 2 ? parts[1] : "";
      cases.add(new HostileCase(name + ":" + number, parts[0], template(), text));
    }
  }

  /** A request that ends with its headers ends with an empty line. */
  private String template() {
    String lines = String.join("\r\n", request);
    return request.getLast().isEmpty() ? lines + "\r\n" : lines;
  }

  private static String text(String name) {
    try (InputStream file = HostileFile.class.getResourceAsStream(name + ".txt")) {
      if (file == null) {
        throw new AssertionError("there is no file " + name);
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
