package dev.lastseat.bootstrap.command;

import dev.lastseat.bootstrap.secrets.PrivateFile;
import dev.lastseat.bootstrap.settings.StartFailure;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.embedded.EmbeddedAdapters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The embedded store and the secrets beside it in one file: a zip that its owner alone may read. It
 * is of one moment, also while the program runs and sells.
 */
public record Backup(Path dataDir) {
  static final String STORE = "lastseat.db";
  private static final Pattern SECRET = Pattern.compile("[a-z-]+\\.secret");

  /**
   * Writes a new one.
   *
   * @throws StartFailure when there is no store, the file is there already, or it cannot be written
   */
  public void write(Path file) {
    if (Files.exists(file)) {
      throw new StartFailure(file + " is there already, and a backup is not written over another");
    }
    Path folder = file.toAbsolutePath().resolveSibling("");
    if (!Files.isDirectory(folder)) {
      throw new StartFailure(file + " cannot be written: " + folder + " is no folder");
    }
    try {
      Path drafts = Files.createTempDirectory(folder, "backup");
      try {
        Path copy = drafts.resolve(STORE);
        EmbeddedAdapters.copy(dataDir, copy);
        Path draft = Files.createTempFile(drafts, "backup", ".zip");
        zip(draft, Stream.concat(Stream.of(copy), secrets().stream()).toList());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        empty(drafts);
        Files.delete(drafts);
      }
    } catch (IOException | UnusableStore failed) {
      throw new StartFailure(file + " cannot be written: " + reason(failed), failed);
    }
  }

  private List<Path> secrets() throws IOException {
    try (Stream<Path> files = Files.list(dataDir)) {
      return files.filter(it -> isSecret(it.getFileName().toString())).toList();
    }
  }

  private static void zip(Path target, List<Path> files) throws IOException {
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE);
        OutputStream output = Channels.newOutputStream(channel)) {
      ZipOutputStream zip = new ZipOutputStream(output);
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
      zip.finish();
      channel.force(true);
    }
  }

  /**
   * Puts a backup into the folder, which must be empty or not there yet.
   *
   * @throws StartFailure when it is neither, or the file is no backup that can be used; the folder
   *     is empty then
   */
  public void restore(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      requireBackup(file, zip);
      Files.createDirectories(dataDir, PrivateFile.ownerOnly());
      requireEmpty();
      try {
        unzip(zip);
        EmbeddedAdapters.open(dataDir, Clock.tickMillis(ZoneOffset.UTC)).close();
      } catch (IOException | UnusableStore failed) {
        empty(dataDir);
        throw failed;
      }
    } catch (ZipException damaged) {
      throw new StartFailure(
          file + " is no backup of Lastseat, or a damaged one: " + damaged.getMessage(), damaged);
    } catch (IOException | UnusableStore failed) {
      throw new StartFailure(file + " cannot be restored: " + reason(failed), failed);
    }
  }

  private static void requireBackup(Path file, ZipFile zip) {
    boolean isStranger =
        zip.stream().map(ZipEntry::getName).anyMatch(it -> !it.equals(STORE) && !isSecret(it));
    if (isStranger || zip.getEntry(STORE) == null) {
      throw new StartFailure(file + " is no backup of Lastseat");
    }
  }

  private static boolean isSecret(String name) {
    return SECRET.matcher(name).matches();
  }

  private void requireEmpty() throws IOException {
    try (Stream<Path> files = Files.list(dataDir)) {
      if (files.findAny().isPresent()) {
        throw new StartFailure(dataDir + " is not empty: move what is there away first");
      }
    }
  }

  /** Into temporary files, which are their owner's alone, as the secrets were. */
  private void unzip(ZipFile zip) throws IOException {
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      Path draft = Files.createTempFile(dataDir, "restored", ".new");
      try (InputStream content = zip.getInputStream(entry);
          OutputStream output = Files.newOutputStream(draft)) {
        content.transferTo(output);
      }
      Files.move(draft, dataDir.resolve(entry.getName()));
    }
  }

  static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static String reason(Exception failed) {
    return failed instanceof IOException io
        ? PrivateFile.reason(io)
        : String.valueOf(failed.getMessage());
  }
}
