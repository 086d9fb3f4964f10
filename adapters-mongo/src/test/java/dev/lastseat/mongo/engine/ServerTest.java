package dev.lastseat.mongo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;

class ServerTest {
  @Test
  void only_replica_sets_and_sharded_clusters_have_transactions() {
    assertThat(new Server(new Document("setName", "rs0")).hasTransactions()).isTrue();
    assertThat(new Server(new Document("msg", "isdbgrid")).hasTransactions()).isTrue();
    assertThat(new Server(new Document("isWritablePrimary", true)).hasTransactions()).isFalse();
  }
}
