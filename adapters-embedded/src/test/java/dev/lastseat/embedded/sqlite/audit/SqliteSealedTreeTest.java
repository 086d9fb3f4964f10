package dev.lastseat.embedded.sqlite.audit;

import dev.lastseat.domain.contract.SealedTreeContract;
import dev.lastseat.domain.port.store.fact.SealedTree;
import dev.lastseat.embedded.sqlite.OpenStores;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteSealedTreeTest extends SealedTreeContract {
  @TempDir Path folder;
  @RegisterExtension final OpenStores open = new OpenStores();

  @Override
  protected SealedTree open() {
    return open.in(folder).store().sealedTree();
  }
}
