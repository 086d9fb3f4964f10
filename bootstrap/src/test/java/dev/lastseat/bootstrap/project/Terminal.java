package dev.lastseat.bootstrap.project;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A command that runs; what it prints, errors too, comes as one stream. */
public final class Terminal implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  Terminal(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /**
   * The lines up to the one that begins so, which is the last.
   *
   * @throws AssertionError with the lines when there is none
   */
  public List<String> linesUntil(String beginning) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (line.startsWith(beginning)) {
        return lines;
      }
    }
    throw new AssertionError("no line begins with '" + beginning + "': " + lines);
  }

  /** All that is still to come. */
  public String rest() {
    return output.lines().collect(Collectors.joining("\n"));
  }

  /** The exit status, once it has ended. */
  public int status() throws InterruptedException {
    return process.waitFor();
  }

  /** Sends SIGTERM to the command, as opposed to what it started. */
  public void terminate() {
    process.destroy();
  }

  /** Whatever still runs is killed. */
  @Override
  public void close() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }
}
