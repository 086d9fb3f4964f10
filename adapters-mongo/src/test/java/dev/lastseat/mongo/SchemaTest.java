package dev.lastseat.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.lastseat.domain.booking.BookingStatus;
import dev.lastseat.domain.contract.Race;
import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.port.UnusableStore;
import dev.lastseat.domain.user.Role;
import dev.lastseat.mongo.engine.Connection;
import dev.lastseat.mongo.engine.Database;
import dev.lastseat.mongo.engine.Schema;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemaTest {
  private static final Connection CONNECTION =
      Connection.to("mongodb://somebody:secret@127.0.0.1/lastseat");

  @RegisterExtension static final TestStore STORE = new TestStore();

  @RepeatedTest(5)
  void many_instances_may_start_at_once_on_an_empty_database() {
    STORE.db().mongo().drop();

    assertThat(Race.of(4, _ -> ensured())).containsOnly(true);

    List<String> names = new ArrayList<>();
    for (Document index : STORE.db().bookings().listIndexes()) {
      names.add(index.getString("name"));
    }
    assertThat(names).contains("places_once", "allowances_once", "key_once", "ticket_number_once");
  }

  private static boolean ensured() {
    new Schema(STORE.db(), CONNECTION).ensure();
    return true;
  }

  @Test
  void the_schema_has_every_collection() throws Exception {
    List<String> collections = new ArrayList<>();
    for (Method method : Database.class.getMethods()) {
      if (method.getReturnType().equals(MongoCollection.class)) {
        method.setAccessible(true);
        MongoCollection<?> collection = (MongoCollection<?>) method.invoke(STORE.db());
        collections.add(collection.getNamespace().getCollectionName());
      }
    }

    assertThat(Schema.script().keySet()).containsExactlyInAnyOrderElementsOf(collections);
  }

  @Test
  void the_schema_has_every_state_and_role() {
    assertThat(words("events", "status"))
        .containsExactlyElementsOf(Stream.of(EventStatus.values()).map(EventStatus::word).toList());
    assertThat(words("bookings", "status"))
        .containsAll(Stream.of(BookingStatus.values()).map(BookingStatus::word).toList());
    assertThat(words("users", "role"))
        .containsExactlyElementsOf(Stream.of(Role.values()).map(Role::word).toList());
  }

  private static List<String> words(String collection, String field) {
    Document validator =
        Schema.script().getEmbedded(List.of(collection, "validator"), Document.class);
    return alternatives(validator)
        .map(it -> it.getEmbedded(List.of("$jsonSchema", "properties", field), Document.class))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElseThrow()
        .getList("enum", String.class);
  }

  private static Stream<Document> alternatives(Document validator) {
    return validator.containsKey("$or")
        ? validator.getList("$or", Document.class).stream()
        : Stream.of(validator);
  }

  @Test
  void an_index_that_is_not_as_it_must_be_is_named_and_no_password() {
    STORE.db().users().dropIndexes();
    STORE
        .db()
        .users()
        .createIndex(Indexes.ascending("email"), new IndexOptions().name("email_once"));
    try {
      assertThatThrownBy(SchemaTest::ensured)
          .isInstanceOf(UnusableStore.class)
          .hasMessageContaining("users")
          .hasMessageContaining("email_once")
          .hasMessageNotContainingAny("secret");
    } finally {
      STORE.db().users().dropIndexes();
      ensured();
    }
  }
}
