package dev.lastseat.http.job;

import static dev.lastseat.http.request.Resource.JOB;

import dev.lastseat.application.job.ManageJobs;
import dev.lastseat.domain.job.JobState;
import dev.lastseat.domain.job.KnownJob;
import dev.lastseat.domain.shared.InvalidValue;
import dev.lastseat.http.input.Fields;
import dev.lastseat.http.input.Paging;
import dev.lastseat.http.input.Query;
import dev.lastseat.http.json.View;
import dev.lastseat.http.request.Access;
import dev.lastseat.http.request.RequestBodies;
import dev.lastseat.http.request.Responses;
import dev.lastseat.http.request.Route;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The jobs that are not done, and another try for those that were given up. */
public record JobRoutes(ManageJobs jobs) {
  private static final String ADDRESS = "\\S+@\\S+";

  /**
   * One of {@code dueAt}, {@code leaseUntil} and {@code givenUpAt} is there. {@code about} is what
   * whoever does it must know: of a mail, its letter and whom it concerns, but no address.
   */
  private static final View<KnownJob> VIEW =
      new View<KnownJob>()
          .field("id", known -> known.job().id().value())
          .field("kind", known -> known.job().kind())
          .field("state", KnownJob::state)
          .field("about", known -> withoutAddresses(known.job().payload()))
          .field("attempts", KnownJob::attempts)
          .field(
              "reason", known -> known.reason().isEmpty() ? null : withoutAddresses(known.reason()))
          .field("since", known -> known.job().since())
          .field("dueAt", known -> at(known, JobState.WAITING))
          .field("leaseUntil", known -> at(known, JobState.RUNNING))
          .field("givenUpAt", known -> at(known, JobState.DEAD));

  private static @Nullable Instant at(KnownJob known, JobState state) {
    return known.state() == state ? known.at() : null;
  }

  private static String withoutAddresses(String text) {
    return text.replaceAll(ADDRESS, "(an address)");
  }

  /** How many are tried again. */
  record Retried(int jobs) {}

  public List<Route> routes() {
    return List.of(
        Route.query("/jobs", Access.ADMIN, this::list),
        Route.post("/jobs/retry", Access.ADMIN, this::retryAll),
        Route.post("/jobs/{id}/retry", Access.ADMIN, this::retry));
  }

  private void list(Context context) {
    Query query = new Query(context);
    JobState state = query.constant("state", JobState.DEAD);
    Optional<String> kind = query.line("kind");
    Paging paging = Paging.of(query);
    var page = jobs.list(state, kind, paging.request());
    Responses.list(context, page, VIEW, paging, "Jobs.");
  }

  private void retry(Context context) {
    Responses.done(context, jobs.retry(JOB.id(context)), JOB);
  }

  private static String kind(String word) {
    if (!word.matches("[a-z-]{1,40}")) {
      throw new InvalidValue("kind", word, "must be a kind of jobs, such as mail");
    }
    return word;
  }

  private void retryAll(Context context) {
    Fields body = RequestBodies.fields(context).require("kind");
    String kind = body.requireGood(body.made("kind", JobRoutes::kind));
    Retried retried = new Retried(jobs.retryAll(kind));
    Responses.ok(context, retried, "They are tried again.");
  }
}
