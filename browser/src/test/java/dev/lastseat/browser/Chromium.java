package dev.lastseat.browser;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** Chromium without a window, with an authenticator built in that says yes to everything. */
final class Chromium implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts it.
   *
   * @param profile an empty folder
   * @throws AssertionError when it, or its driver, is not in a folder of PATH
   */
  static Chromium start(Path profile) {
    return start(profile, new String[0]);
  }

  /** With a camera that sees the film, in YUV4MPEG2, again and again. */
  static Chromium startWithCamera(Path profile, Path film) {
    return start(
        profile,
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        "--use-file-for-fake-video-capture=" + film);
  }

  private static Chromium start(Path profile, String... more) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(onPath("chromium"));
    options.addArguments(
        "--headless",
        "--no-sandbox", // which root cannot have
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile);
    options.addArguments(more);
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath("chromedriver"))
                .usingAnyFreePort()
                .build(),
            options);
    driver.manage().timeouts().implicitlyWait(PATIENCE);
    driver.addVirtualAuthenticator(
        new VirtualAuthenticatorOptions()
            .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
            .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
            .setHasResidentKey(true)
            .setHasUserVerification(true)
            .setIsUserVerified(true));
    return new Chromium(driver);
  }

  private static File onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> new File(folder, program))
        .filter(File::canExecute)
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(program + " is in no folder of PATH: install it first"));
  }

  void open(String address) {
    driver.get(address);
  }

  void type(String id, String text) {
    driver.findElement(By.id(id)).sendKeys(text);
  }

  /** What the page says, once it has said so many things. */
  String click(String id, int outcomes) {
    driver.findElement(By.id(id)).click();
    return driver.findElement(By.cssSelector("li:nth-child(" + outcomes + ")")).getText();
  }

  void click(String id) {
    driver.findElement(By.id(id)).click();
  }

  void follow(String link) {
    driver.findElement(By.linkText(link)).click();
  }

  /** Where it is, once there is such an element. */
  String address(String id) {
    driver.findElement(By.id(id));
    return driver.getCurrentUrl();
  }

  /** How many sheets of paper the page takes. */
  int sheets() {
    byte[] pdf = Base64.getDecoder().decode(driver.print(new PrintOptions()).getContent());
    return (int)
        Pattern.compile("/Type\\s*/Page\\b")
            .matcher(new String(pdf, StandardCharsets.ISO_8859_1))
            .results()
            .count();
  }

  void reload() {
    driver.navigate().refresh();
  }

  /** Once the element says it. */
  void waitFor(String id, String text) {
    driver.findElement(
        By.xpath("//*[@id='%s'][contains(normalize-space(.), '%s')]".formatted(id, text)));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
