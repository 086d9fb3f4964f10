package dev.lastseat.http.input;

import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pages as the contract has them: {@code page} and {@code limit}, or {@code cursor} and {@code
 * limit}. A cursor is opaque; one that was changed, or belongs to another list, is noticed.
 *
 * @param list all of the query that makes the list what it is
 */
public record Paging(PageRequest request, String list) {
  /** Absent: what is not counted of a list that a cursor goes through, and the end of any. */
  record Meta(
      @Nullable Integer page,
      int limit,
      @Nullable Long total,
      @Nullable Long totalPages,
      boolean hasNext,
      @Nullable Boolean hasPrev,
      @Nullable String nextCursor) {}

  /** Of a query of which all else was read; ends the reading. */
  public static Paging of(Query query) {
    Paging paging = read(query);
    query.requireGood();
    return paging;
  }

  private static Paging read(Query query) {
    String list = query.understood();
    int limit = query.integer("limit", 1, PageRequest.MAX_LIMIT).orElse(PageRequest.FIRST.limit());
    if (!query.has("cursor")) {
      int last = PageRequest.MAX_SKIPPED / limit + 1;
      int page = query.integer("page", 1, last).orElse(1);
      return new Paging(new PageRequest.Numbered(page, limit), list);
    }
    if (query.integer("page", 1, Integer.MAX_VALUE).orElse(1) > 1) {
      query.error("page", "must not be more than 1 together with cursor");
    }
    Optional<Position> position =
        query.parsed(
            "cursor",
            "the nextCursor of this very list",
            text -> Position.of(text, list).orElseThrow(IllegalArgumentException::new));
    return new Paging(new PageRequest.After(position, limit), list);
  }

  public Object meta(Page<?> page) {
    String next = page.next().map(position -> position.cursor(list)).orElse(null);
    return switch (request) {
      case PageRequest.Numbered numbered -> meta(numbered, page.total().orElse(0L), next);
      case PageRequest.After after ->
          new Meta(null, after.limit(), null, null, next != null, null, next);
    };
  }

  private static Meta meta(PageRequest.Numbered request, long total, @Nullable String next) {
    long pages = (total + request.limit() - 1) / request.limit();
    int page = request.page();
    return new Meta(page, request.limit(), total, pages, page < pages, page > 1, next);
  }
}
