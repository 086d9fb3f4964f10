package dev.lastseat.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.embedded.sqlite.engine.Database;

/** What must be true of the stored rows at any time. */
public final class Stored {
  private static final String LOST_PLACES =
      """
      select count(*) from (
        select booking.event, value, booking.seq from booking, json_each(places)
        except select event, place, booking from place)
      """;
  private static final String STRAY_PLACES =
      """
      select count(*) from (
        select event, place, booking from place
        except select booking.event, value, booking.seq from booking, json_each(places))
      """;
  private static final String LOST_ALLOWANCES =
      """
      select count(*) from (
        select event, buyer, value from booking, json_each(allowances)
        except select event, buyer, allowance from allowance)
      """;
  private static final String STRAY_ALLOWANCES =
      """
      select count(*) from (
        select event, buyer, allowance from allowance
        except select event, buyer, value from booking, json_each(allowances))
      """;

  private static final String STRANGERS =
      """
      select count(*) from booking
      left join event on event.seq = booking.event
      left join buyer on buyer.seq = booking.buyer
      where event.id is not booking.event_id or buyer.user_id is not booking.user_id
      """;

  private static final String STRAY_BUYERS =
      "select count(*) from buyer where seq not in (select buyer from booking)";

  private Stored() {}

  /** Indexes agree with rows, bookings with events, and claims with bookings, both ways. */
  public static void assertSound(Database database) {
    assertThat(database.first("pragma integrity_check", row -> row.text("integrityCheck")))
        .contains("ok");
    assertThat(number(database, STRANGERS)).as("bookings of other events or buyers").isZero();
    assertThat(number(database, STRAY_BUYERS)).as("buyers of nothing").isZero();
    assertThat(number(database, LOST_PLACES)).as("lost places").isZero();
    assertThat(number(database, STRAY_PLACES)).as("stray places").isZero();
    assertThat(number(database, LOST_ALLOWANCES)).as("lost allowances").isZero();
    assertThat(number(database, STRAY_ALLOWANCES)).as("stray allowances").isZero();
  }

  public static long number(Database database, String sql) {
    return database.read(store -> store.number(sql));
  }
}
