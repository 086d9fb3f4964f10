package dev.lastseat.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The entries, roots and proofs that the logs of Certificate Transparency are tested with, and
 * roots of larger trees as Go's {@code golang.org/x/mod/sumdb/tlog} computes them.
 */
class MerkleVectorsTest {
  private static final List<String> ENTRIES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private final MerkleTree tree = tree();

  @Test
  void the_tree_without_leaves_has_the_hash_of_nothing() {
    assertThat(tree.root(0).hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void a_prefix_has_the_published_root(long size, String root) {
    assertThat(tree.root(size).hex()).isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 638afa98022925bacfddadb15ef22fd0199c1ac99c2973b6158243d13fce05c2",
    "65536, f025d06ed804859fd274a1bdacadd6e48ea87634aa91e1edb20143f9498cd02b",
    "70000, 1a4cdfcb66374a0c0dcbef49acbd4976d13ee864fb3cb241fc943cad04f02f7e"
  })
  void a_larger_tree_has_the_root_that_go_computes(int size, String root) {
    assertThat(GrownTree.NUMBERS.tree().root(size).hex()).isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8, 96a296d2 5f083f0a 6b47aaf2",
    "5, 8, bc1a0643 ca854ea1 d37ee418",
    "2, 3, fac54203",
    "1, 5, 6e340b9c 5f083f0a bc1a0643"
  })
  void an_inclusion_proof_is_the_published_one(long index, long size, String path) {
    assertThat(shortened(tree.inclusion(index, size).path())).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 8, 96a296d2 5f083f0a 6b47aaf2",
    "6, 8, 0ebc5d34 ca854ea1 d37ee418",
    "2, 5, 5f083f0a bc1a0643"
  })
  void a_consistency_proof_is_the_published_one(long from, long to, String path) {
    assertThat(shortened(tree.consistency(from, to).path())).isEqualTo(path);
  }

  private static MerkleTree tree() {
    GrownTree grown = new GrownTree();
    ENTRIES.forEach(entry -> grown.add(HexFormat.of().parseHex(entry)));
    return grown.tree();
  }

  private static String shortened(List<Hash> path) {
    return String.join(" ", path.stream().map(hash -> hash.hex().substring(0, 8)).toList());
  }
}
