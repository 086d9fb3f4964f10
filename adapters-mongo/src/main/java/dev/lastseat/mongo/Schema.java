package dev.lastseat.mongo;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ValidationOptions;
import dev.lastseat.domain.port.UnusableStore;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The collections with their validators and indexes. Every unique index of bookings begins with the
 * event, so that the collection can be sharded by it.
 */
record Schema(Store store, Address address) {
  static final String PLACES_ONCE = "places_once";
  static final String ALLOWANCES_ONCE = "allowances_once";
  static final String KEY_ONCE = "key_once";
  static final String TICKET_NUMBER_ONCE = "ticket_number_once";

  private static final int NAMESPACE_EXISTS = 48;
  private static final int INDEX_OPTIONS_CONFLICT = 85;
  private static final int INDEX_KEY_SPECS_CONFLICT = 86;
  private static final long ROLLED_BACK_DAYS = 1;

  /** Makes what is missing; what is there already stays as it is. */
  void ensure() {
    try {
      ensure(Store.EVENTS, events(), Validators.events());
      ensure(Store.BOOKINGS, bookings(), Validators.bookings());
      ensure(Store.ORDERS, orders(), Validators.orders());
      ensure(Store.USERS, users(), Validators.users());
      ensure(Store.SESSIONS, sessions(), Validators.sessions());
    } catch (MongoException failure) {
      throw new UnusableStore(address, "cannot be used: " + failure.getMessage(), failure);
    }
  }

  private void ensure(String collection, List<IndexModel> indexes, Document schema) {
    store.contend(() -> create(collection, schema));
    try {
      store.contend(() -> store.database().getCollection(collection).createIndexes(indexes));
    } catch (MongoCommandException failure) {
      int code = failure.getErrorCode();
      if (code != INDEX_OPTIONS_CONFLICT && code != INDEX_KEY_SPECS_CONFLICT) {
        throw failure;
      }
      throw new UnusableStore(
          address,
          "has another index than needed in its collection %s: %s"
              .formatted(collection, failure.getErrorMessage()),
          failure);
    }
  }

  /** Whether it was not there. */
  private boolean create(String collection, Document schema) {
    var validator = new ValidationOptions().validator(new Document("$jsonSchema", schema));
    try {
      store
          .database()
          .createCollection(collection, new CreateCollectionOptions().validationOptions(validator));
      return true;
    } catch (MongoCommandException failure) {
      if (failure.getErrorCode() != NAMESPACE_EXISTS) {
        throw failure;
      }
      return false;
    }
  }

  private static List<IndexModel> events() {
    return List.of(
        index(ascending(EventDocuments.DATE, EventDocuments.STATUS)),
        index(ascending(EventDocuments.STATUS, EventDocuments.DATE)),
        index(ascending(EventDocuments.WORDS)),
        new IndexModel(
            ascending(EventDocuments.UNFINISHED),
            new IndexOptions().partialFilterExpression(exists(EventDocuments.UNFINISHED))),
        new IndexModel(
            ascending(EventDocuments.ENDED_AT),
            new IndexOptions().partialFilterExpression(exists(EventDocuments.ENDED_AT))));
  }

  private static List<IndexModel> bookings() {
    return List.of(
        claim(PLACES_ONCE, BookingDocuments.EVENT_ID, BookingDocuments.PLACES),
        claim(
            ALLOWANCES_ONCE,
            BookingDocuments.EVENT_ID,
            BookingDocuments.USER_ID,
            BookingDocuments.ALLOWANCES),
        unique(KEY_ONCE, BookingDocuments.EVENT_ID, BookingDocuments.USER_ID, BookingDocuments.KEY),
        unique(TICKET_NUMBER_ONCE, BookingDocuments.EVENT_ID, BookingDocuments.TICKET_NUMBER),
        index(
            ascending(
                BookingDocuments.EVENT_ID, BookingDocuments.STATUS, BookingDocuments.QUANTITY)),
        index(newestFirst(BookingDocuments.USER_ID)),
        index(
            ascending(
                BookingDocuments.USER_ID, BookingDocuments.EVENT_ID, BookingDocuments.STATUS)),
        index(newestFirst()),
        index(ascending(BookingDocuments.STATUS, BookingDocuments.EXPIRES_AT)),
        new IndexModel(
            ascending(BookingDocuments.ORDER_ID),
            new IndexOptions().partialFilterExpression(exists(BookingDocuments.ORDER_ID))));
  }

  private static Bson newestFirst(String... equal) {
    return compoundIndex(ascending(equal), descending(BookingDocuments.BOOKING_DATE, "_id"));
  }

  private static List<IndexModel> orders() {
    return List.of(
        new IndexModel(
            ascending(OrderDocuments.USER_ID, OrderDocuments.KEY),
            new IndexOptions()
                .name(KEY_ONCE)
                .unique(true)
                .partialFilterExpression(exists(OrderDocuments.KEY))),
        new IndexModel(
            ascending(OrderDocuments.ROLLED_BACK_AT),
            new IndexOptions().expireAfter(ROLLED_BACK_DAYS, TimeUnit.DAYS)));
  }

  private static List<IndexModel> users() {
    return List.of(unique("email_once", MongoUsers.EMAIL), index(ascending(MongoUsers.ROLE)));
  }

  private static List<IndexModel> sessions() {
    return List.of(
        index(ascending(MongoSessions.HASH)),
        new IndexModel(
            ascending(MongoSessions.EXPIRES_AT),
            new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)));
  }

  private static IndexModel index(Bson keys) {
    return new IndexModel(keys);
  }

  private static IndexModel unique(String name, String... fields) {
    return new IndexModel(ascending(fields), new IndexOptions().name(name).unique(true));
  }

  /** Unique among those that have the last field, a claim that only live bookings have. */
  private static IndexModel claim(String name, String... fields) {
    String claimed = Arrays.asList(fields).getLast();
    return new IndexModel(
        ascending(fields),
        new IndexOptions().name(name).unique(true).partialFilterExpression(exists(claimed)));
  }
}
