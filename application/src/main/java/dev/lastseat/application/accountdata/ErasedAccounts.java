package dev.lastseat.application.accountdata;

import dev.lastseat.application.fact.FactConsumer;
import dev.lastseat.application.job.JobHandler;
import dev.lastseat.application.job.JobQueue;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.FactKind;
import dev.lastseat.domain.fact.RecordedFact;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.user.UserId;
import java.time.Duration;
import java.util.List;

/**
 * Looks again at accounts that were erased, for a request that was under way may have made a
 * booking, a key or a passkey after all was cleared. No store can refuse that in one step: they
 * know nothing of each other. So it is done when no such request can be under way any more.
 */
public record ErasedAccounts(AccountContents contents, JobQueue jobs)
    implements FactConsumer, JobHandler {
  /** More than the longest request takes, and than the clocks of two instances differ. */
  static final Duration STRAGGLERS = Duration.ofMinutes(2);

  private static final String KIND = "erased-account";

  @Override
  public String name() {
    return "erased-accounts";
  }

  @Override
  public void handle(List<RecordedFact> facts) {
    jobs.addAll(
        facts.stream()
            .map(RecordedFact::fact)
            .filter(fact -> fact.kind().equals(FactKind.USER_ERASED.word()))
            .map(ErasedAccounts::look)
            .toList());
  }

  private static Job look(Fact erased) {
    String user = erased.stream().id();
    return new Job(JobId.of(KIND, user), KIND, user, erased.at().plus(STRAGGLERS));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Result handle(Job job) {
    contents.clear(new UserId(job.payload()));
    return new Result.Done();
  }
}
