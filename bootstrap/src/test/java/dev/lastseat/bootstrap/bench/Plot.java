package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.bench.K6.Second;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Lines over the seconds of some runs: what was done, how long it took, and how often it failed.
 */
final class Plot {
  private static final List<String> COLOURS =
      List.of("#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf", "#8c564b");
  private static final int WIDTH = 720;
  private static final int HEIGHT = 150;
  private static final int LEFT = 60;
  private static final int TOP = 30;

  private final Map<String, List<Second>> runs;
  private final int longest;
  private final StringBuilder svg = new StringBuilder();
  private int top = TOP;

  private Plot(Map<String, List<Second>> runs) {
    this.runs = runs;
    this.longest = runs.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** An SVG image of four panels, one below the other, with a line for each run. */
  static String of(Map<String, List<Second>> runs) {
    Plot plot = new Plot(runs);
    plot.panel("answers a second", Second::requests);
    plot.panel("p50, ms", Second::p50);
    plot.panel("p99, ms", Second::p99);
    plot.panel("answers as expected, %", Second::available);
    plot.names();
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" \
    font-size="12"><rect width="100%%" height="100%%" fill="white"/>
    %s</svg>
    """
        .formatted(LEFT + WIDTH + TOP, plot.top, plot.svg);
  }

  private void panel(String title, ToDoubleFunction<Second> figure) {
    double highest =
        runs.values().stream().flatMap(List::stream).mapToDouble(figure).max().orElse(0);
    text(LEFT, top - 8, title);
    text(5, top + 10, label(highest));
    text(5, top + HEIGHT, "0");
    svg.append(
        "<rect x='%d' y='%d' width='%d' height='%d' fill='none' stroke='#ccc'/>\n"
            .formatted(LEFT, top, WIDTH, HEIGHT));
    for (int second = 1; second <= longest; second++) {
      text((int) x(second - 0.5) - 3, top + HEIGHT + 14, Integer.toString(second));
    }
    text(LEFT + WIDTH + 4, top + HEIGHT + 14, "s");
    int number = 0;
    for (List<Second> seconds : runs.values()) {
      line(seconds, figure, highest, COLOURS.get(number++ % COLOURS.size()));
    }
    top += HEIGHT + 2 * TOP;
  }

  private void line(
      List<Second> seconds, ToDoubleFunction<Second> figure, double highest, String colour) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < seconds.size(); i++) {
      double share = highest == 0 ? 0 : figure.applyAsDouble(seconds.get(i)) / highest;
      double y = top + HEIGHT * (1 - share);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i + 0.5), y));
    }
    svg.append(
        "<polyline fill='none' stroke='%s' stroke-width='2' points='%s'/>\n"
            .formatted(colour, points.toString().strip()));
  }

  /** Where so many seconds after the beginning of a run are. */
  private double x(double seconds) {
    return LEFT + WIDTH * seconds / longest;
  }

  private void names() {
    int number = 0;
    for (String run : runs.keySet()) {
      String colour = COLOURS.get(number++ % COLOURS.size());
      svg.append(
          "<rect x='%d' y='%d' width='12' height='12' fill='%s'/>\n"
              .formatted(LEFT, top - 10, colour));
      text(LEFT + 20, top, run + " (" + runs.get(run).size() + " s)");
      top += 20;
    }
  }

  private void text(int x, int y, String text) {
    svg.append("<text x='%d' y='%d'>%s</text>\n".formatted(x, y, text));
  }

  private static String label(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
  }
}
