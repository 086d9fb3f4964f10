package dev.lastseat.embedded.sqlite.engine;

import dev.lastseat.domain.port.UnusableStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
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

/**
 * The folder that the store lives in. A lock on a file in it keeps a second process out; the lock
 * goes with the process, however that ends.
 */
record DataFolder(Path folder, FileChannel lock) implements AutoCloseable {
  private static final String LOCK = "lastseat.lock";
  static final String STORE = "lastseat.db";

  static DataFolder open(Path folder) {
    try {
      Files.createDirectories(folder, ownerOnly());
      FileChannel lock =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      DataFolder opened = new DataFolder(folder, lock);
      if (!isLocked(lock)) {
        opened.close();
        throw new UnusableStore(folder, "is in use by another Lastseat (it holds " + LOCK + ")");
      }
      return opened;
    } catch (IOException failure) {
      throw new UnusableStore(folder, why(failure), failure);
    }
  }

  Path store() {
    return folder.resolve(STORE);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException failure) {
      throw new IllegalStateException("the lock of the data folder was not given back", failure);
    }
  }

  private static boolean isLocked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException heldHere) {
      return false;
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

  private static String why(IOException failure) {
    return switch (failure) {
      case FileAlreadyExistsException _ -> "is not a folder";
      case AccessDeniedException _ -> "cannot be written to: permission denied";
      case NoSuchFileException _ -> "cannot be made";
      case FileSystemException other when other.getReason() != null ->
          "cannot be written to: " + other.getReason();
      default -> "cannot be written to: " + failure.getMessage();
    };
  }
}
