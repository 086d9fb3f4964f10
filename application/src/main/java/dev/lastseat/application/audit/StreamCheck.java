package dev.lastseat.application.audit;

import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.booking.BookingId;
import dev.lastseat.domain.fact.Fact;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fact.aggregate.BookingFacts;
import dev.lastseat.domain.port.CorruptDocument;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Whether what the store has of an aggregate is what its facts add up to. Somebody may change it
 * between two looks, so a difference counts if it is there while no fact is added.
 */
final class StreamCheck {
  private static final int LOOKS = 5;

  private final VerifyFacts verified;
  private final SaleCheck sales;
  private final AccountCheck accounts;
  private final Findings findings;

  /**
   * By 64 bits of a hash of their names, so that a million takes some 60 MB of memory. That of ten
   * million any two are taken for one has odds of 1 to 370,000.
   */
  private final Set<Long> checked = new HashSet<>();

  private final TakenPlaces taken = new TakenPlaces();

  StreamCheck(VerifyFacts verified, AccountCheck accounts, Findings findings) {
    this.verified = verified;
    this.sales = new SaleCheck(verified.store());
    this.accounts = accounts;
    this.findings = findings;
  }

  /** What was found in the store, of which some fact must tell, though it be on its way. */
  void check(Map<StreamId, SortedMap<String, String>> stored) {
    check(stored.keySet().stream().filter(this::isNew).toList(), stored);
  }

  /** What facts name, if it was not found in the store. */
  void checkNamed(Collection<StreamId> streams) {
    List<StreamId> others = streams.stream().filter(this::isNew).toList();
    if (!others.isEmpty()) {
      check(others, bookings(others));
    }
  }

  private boolean isNew(StreamId stream) {
    byte[] name = stream.text().getBytes(StandardCharsets.UTF_8);
    Hash hash = verified.signer().hasher().sha256().of(name);
    return checked.add(new BigInteger(hash.bytes()).longValue());
  }

  /** What all that was checked has by its facts. */
  TakenPlaces taken() {
    return taken;
  }

  List<Told> told(Collection<StreamId> streams) {
    try {
      return read(streams);
    } catch (CorruptDocument _) {
      return streams.stream().flatMap(stream -> told(stream).stream()).toList();
    }
  }

  private Optional<Told> told(StreamId stream) {
    try {
      return Optional.of(read(List.of(stream)).getFirst());
    } catch (CorruptDocument corrupt) {
      findings.differs(stream.text(), corrupt);
      return Optional.empty();
    }
  }

  /** What is on its way first: it leaves for the log, and does not come back. */
  private List<Told> read(Collection<StreamId> streams) {
    Map<StreamId, List<Fact>> underway =
        verified.underway().facts().apply(streams).stream()
            .collect(Collectors.groupingBy(Fact::stream));
    return verified.store().facts().ofAll(streams).entrySet().stream()
        .map(
            it ->
                Told.of(it.getKey(), it.getValue(), underway.getOrDefault(it.getKey(), List.of())))
        .toList();
  }

  private void check(
      Collection<StreamId> streams, Map<StreamId, SortedMap<String, String>> stored) {
    for (Told told : told(streams)) {
      findings.countStream();
      taken.add(told);
      Optional<Fact> unknown = told.unknown();
      if (unknown.isPresent()) {
        findings.note(unknown.get().id(), "is of a kind not known here: " + unknown.get().kind());
      } else if (!told.differences(Optional.ofNullable(stored.get(told.stream()))).isEmpty()) {
        compare(told);
      }
    }
  }

  /** Nearly all streams are bookings, and one question for many is cheaper. */
  private Map<StreamId, SortedMap<String, String>> bookings(List<StreamId> streams) {
    try {
      return verified
          .store()
          .bookings()
          .findAll(
              streams.stream()
                  .filter(stream -> stream.type().equals(StreamId.BOOKING))
                  .map(stream -> new BookingId(stream.id()))
                  .toList())
          .values()
          .stream()
          .collect(Collectors.toMap(it -> StreamId.of(it.id()), BookingFacts::fields));
    } catch (CorruptDocument _) {
      return Map.of();
    }
  }

  private void compare(Told first) {
    Told told = first;
    for (int look = 1; isCompared(told.stream()); look++) {
      List<String> differences = differences(told);
      if (differences.isEmpty()) {
        return;
      }
      verified.underway().arrive().run();
      Told now = read(List.of(told.stream())).getFirst();
      if (look >= LOOKS && now.facts().equals(told.facts())) {
        differences.forEach(how -> findings.differs(first.stream().text(), how));
        return;
      }
      told = now;
    }
  }

  private static boolean isCompared(StreamId stream) {
    return SaleCheck.TYPES.contains(stream.type()) || AccountCheck.TYPES.contains(stream.type());
  }

  private List<String> differences(Told told) {
    try {
      return told.differences(
          SaleCheck.TYPES.contains(told.stream().type())
              ? sales.stored(told.stream())
              : accounts.stored(told));
    } catch (CorruptDocument corrupt) {
      return List.of(String.valueOf(corrupt.getMessage()));
    }
  }
}
