package dev.lastseat.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lastseat.domain.fixture.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for all trees and their proofs; the tree is high enough for three levels of tiles. */
class MerkleTreeTest {
  private static final int SIZE = 70_000;
  private static final GrownTree GROWN = GrownTree.NUMBERS;
  private static final MerkleTree TREE = GROWN.tree();
  private static final TreeHasher HASHER = GrownTree.HASHER;

  @Test
  void a_root_is_that_of_its_two_halves() {
    Trials.of(
        random -> {
          int size = random.nextInt(1, 600);
          assertThat(TREE.root(size)).isEqualTo(naive(GROWN.leaves.subList(0, size)));
        });
    assertThat(TREE.root(SIZE)).isEqualTo(naive(GROWN.leaves)).isEqualTo(GROWN.rootOfBuilder());
  }

  @Test
  void every_leaf_is_proven_to_be_in_every_tree_that_has_it_and_at_its_place_only() {
    Trials.of(
        random -> {
          int size = size(random);
          int index = random.nextInt(size);
          InclusionProof proof = TREE.inclusion(index, size);

          assertThat(proof.holds(leaf(index), TREE.root(size), HASHER)).isTrue();
          assertThat(proof.holds(leaf(index + 1), TREE.root(size), HASHER)).isFalse();
          assertThat(proof.holds(leaf(index), TREE.root(size + 1), HASHER)).isFalse();
          assertThat(
                  new InclusionProof(index ^ 1, size, proof.path())
                      .holds(leaf(index), TREE.root(size), HASHER))
              .isFalse();
        });
  }

  @Test
  void an_inclusion_proof_with_any_hash_changed_left_out_or_added_holds_no_more() {
    Trials.of(
        random -> {
          int size = size(random) + 1;
          int index = random.nextInt(size);
          InclusionProof proof = TREE.inclusion(index, size);
          for (List<Hash> path : spoilt(proof.path(), random)) {
            assertThat(
                    new InclusionProof(index, size, path)
                        .holds(leaf(index), TREE.root(size), HASHER))
                .isFalse();
          }
        });
  }

  @Test
  void every_tree_is_proven_to_begin_with_every_smaller_one() {
    Trials.of(
        random -> {
          int to = size(random) + 1;
          int from = random.nextInt(1, to + 1);
          ConsistencyProof proof = TREE.consistency(from, to);

          assertThat(proof.holds(TREE.root(from), TREE.root(to), HASHER)).isTrue();
          assertThat(proof.holds(leaf(0), TREE.root(to), HASHER)).isEqualTo(from == 1);
          assertThat(proof.holds(TREE.root(from), TREE.root(to + 1), HASHER)).isFalse();
        });
  }

  @Test
  void a_consistency_proof_with_any_hash_changed_left_out_or_added_holds_no_more() {
    Trials.of(
        random -> {
          int to = size(random) + 1;
          int from = random.nextInt(1, to + 1);
          for (List<Hash> path : spoilt(TREE.consistency(from, to).path(), random)) {
            assertThat(
                    new ConsistencyProof(from, to, path)
                        .holds(TREE.root(from), TREE.root(to), HASHER))
                .isFalse();
          }
        });
  }

  @Test
  void proofs_of_trees_that_cannot_be_hold_never() {
    Hash leaf = leaf(0);

    assertThat(new InclusionProof(1, 1, List.of()).holds(leaf, leaf, HASHER)).isFalse();
    assertThat(new InclusionProof(-1, 1, List.of()).holds(leaf, leaf, HASHER)).isFalse();
    assertThat(new ConsistencyProof(0, 1, List.of()).holds(leaf, leaf, HASHER)).isFalse();
    assertThat(new ConsistencyProof(2, 1, List.of()).holds(leaf, leaf, HASHER)).isFalse();
    assertThat(new ConsistencyProof(1, 2, List.of()).holds(leaf, leaf, HASHER)).isFalse();
    assertThat(new ConsistencyProof(3, 4, List.of()).holds(leaf, leaf, HASHER)).isFalse();
  }

  @Test
  void a_builder_goes_on_wherever_another_one_stopped() {
    for (int size : List.of(0, 1, 255, 256, 257, 65_535, 65_536, 65_537, 65_800)) {
      TreeBuilder later = TreeBuilder.at(size, HASHER, GROWN, _ -> {});
      assertThat(later.root()).isEqualTo(TREE.root(size));

      for (int leaf = size; leaf < size + 600; leaf++) {
        later.add(leaf(leaf));
      }

      assertThat(later.size()).isEqualTo(size + 600);
      assertThat(later.root()).isEqualTo(TREE.root(size + 600));
    }
  }

  @Test
  void what_a_builder_gives_away_are_the_tiles_of_the_tree() {
    List<Tile> tiles = new ArrayList<>();
    TreeBuilder builder = TreeBuilder.at(65_500, HASHER, GROWN, tiles::add);
    GROWN.leaves.subList(65_500, SIZE).forEach(builder::add);
    tiles.addAll(builder.edge());

    assertThat(tiles).extracting(Tile::level).containsOnly(0, 1, 2);
    assertThat(tiles)
        .allSatisfy(
            tile -> assertThat(GROWN.at(tile.level(), tile.index())).isEqualTo(tile.hashes()));
  }

  @Test
  void a_tree_whose_tiles_do_not_reach_that_far_says_which_one_is_missing() {
    assertThatThrownBy(() -> TREE.root(SIZE + 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("tile 0/273 of the tree has 112 hashes, and should have 113 at least");
  }

  @Test
  void tiles_are_few() {
    assertThat(GROWN.tilesKept()).isEqualTo(274 + 2 + 1);
  }

  /** Small ones more often. */
  private static int size(SplittableRandom random) {
    return random.nextInt(1, random.nextInt(4) == 0 ? SIZE - 1 : 600);
  }

  private static Hash leaf(int index) {
    return GROWN.leaves.get(index);
  }

  private static List<List<Hash>> spoilt(List<Hash> path, SplittableRandom random) {
    Hash other = leaf(random.nextInt(SIZE));
    List<Hash> longer = new ArrayList<>(path);
    longer.add(random.nextInt(path.size() + 1), other);
    List<List<Hash>> spoilt = new ArrayList<>(List.of(longer));
    if (!path.isEmpty()) {
      int where = random.nextInt(path.size());
      List<Hash> changed = new ArrayList<>(path);
      changed.set(where, other);
      List<Hash> shorter = new ArrayList<>(path);
      shorter.remove(where);
      spoilt.add(changed);
      spoilt.add(shorter);
    }
    return spoilt;
  }

  /** The definition of RFC 6962, section 2.1, as it stands there. */
  private static Hash naive(List<Hash> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int middle = Integer.highestOneBit(leaves.size() - 1);
    return HASHER.node(
        naive(leaves.subList(0, middle)), naive(leaves.subList(middle, leaves.size())));
  }
}
