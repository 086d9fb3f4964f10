package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.audit.Seal;
import dev.lastseat.domain.audit.Tile;
import dev.lastseat.domain.fixture.ASeal;
import dev.lastseat.domain.port.store.fact.SealedTree;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises of the sealed tree. */
public abstract class SealedTreeContract {
  private SealedTree tree;

  /** An empty store; called before each test. */
  protected abstract SealedTree open();

  @BeforeEach
  void openStore() {
    tree = open();
  }

  @Test
  void in_the_beginning_there_is_nothing() {
    assertThat(tree.newest()).isEmpty();
    assertThat(tree.ofSize(1)).isEmpty();
    assertThat(tree.after(0, 10)).isEmpty();
    assertThat(tree.at(0, 0)).isEmpty();
  }

  @Test
  void what_was_added_is_found_as_it_was() {
    Tile full = ASeal.tile(0, 0, Tile.WIDTH);
    tree.add(List.of(full, ASeal.tile(0, 1, 4), ASeal.tile(1, 0, 1)), ASeal.of(260));

    assertThat(tree.at(0, 0)).isEqualTo(full.hashes());
    assertThat(tree.at(0, 1)).isEqualTo(ASeal.hashes(4));
    assertThat(tree.at(1, 0)).isEqualTo(ASeal.hashes(1));
    assertThat(tree.at(1, 1)).isEmpty();
    assertThat(tree.newest()).contains(ASeal.of(260));
    assertThat(tree.ofSize(260)).contains(ASeal.of(260));
    assertThat(tree.ofSize(259)).isEmpty();
  }

  @Test
  void checkpoints_come_by_size_and_not_by_number_of_digits() {
    for (long size : List.of(9L, 100L, 20L)) {
      tree.add(List.of(), ASeal.of(size));
    }

    assertThat(tree.newest().map(Seal::size)).contains(100L);
    assertThat(tree.after(0, 2)).extracting(Seal::size).containsExactly(9L, 20L);
    assertThat(tree.after(9, 10)).extracting(Seal::size).containsExactly(20L, 100L);
  }

  @Test
  void of_two_tiles_at_one_place_the_longer_one_stays() {
    tree.add(List.of(ASeal.tile(0, 0, 3)), ASeal.of(3));
    tree.add(List.of(ASeal.tile(0, 0, 7)), ASeal.of(7));
    tree.add(List.of(ASeal.tile(0, 0, 5)), ASeal.of(5));

    assertThat(tree.at(0, 0)).isEqualTo(ASeal.hashes(7));
  }

  @Test
  void of_two_checkpoints_of_one_size_the_first_stays() {
    Seal later = new Seal(ASeal.of(3).signed(), ASeal.of(3).at().plusSeconds(60));
    tree.add(List.of(), ASeal.of(3));
    tree.add(List.of(), later);

    assertThat(tree.ofSize(3)).contains(ASeal.of(3));
  }

  @Test
  void many_may_seal_at_once() {
    List<Integer> sizes =
        Race.of(
            8,
            runner -> {
              int size = 10 + runner % 4;
              tree.add(List.of(ASeal.tile(0, 0, size)), ASeal.of(size));
              return size;
            });

    assertThat(sizes).hasSize(8);
    assertThat(tree.at(0, 0)).isEqualTo(ASeal.hashes(13));
    assertThat(tree.after(0, 10)).extracting(Seal::size).containsExactly(10L, 11L, 12L, 13L);
  }
}
