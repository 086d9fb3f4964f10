package dev.lastseat.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.audit.Hash;
import dev.lastseat.domain.fact.StreamId;
import dev.lastseat.domain.fake.Sha256;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamSetTest {
  private final StreamSet set = new StreamSet(parts -> Hash.of(Sha256.of(parts)));

  @Test
  void each_is_new_once_however_many_there_are() {
    List<StreamId> streams =
        IntStream.range(0, 5_000).mapToObj(i -> new StreamId("booking", "b-" + i)).toList();

    assertThat(streams).allMatch(set::add);
    assertThat(streams).noneMatch(set::add);
    assertThat(set.add(new StreamId("order", "b-1"))).isTrue();
  }
}
