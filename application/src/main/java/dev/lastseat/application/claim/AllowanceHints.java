package dev.lastseat.application.claim;

import dev.lastseat.domain.claim.Allowances;
import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventId;
import dev.lastseat.domain.user.UserId;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How far users have used up their allowances, as far as this process knows, so that a user's next
 * booking begins behind that and is not refused at first. Hints, which may be wrong or gone: the
 * store decides. There is one slot for each hash of user and event, and whoever comes last has it;
 * so they take 512 KiB, whatever is sold. They are good for one limit of the event only: where it
 * was lowered, what was used up beyond it counts too, and that only the store can tell.
 */
final class AllowanceHints {
  private static final int SLOTS = 1 << 16;

  /** A slot's value is whose it is (32 bits), the limit (16), and the last one used up (16). */
  private static final int FIELD = 16;

  private static final long OWNER = -1L << (2 * FIELD);
  private static final long LAST = (1L << FIELD) - 1;

  private final AtomicLongArray slots = new AtomicLongArray(SLOTS);

  /** The last allowance that is thought to be used up, 0 when none is known. */
  int lastUsed(UserId user, Event event) {
    long slot = slots.get(index(user, event.id()));
    return (slot & ~LAST) == key(user, event) ? (int) (slot & LAST) : 0;
  }

  /** A booking used these, behind all that were known to be used up. */
  void used(UserId user, Event event, Allowances allowances) {
    if (allowances.ordinals().getFirst() == lastUsed(user, event) + 1) {
      lastUsed(user, event, allowances.ordinals().getLast());
    }
  }

  /** The store says that none behind this one is used up. */
  void lastUsed(UserId user, Event event, int last) {
    slots.set(index(user, event.id()), key(user, event) | last);
  }

  /** Some were given back. */
  void forget(UserId user, EventId event) {
    slots.set(index(user, event), 0);
  }

  private static long key(UserId user, Event event) {
    long limit = event.details().maxTicketsPerUser();
    return (hash(user, event.id()) & OWNER) | (limit << FIELD);
  }

  private static int index(UserId user, EventId event) {
    return (int) hash(user, event) & (SLOTS - 1);
  }

  private static long hash(UserId user, EventId event) {
    long hash = ((long) user.value().hashCode() << 32) | (event.value().hashCode() & 0xFFFF_FFFFL);
    hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    return hash ^ (hash >>> 29);
  }
}
