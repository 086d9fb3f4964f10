package dev.lastseat.mongo.claim;

import dev.lastseat.domain.claim.PlaceRanges;
import dev.lastseat.domain.claim.PlaceRanges.Range;
import dev.lastseat.domain.claim.Quantity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.bson.Document;

/**
 * Finds the places that nobody has. Stretch after stretch is read, so that no question takes long,
 * and none is asked once enough are found. What is read is no snapshot: a place may be given back
 * behind the reader while the last free one is taken before it. So where fewer are found than one
 * booking may want, all is read once more: when both passes saw the same bookings on the same
 * places, none of these was free in between, for no booking ever takes a place twice.
 */
record FreePlaces(Claims claims) {
  private static final int STRETCH = 10_000;

  /** When so many passes in a row differ, every place that was given back was taken again. */
  private static final int MAX_PASSES = 8;

  /**
   * One look at every place.
   *
   * @param taken a hash over which booking has which places
   */
  private record Pass(List<Integer> free, long taken) {}

  /** The lowest {@code limit} free places within the ranges, ascending. */
  List<Integer> lowest(PlaceRanges ranges, int limit) {
    int enough = Math.min(limit, Quantity.MAX);
    Pass last = pass(ranges, limit);
    for (int passes = 1; passes < MAX_PASSES && last.free().size() < enough; passes++) {
      Pass next = pass(ranges, limit);
      if (next.equals(last)) {
        break;
      }
      last = next;
    }
    return last.free();
  }

  private Pass pass(PlaceRanges ranges, int limit) {
    List<Integer> free = new ArrayList<>();
    long taken = 0;
    for (Range range : ranges.ranges()) {
      taken += pass(range, limit, free);
    }
    return new Pass(free, taken);
  }

  private long pass(Range range, int limit, List<Integer> free) {
    long taken = 0;
    for (int from = range.first(); from <= range.last() && free.size() < limit; from += STRETCH) {
      int last = Math.min(range.last(), from + STRETCH - 1);
      List<Document> bookings = claims.db().list(claims.between(from, last));
      taken += bookings.stream().mapToLong(FreePlaces::hash).sum();
      collect(from, last, limit, places(bookings), free);
    }
    return taken;
  }

  private static void collect(int from, int to, int limit, BitSet taken, List<Integer> free) {
    int place = taken.nextClearBit(from);
    while (place <= to && free.size() < limit) {
      free.add(place);
      place = taken.nextClearBit(place + 1);
    }
  }

  private static BitSet places(List<Document> bookings) {
    BitSet taken = new BitSet();
    bookings.forEach(it -> Claims.places(it).forEach(taken::set));
    return taken;
  }

  /** Spread, for the hashes of all bookings are added up. */
  private static long hash(Document booking) {
    long hash = 31L * booking.getString("_id").hashCode() + Claims.places(booking).hashCode();
    hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    return hash ^ (hash >>> 29);
  }
}
