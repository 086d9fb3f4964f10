package dev.lastseat.bootstrap.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lastseat.bootstrap.bench.K6.Second;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was measured: a table for each scenario, its targets, and plots of its runs. */
final class Report {
  private final Map<String, Object> about;
  private final List<Table> tables = new ArrayList<>();
  private final Map<String, Long> memory = new LinkedHashMap<>();

  Report(Size size, Instant now) {
    about = new LinkedHashMap<>();
    about.put("size", size.name().toLowerCase(Locale.ROOT));
    about.put("taken", now.toString());
    about.put("cores", Runtime.getRuntime().availableProcessors());
    about.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    about.put("java", Runtime.version().toString());
  }

  /** A table that is filled while its scenario runs; its rows are shown on the terminal too. */
  Table table(String name, String title, String text) {
    Table table = new Table(name, title, text);
    tables.add(table);
    System.out.println("== " + title);
    return table;
  }

  /** Notes what the program holds once a scenario is over. */
  void memory(Table after, Program program) throws IOException {
    long megabytes = program.residentMegabytes();
    System.out.println("   resident memory: " + megabytes + " MB");
    memory.put(after.title, megabytes);
  }

  private void addMemory() {
    Table table =
        table("memory", "Memory", "What is resident of the program after a scenario, in MB.");
    memory.forEach(
        (scenario, megabytes) ->
            table.row().with("after", scenario).with("resident MB", megabytes).end());
    long most = memory.values().stream().mapToLong(Long::longValue).max().orElse(0);
    table.target("300 MB are enough", most + " MB", most <= 300);
  }

  /** Leaves {@code report.md}, {@code report.json} and a plot for each scenario that has one. */
  void write(Path folder) throws IOException {
    try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder, "*.svg")) {
      for (Path plot : earlier) {
        Files.delete(plot);
      }
    }
    if (!memory.isEmpty()) {
      addMemory();
    }
    StringBuilder page = new StringBuilder("# Benchmarks\n\n");
    about.forEach((name, value) -> page.append(name).append(": ").append(value).append("  \n"));
    for (Table table : tables) {
      page.append(table.markdown());
      if (!table.runs.isEmpty()) {
        Files.writeString(folder.resolve(table.name + ".svg"), Plot.of(table.runs));
      }
    }
    Files.writeString(folder.resolve("report.md"), page);
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(
            folder.resolve("report.json").toFile(),
            Map.of("about", about, "scenarios", tables.stream().map(Table::json).toList()));
  }

  /** How a figure compares with what is wanted of it; a miss is shown, and no failure. */
  record Target(String wanted, String found, boolean met) {
    @Override
    public String toString() {
      return (met ? "met" : "NOT MET") + ": " + wanted + ": " + found;
    }
  }

  static final class Table {
    private final String name;
    private final String title;
    private final String text;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final Map<String, List<Second>> runs = new LinkedHashMap<>();

    private Table(String name, String title, String text) {
      this.name = name;
      this.title = title;
      this.text = text;
    }

    Row row() {
      return new Row();
    }

    void plot(String run, List<Second> seconds) {
      runs.put(run, seconds);
    }

    void target(String wanted, String found, boolean met) {
      Target target = new Target(wanted, found, met);
      targets.add(target);
      System.out.println("   " + target);
    }

    /** A share of something, such as 0.6 for 60 %, that is to be reached. */
    void target(String wanted, double share, double least) {
      target(wanted, Math.round(100 * share) + " %", share >= least);
    }

    private Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", name);
      json.put("rows", rows);
      json.put("targets", targets);
      json.put("runs", runs);
      return json;
    }

    private String markdown() {
      Set<String> columns = rows.isEmpty() ? Set.of() : rows.getFirst().keySet();
      StringBuilder page = new StringBuilder("\n## " + title + "\n\n" + text + "\n\n");
      page.append(line(columns)).append(line(columns.stream().map(_ -> "---:").toList()));
      rows.forEach(row -> page.append(line(row.values().stream().map(Report::shown).toList())));
      page.append('\n');
      targets.forEach(target -> page.append("- ").append(target).append('\n'));
      return runs.isEmpty() ? page.toString() : page + "\n![" + title + "](" + name + ".svg)\n";
    }

    private static String line(Iterable<String> cells) {
      return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Figures by the names of their columns, in order. */
    final class Row {
      private final Map<String, Object> cells = new LinkedHashMap<>();

      Row with(String column, Object value) {
        cells.put(column, value instanceof Double figure ? rounded(figure) : value);
        return this;
      }

      void end() {
        rows.add(cells);
        System.out.println(
            cells.entrySet().stream()
                .map(cell -> cell.getKey() + " " + shown(cell.getValue()))
                .collect(Collectors.joining(", ", "   ", "")));
      }
    }
  }

  /** Three figures are more than any of this is worth. */
  private static Object rounded(double figure) {
    return figure >= 100 ? (Object) Math.round(figure) : Math.round(figure * 100) / 100.0;
  }

  private static String shown(Object value) {
    return value instanceof Long figure ? String.format(Locale.ROOT, "%,d", figure) : value + "";
  }
}
