package dev.lastseat.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page {@code /door} in a real browser, whose camera sees a ticket as its buyer was mailed it.
 */
class DoorTest {
  private static final String PASSWORD = "correct horse battery";

  @TempDir Path folder;

  @AutoClose
  @SuppressWarnings("NullAway.Init") // by start
  private Lastseat lastseat;

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private Chromium chromium;

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private Api api;

  private String event = "";
  private String list = "";
  private String booking = "";
  private String key = "";

  @BeforeEach
  void start() throws Exception {
    lastseat = lastseat(0, "short");
    api = Api.logIn(lastseat.uri().toString(), "boss@example.com", PASSWORD);
    event =
        Api.field(
            "id",
            api.post(
                "/events",
                "{'name':'Play','date':'2099-12-31T20:00:00Z','venue':'Hall','totalTickets':9,"
                    + "'price':0,'status':'published'}"));
    list = Api.field("id", api.post("/events/" + event + "/checkin-lists", "{'name':'North'}"));
    booking = Api.field("id", api.post("/bookings", "{'eventId':'" + event + "','quantity':3}"));
    byte[] picture = TicketMail.images(folder.resolve("data/mail")).getFirst();
    assertThat(QrReader.read(picture)).isEqualTo(code(1));
    chromium =
        Chromium.startWithCamera(
            folder.resolve("profile"), Film.of(picture, folder.resolve("code.y4m")));
    key =
        api.post(
            "/api-keys", "{'name':'North phone','scopes':['checkin'],'eventId':'" + event + "'}");
    chromium.open(lastseat.uri() + "/door");
    chromium.type("event", event);
    chromium.type("key", Api.field("key", key) + "\n");
  }

  @Test
  void a_code_before_the_camera_lets_in_once_and_again_after_it_was_undone() throws Exception {
    chromium.waitFor("result", "OK");
    chromium.waitFor("why", "place 1");
    chromium.click("next");
    chromium.waitFor("result", "STOP");
    chromium.waitFor("why", "North phone");

    api.post("/checkins/undo", "{'list':'" + list + "','ticket':'" + booking + ".1'}");
    chromium.click("next");
    chromium.waitFor("result", "OK");

    chromium.type("code", "nonsense\n");
    chromium.waitFor("why", "No ticket of this event has the code.");
  }

  @Test
  void who_is_let_in_at_another_gate_is_counted_here_too() throws Exception {
    chromium.waitFor("inside", "1 inside"); // whom the camera saw
    api.post("/checkins", "{'list':'" + list + "','code':'" + code(2) + "','nonce':'elsewhere'}");

    chromium.waitFor("inside", "2 inside");
  }

  @Test
  void whose_key_is_revoked_is_told_so_in_the_place_of_a_number_that_is_not_known_any_more()
      throws Exception {
    chromium.waitFor("inside", "1 inside");
    api.send("DELETE", "/api-keys/" + Api.field("id", key), "");

    chromium.waitFor("inside", "Not told how many are inside: ");
  }

  @Test
  void without_network_each_ticket_is_judged_by_the_bundle_and_who_was_let_in_is_uploaded()
      throws Exception {
    chromium.waitFor("result", "OK");
    chromium.waitFor("offline", "goes on without network");
    String second = code(2);
    int port = lastseat.uri().getPort();
    lastseat.close();
    lastseat = lastseat(port, "signed");
    String third = code(3);
    lastseat.close();

    chromium.click("next"); // the camera sees the first ticket still
    chromium.waitFor("why", "No network: Somebody was let in by the ticket already.");
    chromium.type("code", second + "\n");
    chromium.waitFor("why", "No network: let in, and noted.");
    chromium.type("code", third.replaceFirst("(?<=^LS1.{17})0", "1") + "\n");
    chromium.waitFor("why", "No network: No ticket of this event has the code.");
    chromium.type("code", third + "\n");
    chromium.waitFor("result", "OK");
    chromium.type("code", third + "\n");
    chromium.waitFor("why", "No network: Somebody was let in");

    chromium.reload();
    chromium.waitFor("waiting", "2 to be uploaded");
    chromium.waitFor("list", "North");
    lastseat = lastseat(port, "short");
    chromium.waitFor("news", "Uploaded: Let in, place 2.");
    chromium.waitFor("news", "Uploaded: Let in, place 3.");
  }

  @Test
  void what_is_no_code_is_not_noted_and_so_keeps_nothing_else_from_being_uploaded()
      throws Exception {
    api.post("/events/" + event + "/checkin-lists", "{'name':'South'}");
    String third = code(3);
    int port = lastseat.uri().getPort();
    chromium.waitFor("list", "South");
    lastseat.close();

    chromium.type("list", "South"); // of which nothing is known without network
    chromium.type("code", "x".repeat(201) + "\n");
    chromium.waitFor("why", "No ticket of this event has the code.");
    chromium.type("code", third + "\n");
    chromium.waitFor("result", "NOT CHECKED");

    lastseat = lastseat(port, "short");
    chromium.waitFor("news", "Uploaded: Let in, place 3.");
  }

  private String code(int number) throws Exception {
    return Api.fields("code", api.get("/bookings/" + booking + "/tickets")).get(number - 1);
  }

  private Lastseat lastseat(int port, String codes) {
    return Lastseat.start(
        Settings.from(
            Map.of(
                "PORT",
                Integer.toString(port),
                "DATA_DIR",
                folder.resolve("data").toString(),
                "TICKET_CODES",
                codes,
                "ADMIN_EMAIL",
                "boss@example.com",
                "ADMIN_PASSWORD",
                PASSWORD,
                "BOOKING_MAILS",
                "on")));
  }
}
