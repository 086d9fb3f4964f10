package dev.lastseat.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lastseat.bootstrap.command.VerifyCommand;
import dev.lastseat.bootstrap.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.json.Json;

/**
 * The shop of {@code examples} as its buyers meet it, with the provider of payments that is made
 * up, and with Lastseat, each in a process of its own.
 */
@Timeout(120)
class ExampleShopTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Path SHOP = Path.of("..", "examples", "shop");

  @TempDir Path folder;

  @AutoClose
  @SuppressWarnings("NullAway.Init") // by the test
  private Running lastseat;

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private Running provider;

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private Running shop;

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private Api api;

  @AutoClose
  @SuppressWarnings("NullAway.Init")
  private Chromium chromium;

  private String event = "";

  @Test
  void it_sells_loses_its_connection_gets_money_late_gives_it_back_and_the_books_agree()
      throws Exception {
    open();

    buy("ada", 4);
    lastseat.close();
    chromium.click("pay");
    chromium.waitFor("message", "out of reach");
    lastseat = Running.lastseat(settings(URI.create(lastseat.address()).getPort(), "1s"));
    chromium.waitFor("bookings", "Tickets: 4, confirmed, money: paid print");
    chromium.follow("print");
    assertThat(chromium.sheets()).isEqualTo(4);

    String bobsPayment = buyTooSlowly("bob", 2);
    pay(bobsPayment);
    chromium.waitFor("bookings", "Tickets: 2, confirmed print");
    chromium.waitFor("bookings", "Tickets: 2, expired, money: paid");

    String cydsPayment = buyTooSlowly("cyd", 1);
    sellTheLastForCash();
    pay(cydsPayment);
    chromium.waitFor("bookings", "Tickets: 1, expired, money: refunded");

    assertThatTheBooksAgree();
  }

  private void open() throws Exception {
    lastseat = Running.lastseat(settings(0, "15m"));
    provider = python("provider.py", Map.of("PROVIDER_SECRET", SECRET));
    api = Api.logIn(lastseat.address(), "boss@example.com", PASSWORD);
    event =
        Api.field(
            "id",
            api.post(
                "/events",
                "{'name':'Play','date':'2099-12-31T20:00:00Z','venue':'Hall','totalTickets':7,"
                    + "'price':10.10,'status':'published'}"));
    String key = api.post("/api-keys", "{'name':'Shop','scopes':['webhooks']}");
    shop =
        python(
            "shop.py",
            Map.of(
                "LASTSEAT_KEY",
                Api.field("key", key),
                "EVENT",
                event,
                "PROVIDER",
                provider.address()));
    chromium = Chromium.start(folder.resolve("profile"));
  }

  private Map<String, String> settings(int port, String holdTtl) {
    return Map.of(
        "PORT",
        Integer.toString(port),
        "DATA_DIR",
        folder.resolve("data").toString(),
        "ADMIN_EMAIL",
        "boss@example.com",
        "ADMIN_PASSWORD",
        PASSWORD,
        "PAYMENT_SECRETS",
        "madeup=" + SECRET,
        "WEBHOOKS_ALLOW_HTTP",
        "on",
        "WEBHOOKS_ALLOW_PRIVATE",
        "on",
        "TRUSTED_PROXIES",
        "1",
        "RATE_LIMIT_REQUESTS",
        "1000",
        "HOLD_TTL",
        holdTtl);
  }

  /** On any port. */
  private Running python(String program, Map<String, String> settings) throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("LASTSEAT", lastseat.address());
    all.put("PYTHONDONTWRITEBYTECODE", "1");
    return Running.start(all, "python3", SHOP.resolve(program).toString(), "0");
  }

  private void buy(String buyer, int tickets) {
    chromium.open(shop.address());
    chromium.type("email", buyer + "@example.com");
    chromium.type("password", PASSWORD);
    chromium.type("quantity", Integer.toString(tickets));
    chromium.click("buy");
  }

  /** Where it is paid; the hold has ended. */
  private String buyTooSlowly(String buyer, int tickets) {
    buy(buyer, tickets);
    String payment = chromium.address("pay");
    chromium.open(shop.address());
    chromium.waitFor("bookings", "Tickets: %d, expired, money: asked".formatted(tickets));
    return payment;
  }

  private void pay(String address) {
    chromium.open(address);
    chromium.click("pay");
  }

  private void sellTheLastForCash() throws Exception {
    String hold = api.post("/bookings", "{'eventId':'" + event + "','hold':true}");
    api.send(
        "PATCH",
        "/bookings/" + Api.field("id", hold) + "/confirm",
        "{'payment':{'provider':'cash','reference':'till-1','amount':10.10,'currency':'EUR'}}");
  }

  /** Lastseat knows of what the provider took and gave back, and keeps what its tickets cost. */
  private void assertThatTheBooksAgree() throws Exception {
    List<Map<String, Object>> payments = data(api.get("/payments"));
    List<Map<String, Object>> sold =
        data(api.get("/bookings?all=true&status=confirmed&eventId=" + event));

    assertThat(payments)
        .filteredOn(it -> "madeup".equals(it.get("provider")))
        .extracting(it -> it.get("reference"), it -> it.get("amount"), it -> it.get("refunded"))
        .containsExactlyInAnyOrderElementsOf(providersBooks());
    assertThat(sold).extracting(it -> it.get("quantity")).containsExactlyInAnyOrder(4L, 2L, 1L);
    assertThat(sum(payments, "amount").subtract(sum(payments, "refunded")))
        .isEqualByComparingTo(sum(sold, "totalPrice"))
        .isEqualByComparingTo("70.70");
    assertThatNothingIsFoundByVerify();
  }

  private List<Tuple> providersBooks() throws Exception {
    List<Map<String, Object>> books = new Json().toType(provider.read(), Json.LIST_OF_MAPS_TYPE);
    return books.stream()
        .map(it -> tuple(it.get("reference"), it.get("amount"), it.get("refunded")))
        .toList();
  }

  @SuppressWarnings("unchecked") // lists are of objects in the contract
  private static List<Map<String, Object>> data(String answer) {
    Map<String, Object> envelope = new Json().toType(answer, Json.MAP_TYPE);
    return (List<Map<String, Object>>) Objects.requireNonNull(envelope.get("data"));
  }

  private static BigDecimal sum(List<Map<String, Object>> things, String amount) {
    return things.stream()
        .map(it -> new BigDecimal(String.valueOf(it.get(amount))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void assertThatNothingIsFoundByVerify() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    VerifyCommand verify =
        new VerifyCommand(Settings.from(settings(0, "1s")), new PrintStream(said, true, UTF_8));
    assertThat(verify.run(List.of())).as(() -> said.toString(UTF_8)).isTrue();
  }
}
