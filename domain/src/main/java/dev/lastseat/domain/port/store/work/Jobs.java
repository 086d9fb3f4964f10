package dev.lastseat.domain.port.store.work;

import dev.lastseat.domain.job.ClaimedJob;
import dev.lastseat.domain.job.Job;
import dev.lastseat.domain.job.JobCount;
import dev.lastseat.domain.job.JobId;
import dev.lastseat.domain.job.JobState;
import dev.lastseat.domain.job.KnownJob;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All jobs. Any number of processes work on them, and none leads: each job is claimed by one
 * conditional write, for as long as a lease, and ended by another, on condition that nobody claimed
 * it meanwhile. So a job is done at least once, and twice only if whoever did it ended, or took
 * longer than its lease, before it could say so.
 */
public interface Jobs {
  /**
   * Adds the job, unless one of its id is known; one that is done is known until it is forgotten.
   *
   * @return whether it was added
   */
  boolean add(Job job);

  /** The same for several at once, each of which is added or known. */
  void addAll(List<Job> jobs);

  /** Whether any job of these kinds is due; costs the same however many there are. */
  boolean anyDue(Set<String> kinds, Instant now);

  /**
   * Claims jobs of a kind that are due, of those due longest. Each is claimed by one caller only
   * until the lease ends. The attempt counts from now on, for it may end the process.
   */
  List<ClaimedJob> claim(String kind, int most, Instant now, Lease lease);

  /**
   * The job is done, and only its name is kept; false if somebody else has claimed it meanwhile.
   */
  boolean finish(ClaimedJob job, Instant now);

  /** The job failed, and is to be tried again; false if somebody else has claimed it meanwhile. */
  boolean postpone(ClaimedJob job, String reason, Instant until);

  /**
   * The job was not done, and is due for others; the attempt does not count. False if somebody else
   * has claimed it meanwhile.
   */
  boolean handBack(ClaimedJob job, Instant now);

  /** Nobody tries any more; false if somebody else has claimed it meanwhile. */
  boolean giveUp(ClaimedJob job, String reason, Instant now);

  /** Those in a state, of a kind or of any, those last that have been open or dead the longest. */
  Page<KnownJob> list(JobState state, Optional<String> kind, PageRequest request);

  /** How many there are of each kind in each state; a kind or state without any may be left out. */
  List<JobCount> counts();

  /** Has a job that was given up tried again, with all its attempts; false if none was. */
  boolean retry(JobId id, Instant now);

  /** The same for all of a kind; answers how many. */
  int retryAll(String kind, Instant now);

  /** Forgets jobs that were done before {@code before}. */
  void forgetDone(Instant before);

  /** Forgets jobs of a kind that were given up before {@code before}, and what they were about. */
  void forgetDead(String kind, Instant before);

  /**
   * A time for which nobody else claims the same job.
   *
   * @param word a fresh random word
   */
  record Lease(String word, Instant until) {}
}
