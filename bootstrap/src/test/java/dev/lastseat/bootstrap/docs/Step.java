package dev.lastseat.bootstrap.docs;

import dev.lastseat.bootstrap.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Commands of a page, and the lines that it shows as their output. A fence marked {@code sh} has
 * commands only; in any other, a line that begins with {@code $} is a command, and what follows it
 * is output, as is a whole fence without such a line.
 */
record Step(String commands, List<String> output) {
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
  private static final String PROMPT = "$ ";

  /** The steps of the section under that heading, in order. */
  static List<Step> of(String page, String heading) throws IOException {
    String text = Files.readString(Project.ROOT.resolve(page));
    Pattern section = Pattern.compile("(?ms)^## " + Pattern.quote(heading) + "$(.*?)(?=^## |\\z)");
    List<Step> steps = new ArrayList<>();
    section.matcher(text).results().flatMap(Step::fences).forEach(fence -> add(fence, steps));
    return steps;
  }

  private static Stream<MatchResult> fences(MatchResult section) {
    return FENCE.matcher(section.group(1)).results();
  }

  private static void add(MatchResult fence, List<Step> steps) {
    if (fence.group(1).equals("sh")) {
      steps.add(new Step(fence.group(2), new ArrayList<>()));
      return;
    }
    for (String line : fence.group(2).lines().toList()) {
      if (line.startsWith(PROMPT)) {
        steps.add(new Step(line.substring(PROMPT.length()), new ArrayList<>()));
      } else {
        steps.getLast().output().add(line);
      }
    }
  }
}
