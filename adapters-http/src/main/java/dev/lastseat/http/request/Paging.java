package dev.lastseat.http.request;

import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pages as the contract has them: {@code page} and {@code limit}, or {@code cursor} and {@code
 * limit}.
 */
public record Paging(PageRequest request, String list) {
  public static final Set<String> PARAMETERS = Set.of("page", "limit", "cursor");

  record NumberedMeta(
      int page, int limit, long total, long totalPages, boolean hasNext, boolean hasPrev) {}

  record CursorMeta(int limit, boolean hasNext, @Nullable String nextCursor) {}

  /** Of a query of which all else was read. */
  public static Paging of(Query query) {
    String list = query.without(PARAMETERS);
    int limit = query.integer("limit", 1, PageRequest.MAX_LIMIT).orElse(PageRequest.FIRST.limit());
    if (!query.has("cursor")) {
      int last = PageRequest.MAX_SKIPPED / limit + 1;
      int page = query.integer("page", 1, last).orElse(1);
      return new Paging(new PageRequest.Numbered(page, limit), list);
    }
    if (query.has("page")) {
      query.error("page", "must not be given together with cursor");
    }
    Optional<Position> position =
        query.parsed(
            "cursor", "must be the nextCursor of this very list", text -> Cursor.read(text, list));
    return new Paging(new PageRequest.After(position, limit), list);
  }

  public Object meta(Page<?> page) {
    return switch (request) {
      case PageRequest.Numbered numbered -> meta(numbered, page);
      case PageRequest.After after ->
          new CursorMeta(
              after.limit(),
              page.next().isPresent(),
              page.next().map(next -> Cursor.write(next, list)).orElse(null));
    };
  }

  private static NumberedMeta meta(PageRequest.Numbered request, Page<?> page) {
    long total = page.total().orElse(0L);
    long pages = (total + request.limit() - 1) / request.limit();
    return new NumberedMeta(
        request.page(), request.limit(), total, pages, request.page() < pages, request.page() > 1);
  }
}
