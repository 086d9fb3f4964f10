package dev.lastseat.bootstrap.bench;

import dev.lastseat.bootstrap.bench.K6.Load;
import dev.lastseat.bootstrap.e2e.Programs;
import dev.lastseat.mongo.BareInserts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What scenarios work with: servers, generators of load, and the report. */
record Stage(Size size, Path folder, Report report, K6 k6, Optional<Wrk> wrk) {

  static Stage in(Path folder, Size size, Report report) throws IOException {
    int users = size == Size.SMALL ? 10_000 : 100_000;
    return new Stage(
        size,
        folder,
        report,
        new K6(folder, Program.SECRET),
        Tool.WRK.isInstalled()
            ? Optional.of(new Wrk(folder, Program.SECRET, users))
            : Optional.empty());
  }

  /** A folder of its own for whoever asks. */
  Path newFolder() throws IOException {
    return Files.createTempDirectory(folder, "store");
  }

  Program program(Engine engine) throws IOException, InterruptedException {
    return Program.start(newFolder(), engine.settings());
  }

  /** The limit of the program on an engine, in a process of its own. */
  Bare bare(Engine engine) throws IOException {
    String mongodb = engine.settings().getOrDefault("MONGODB_URI", "");
    String[] main = {
      BareServer.class.getName(), mongodb.isEmpty() ? newFolder().toString() : mongodb
    };
    Process process = Programs.run(System.getProperty("java.class.path"), Map.of(), main);
    return new Bare(process, Programs.address(process), mongodb);
  }

  /** So many clients book single tickets of an event, each for another user. */
  Load hotEvent(Program program, int clients, String event)
      throws IOException, InterruptedException {
    return hotEvent(program, clients, event, size.seconds);
  }

  Load hotEvent(Program program, int clients, String event, int seconds)
      throws IOException, InterruptedException {
    return k6.run("hot-event", program.address(), clients, seconds, Map.of("EVENT", event));
  }

  /** Bookings a second of an event, by wrk where it is there. */
  double rate(URI server, int clients, String event) throws IOException, InterruptedException {
    if (wrk.isPresent()) {
      return wrk.get().book(server, clients, size.seconds, event);
    }
    return k6.run("hot-event", server, clients, size.seconds, Map.of("EVENT", event)).rate();
  }

  record Bare(Process process, URI address, String mongodb) implements AutoCloseable {
    @Override
    public void close() throws InterruptedException {
      process.destroyForcibly().waitFor();
      if (!mongodb.isEmpty()) {
        BareInserts.drop(mongodb);
      }
    }
  }
}
