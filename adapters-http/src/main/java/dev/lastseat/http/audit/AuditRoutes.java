package dev.lastseat.http.audit;

import dev.lastseat.application.audit.ProveFacts;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.Json;
import dev.lastseat.http.json.Problem;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was sealed, proven by the tree over it (docs/audit.md). */
public record AuditRoutes(ProveFacts audit) {
  public List<Route> routes() {
    return List.of(
        Route.get("/audit/head", Access.ADMIN, this::head),
        Route.get("/audit/facts/{id}", Access.ADMIN, this::fact),
        Route.query("/audit/consistency", Access.ADMIN, this::consistency),
        Route.get("/.well-known/lastseat-audit.json", Access.OPEN, this::key).atRoot());
  }

  /** By which anybody checks the signatures; found where such things are (RFC 8615). */
  private void key(Context context) {
    Responses.json(context, 200, Json.write(AuditViews.KEY.apply(audit.verifier())));
  }

  private void head(Context context) {
    Responses.ok(context, AuditViews.CHECKPOINT.apply(audit.head()), "The newest checkpoint.");
  }

  private void fact(Context context) {
    Map<String, Object> proof =
        sequence(context.pathParam("id"))
            .flatMap(audit::fact)
            .map(AuditViews.INCLUSION)
            .orElseThrow(() -> Problem.notFound("A sealed fact of this sequence"));
    Responses.ok(context, proof, "The fact is in the checkpoint.");
  }

  private static Optional<Long> sequence(String text) {
    return Optional.of(text).filter(it -> it.matches("[0-9]{1,18}")).map(Long::valueOf);
  }

  private void consistency(Context context) {
    Query query = new Query(context);
    Optional<Long> from = size(query, "from");
    Optional<Long> to = size(query, "to");
    if (from.isEmpty()) {
      query.error("from", "must be the sequence of an earlier checkpoint");
    }
    query.requireGood();
    Map<String, Object> proof =
        Optional.of(to.orElseGet(() -> audit.head().size()))
            .flatMap(later -> from.flatMap(earlier -> audit.extension(earlier, later)))
            .map(AuditViews.CONSISTENCY)
            .orElseThrow(() -> Problem.notFound("The checkpoint"));
    Responses.ok(context, proof, "The later checkpoint has all facts of the earlier one.");
  }

  private static Optional<Long> size(Query query, String name) {
    return query.parsed(
        name,
        "the sequence of a checkpoint",
        text -> sequence(text).orElseThrow(IllegalArgumentException::new));
  }
}
