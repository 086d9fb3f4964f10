package dev.lastseat.embedded.sqlite.fact;

import dev.lastseat.domain.port.store.fact.FactPositions;
import dev.lastseat.embedded.sqlite.engine.Database;

/** Positions in the table {@code fact_position}. */
public record SqliteFactPositions(Database database) implements FactPositions {
  private static final String FIND = "select sequence from fact_position where follower = ?";
  private static final String BEGIN = "insert or ignore into fact_position values (?, 0)";
  private static final String ADVANCE =
      "update fact_position set sequence = ? where follower = ? and sequence = ?";

  @Override
  public long of(String follower) {
    return database.number(FIND, follower);
  }

  @Override
  public boolean advance(String follower, long from, long to) {
    return database.write(
        transaction -> {
          transaction.update(BEGIN, follower);
          return transaction.update(ADVANCE, to, follower, from) == 1;
        });
  }
}
