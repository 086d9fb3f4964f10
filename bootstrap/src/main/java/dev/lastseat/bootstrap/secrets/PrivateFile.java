package dev.lastseat.bootstrap.secrets;

import dev.lastseat.bootstrap.settings.StartFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Supplier;

/** A file with one line that its owner alone may read, in a folder that is its owner's too. */
public record PrivateFile(Path path) {

  /** The line that it holds; where there is no such file, it is made with that of {@code maker}. */
  public String readOrMake(Supplier<String> maker) {
    try {
      return Files.exists(path) ? Files.readString(path).strip() : make(maker.get());
    } catch (IOException failed) {
      throw new StartFailure(path + " cannot be read or written: " + reason(failed), failed);
    }
  }

  /**
   * Made beside its place, as a temporary file, which is its owner's alone, and moved there when it
   * is on the disk: no start ever finds half of it.
   */
  private String make(String line) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder, ownerOnly());
    Path draft = Files.createTempFile(folder, path.getFileName().toString(), ".new");
    Files.writeString(draft, line + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    return line;
  }

  public static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /** In words, where Java has a class. */
  public static String reason(IOException failed) {
    return switch (failed) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException taken -> taken.getFile() + " is not a folder";
      case NoSuchFileException missing -> missing.getFile() + " is not there";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> Objects.requireNonNullElse(failed.getMessage(), "input or output failed");
    };
  }
}
