package dev.lastseat.domain.shared;

import java.util.Optional;

/** Which page of a list is wanted: by its number, or after a position. */
public sealed interface PageRequest {
  int MAX_LIMIT = 100;

  /** The largest number of items that pages by number may skip; past it, follow cursors. */
  int MAX_SKIPPED = 100_000;

  /** What is shown to those who ask for no page. */
  PageRequest FIRST = new Numbered(1, 20);

  int limit();

  /** Page 1 is the first. */
  record Numbered(int page, int limit) implements PageRequest {
    public Numbered {
      requireLimit(limit);
      if (page < 1 || (long) (page - 1) * limit > MAX_SKIPPED) {
        throw new InvalidValue(
            "page", page, "must be 1 or more and skip at most " + MAX_SKIPPED + " items");
      }
    }

    public int skipped() {
      return (page - 1) * limit;
    }
  }

  /** What follows {@code position}, or the beginning of the list. */
  record After(Optional<Position> position, int limit) implements PageRequest {
    public After {
      requireLimit(limit);
    }
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidValue("limit", limit, "must be 1 to " + MAX_LIMIT);
    }
  }
}
