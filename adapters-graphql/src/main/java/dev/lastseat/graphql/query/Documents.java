package dev.lastseat.graphql.query;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The only documents that are run, where there are any: named by their SHA-256 (GraphQL over HTTP,
 * appendix "Persisted Documents").
 */
public final class Documents {
  private static final String SUFFIX = ".graphql";

  private final Map<String, String> byId;

  private Documents(Map<String, String> byId) {
    this.byId = Map.copyOf(byId);
  }

  /**
   * Those of a folder.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static Documents in(Path folder) {
    Map<String, String> byId = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(SUFFIX)).toList()) {
        String document = Files.readString(file);
        byId.put(id(document), document);
      }
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(unreadable);
    }
    if (byId.isEmpty()) {
      throw new IllegalArgumentException("no files *" + SUFFIX + " in " + folder);
    }
    return new Documents(byId);
  }

  public Optional<String> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static String id(String document) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(document.getBytes(StandardCharsets.UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
