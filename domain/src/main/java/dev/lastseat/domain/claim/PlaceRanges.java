package dev.lastseat.domain.claim;

import dev.lastseat.domain.shared.InvalidValue;
import java.util.List;

/** Which places of one event somebody may have: ranges, ascending and apart from each other. */
public record PlaceRanges(List<Range> ranges) {
  /** The places from the first to the last one, both included. */
  public record Range(int first, int last) {
    public Range {
      if (first < 1 || last < first) {
        throw new InvalidValue("places", first + "-" + last, "must be a range from 1 up");
      }
    }

    public int count() {
      return last - first + 1;
    }
  }

  public PlaceRanges {
    ranges = List.copyOf(ranges);
    for (int i = 1; i < ranges.size(); i++) {
      if (ranges.get(i).first() <= ranges.get(i - 1).last()) {
        throw new InvalidValue("places", ranges, "must be ascending and apart from each other");
      }
    }
  }

  /** All of an event that has so many. */
  public static PlaceRanges upTo(int totalTickets) {
    return new PlaceRanges(List.of(new Range(1, totalTickets)));
  }

  public static PlaceRanges of(Range range) {
    return new PlaceRanges(List.of(range));
  }

  /** Whether each of the places is in one of them. */
  public boolean contain(Places places) {
    return places.ordinals().stream().allMatch(this::contain);
  }

  private boolean contain(int place) {
    return ranges.stream().anyMatch(range -> range.first() <= place && place <= range.last());
  }
}
