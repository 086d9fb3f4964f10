package dev.lastseat.http.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.EventStatus;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import dev.lastseat.http.json.Code;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that cannot be, or cannot be granted: what was wrong is named by its item. */
class OrderBodiesTest extends ServerTest {
  private String anna = "";

  @BeforeEach
  void open() {
    add(AnEvent.published("play").places(3));
    anna = token("anna");
  }

  @Test
  void a_refusal_names_the_item_that_was_in_the_way_and_nothing_is_sold() {
    add(AnEvent.draft("draft"));
    add(AnEvent.with("over", EventStatus.COMPLETED));
    add(AnEvent.published("small").places(1));
    add(AnEvent.published("strict").perUser(1));

    refused("none", 1, Code.NOT_FOUND);
    refused("draft", 1, Code.NOT_FOUND);
    refused("over", 1, Code.EVENT_NOT_BOOKABLE);
    refused("small", 2, Code.SOLD_OUT);
    refused("strict", 2, Code.ALLOWANCE_SPENT);
    assertThat(api("/bookings").as(anna).get().is(200).data()).isEmpty();
    order(anna, "{'items':[{'eventId':'play','quantity':3}]}").is(201);
  }

  private void refused(String event, int quantity, Code code) {
    Reply reply =
        order(
            anna,
            "{'items':[{'eventId':'play','quantity':3},{'eventId':'%s','quantity':%d}]}"
                .formatted(event, quantity));
    assertThat(reply.isError(code).fields()).containsExactly("items[1].eventId");
  }

  @Test
  void an_item_may_say_what_a_ticket_of_it_may_cost() {
    add(AnEvent.published("film"));
    String items =
        "{'items':[{'eventId':'play','quantity':3,'expectedPrice':25},"
            + "{'eventId':'film','quantity':1,'expectedPrice':%s}]}";

    Reply reply = order(anna, items.formatted("20.00"));
    assertThat(reply.isError(Code.PRICE_CHANGED).fields())
        .containsExactly("items[1].expectedPrice");
    assertThat(api("/bookings").as(anna).get().is(200).data()).isEmpty();
    order(anna, items.formatted("25.00")).is(201);
  }

  @Test
  void all_fields_of_all_items_that_are_wrong_are_told_at_once() {
    Reply reply =
        order(
            anna,
            "{'items':[{'eventId':'play','quantity':1},{'eventId':'','quantity':11},"
                + "{'quantity':'2','hold':true},7,null,{'eventId':{'$gt':''},'quantity':0}],"
                + "'note':'x'}");

    assertThat(reply.isError(Code.VALIDATION_ERROR).fields())
        .containsExactlyInAnyOrder(
            "items[1].eventId",
            "items[1].quantity",
            "items[2].eventId",
            "items[2].quantity",
            "items[2].hold",
            "items[3]",
            "items[4]",
            "items[5].eventId",
            "items[5].quantity",
            "note");
  }

  @Test
  void the_items_are_one_to_ten_of_different_events() {
    String one = "{'eventId':'play','quantity':1}";
    for (String items :
        new String[] {
          "null", "[]", "{}", "'play'", "1", "[%s,%s]".formatted(one, one), many(11), many(1_000)
        }) {
      Reply reply = order(anna, "{'items':%s}".formatted(items));
      assertThat(reply.isError(Code.VALIDATION_ERROR).fields()).as(items).containsExactly("items");
    }
    assertThat(order(anna, "{'items':%s}".formatted(many(1_000))).json().at("/errors/0/message"))
        .hasToString("\"must be an array of 1 to 10\"");
    assertThat(order(anna, "{}").isError(Code.VALIDATION_ERROR).fields()).containsExactly("items");
  }

  private static String many(int count) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add("{'eventId':'e%d','quantity':1}".formatted(i));
    }
    return items.toString();
  }
}
