package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.port.UnusableStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder that the store lives in. A lock on a file in it keeps a second process out; the lock
 * goes with the process, however that ends.
 */
final class DataFolder implements AutoCloseable {
  private static final String LOCK = "lastseat.lock";
  static final String STORE = "lastseat.db";

  private final Path folder;
  private final FileChannel channel;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static DataFolder open(Path folder) {
    FileChannel channel = channel(folder);
    if (tryLock(folder, channel).isEmpty()) {
      close(channel);
      throw new UnusableStore(folder, "is in use by another Lastseat (it holds " + LOCK + ")");
    }
    return new DataFolder(folder, channel);
  }

  Path store() {
    return folder.resolve(STORE);
  }

  @Override
  public void close() {
    close(channel);
  }

  private static FileChannel channel(Path folder) {
    try {
      Files.createDirectories(folder, ownerOnly());
      return FileChannel.open(
          folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException failure) {
      throw unwritable(folder, failure);
    }
  }

  /** The store has the addresses of all users. */
  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static Optional<FileLock> tryLock(Path folder, FileChannel channel) {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldHere) {
      return Optional.empty();
    } catch (IOException failure) {
      close(channel);
      throw unwritable(folder, failure);
    }
  }

  private static UnusableStore unwritable(Path folder, IOException failure) {
    String why =
        switch (failure) {
          case FileAlreadyExistsException _ -> "is not a folder";
          case AccessDeniedException _ -> "cannot be written to: permission denied";
          case NoSuchFileException _ -> "cannot be made";
          case FileSystemException other when other.getReason() != null ->
              "cannot be written to: " + other.getReason();
          default -> "cannot be written to: " + failure.getMessage();
        };
    return new UnusableStore(folder, why, failure);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new IllegalStateException("the lock of the data folder was not given back", failure);
    }
  }
}
