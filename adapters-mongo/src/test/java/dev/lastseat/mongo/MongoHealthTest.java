package dev.lastseat.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.event.CommandListener;
import dev.lastseat.application.contract.HealthContract;
import dev.lastseat.application.port.Health;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoHealthTest extends HealthContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected Health well() {
    return new MongoAdapters.Ping(STORE.db());
  }

  @Override
  protected Health away() {
    try (MongoClient closed = STORE.clientWith(new CommandListener() {})) {
      return new MongoAdapters.Ping(STORE.by(closed));
    }
  }
}
