package dev.lastseat.bootstrap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Instances of the program over the same stores, killed one after the other and started anew. */
public final class Fleet implements AutoCloseable {
  private final Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
  private final Path folder;
  private final List<Process> programs = new ArrayList<>();
  private final List<URI> addresses = new ArrayList<>();

  /** So many, in processes of their own. */
  public Fleet(int size, Map<String, String> engines, Path folder) {
    this.settings.putAll(engines);
    this.folder = folder;
    programs.addAll(Stream.generate(this::spawn).limit(size).toList());
    programs.forEach(program -> addresses.add(address(program)));
  }

  private Process spawn() {
    try {
      return Programs.spawn(folder, settings);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static URI address(Process program) {
    try {
      return Programs.address(program);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Where they answer, the one that will be killed next first. */
  public List<URI> addresses() {
    return List.copyOf(addresses);
  }

  /** Before all of them, as they are now. */
  BoxOffice office() {
    return new BoxOffice(addresses.toArray(URI[]::new));
  }

  /** With -9, the one that has run for the longest time. */
  public void killOne() {
    programs.getFirst().destroyForcibly();
  }

  /** Lets the one stand still that will be killed next. */
  public void freezeOne() throws InterruptedException {
    signal("STOP");
  }

  /** Lets it go on. */
  public void thawOne() throws InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws InterruptedException {
    String id = Long.toString(programs.getFirst().pid());
    try {
      new ProcessBuilder("kill", "-" + name, id).inheritIO().start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Starts the one anew that was killed. */
  public void replaceOne() throws InterruptedException {
    programs.removeFirst().waitFor();
    addresses.removeFirst();
    programs.add(spawn());
    addresses.add(address(programs.getLast()));
  }

  /** See {@link Programs#verify}. */
  public void verify() {
    Programs.verify(folder, settings);
  }

  @Override
  public void close() throws InterruptedException {
    programs.forEach(Process::destroyForcibly);
    for (Process program : programs) {
      program.waitFor();
    }
  }
}
