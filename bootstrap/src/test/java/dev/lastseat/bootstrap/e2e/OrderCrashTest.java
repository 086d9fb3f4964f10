package dev.lastseat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.e2e.Api.Answer;
import dev.lastseat.bootstrap.e2e.Api.Caller;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed with -9 in the middle of a storm of orders, again and again, on the same file. */
class OrderCrashTest {
  private static final int KILLS = 3;
  private static final int CLIENTS = 16;

  @TempDir Path data;

  @Test
  void after_every_kill_each_order_that_was_acknowledged_is_whole_and_nothing_else_is_half_there()
      throws Exception {
    OrderBook book = new OrderBook();
    Random random = new Random(7);
    List<String> events = List.of();
    for (int kill = 0; kill < KILLS; kill++) {
      Process program = Programs.spawn(data, BoxOffice.SETTINGS);
      try (BoxOffice office = new BoxOffice(Programs.address(program))) {
        if (events.isEmpty()) {
          events = Stream.generate(() -> office.event(100_000, 1_000)).limit(3).toList();
        }
        book.assertWhole(office, events);
        stormUntilKilled(office, events, book, book.size() + 5 + random.nextInt(100), program);
      } finally {
        program.destroyForcibly().waitFor();
      }
    }
    assertThat(book.size()).isGreaterThan(KILLS * 5);
    Process program = Programs.spawn(data, BoxOffice.SETTINGS);
    try (BoxOffice office = new BoxOffice(Programs.address(program))) {
      assertThat(book.assertWhole(office, events)).isGreaterThanOrEqualTo(book.size());
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  /** Kills the program as soon as so many orders are in the book, while all clients go on. */
  private static void stormUntilKilled(
      BoxOffice office, List<String> events, OrderBook book, int enough, Process program) {
    List<Caller> customers = office.customers(CLIENTS);
    Storm.of(
        CLIENTS,
        i -> {
          orderUntilDead(office, customers.get(i), events, book, enough, program);
          return i;
        });
    assertThat(book.size()).isGreaterThanOrEqualTo(enough);
  }

  private static void orderUntilDead(
      BoxOffice office,
      Caller customer,
      List<String> events,
      OrderBook book,
      int enough,
      Process program) {
    try {
      for (int i = 0; i < 200; i++) {
        Answer answer = office.order(customer, events, 1 + i % 3);
        assertThat(answer.status()).isEqualTo(201);
        book.ordered(answer.data());
        if (book.size() >= enough) {
          program.destroyForcibly();
        }
      }
    } catch (UncheckedIOException killed) {
      assertThat(book.size()).isGreaterThanOrEqualTo(enough);
    }
  }
}
