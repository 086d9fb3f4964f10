package dev.lastseat.bootstrap.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the project, found from the folder of the module that the tests run in. */
public final class Project {
  public static final Path ROOT = root();

  private Project() {}

  /** All pages of documentation; built, hidden and stored files are none. */
  public static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    Files.walkFileTree(ROOT, new Pages(pages));
    return pages;
  }

  /** What a pattern finds in a file of the project. */
  public static Stream<MatchResult> findings(String file, Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(ROOT.resolve(file))).results();
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("lastseat"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("no folder above holds the script lastseat");
      }
      folder = parent;
    }
    return folder;
  }

  private static final class Pages extends SimpleFileVisitor<Path> {
    private final List<Path> pages;

    Pages(List<Path> pages) {
      this.pages = pages;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = folder.getFileName().toString();
      boolean skipped = name.startsWith(".") || name.equals("target") || name.equals("data");
      return skipped && !folder.equals(ROOT)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.toString().endsWith(".md")) {
        pages.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
