package dev.lastseat.bootstrap.docs;

import dev.lastseat.bootstrap.project.Checkout;
import dev.lastseat.bootstrap.project.Terminal;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page of which the first step serves the program, and the others are typed into one terminal
 * beside it.
 *
 * @param greeting what the program says when it listens, as the page has it
 * @param printed what each of the steps printed
 */
record ServedPage(String greeting, List<String> printed) {
  private static final String ADDRESS = "localhost:8080";

  /** A character that no answer has, printed after each step. */
  private static final String END = "\u001e";

  static ServedPage type(Checkout checkout, Step serve, List<Step> steps)
      throws IOException, InterruptedException {
    try (Terminal first = checkout.type(serve.commands(), Map.of("PORT", "0"))) {
      String line = first.linesUntil("Lastseat listens on ").getLast();
      String address = URI.create(line.split(" ")[3]).getAuthority();
      String script =
          steps.stream()
              .map(step -> step.commands().replace(ADDRESS, address) + "\nprintf '" + END + "'\n")
              .collect(Collectors.joining());
      try (Terminal second = checkout.type(script, Map.of())) {
        return new ServedPage(line.replace(address, ADDRESS), List.of(second.rest().split(END)));
      }
    }
  }
}
