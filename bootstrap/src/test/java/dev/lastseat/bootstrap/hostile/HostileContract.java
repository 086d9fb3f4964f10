package dev.lastseat.bootstrap.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.bootstrap.Lastseat;
import dev.lastseat.bootstrap.e2e.BoxOffice;
import dev.lastseat.bootstrap.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every hostile request is refused in order or left without an answer, and tickets are sold after
 * as before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileContract {
  private Lastseat lastseat;
  private BoxOffice office;
  private Stage stage;
  private final ErrorLog errors = new ErrorLog();

  /** The engines, as settings. */
  abstract Map<String, String> engines(Path folder);

  @BeforeAll
  void open(@TempDir Path data) {
    Map<String, String> settings = new HashMap<>(BoxOffice.SETTINGS);
    settings.put("API_KEY_RATE_LIMIT_REQUESTS", "1000000");
    settings.putAll(engines(data));
    lastseat = Lastseat.start(Settings.from(settings));
    office = new BoxOffice(lastseat.uri());
    stage = Stage.set(lastseat.uri(), office);
  }

  @AfterAll
  void close() {
    if (office != null) {
      office.close();
      lastseat.close();
    }
    errors.close();
  }

  static Stream<String> families() {
    return HostileFile.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("families")
  void each_request_of_the_family_ends_in_order(String family) throws IOException {
    List<String> faults = new ArrayList<>();
    for (HostileCase hostile : HostileFile.cases(family)) {
      for (Map<String, String> values : stage.values(hostile)) {
        HostileAnswer answer = HostileAnswer.to(lastseat.uri(), hostile.request(values));
        fault(hostile, answer)
            .map(fault -> fault + values.getOrDefault("path", "") + "\n" + answer.text())
            .ifPresent(faults::add);
      }
    }
    assertThat(faults).isEmpty();
    assertThat(errors.lines()).isEmpty();
    stage.requireSells();
  }

  private static Optional<String> fault(HostileCase hostile, HostileAnswer answer) {
    String status = answer.status();
    if (!hostile.expects(status)) {
      return Optional.of(hostile + ": but was " + status + " ");
    }
    if (!answer.traces().isEmpty()) {
      return Optional.of(hostile + ": tells of " + answer.traces() + " ");
    }
    return status.matches("[45]..") && !answer.isEnvelope()
        ? Optional.of(hostile + ": without envelope ")
        : Optional.empty();
  }

  @Test
  void there_are_hundreds_of_cases_and_none_expects_a_fault_of_the_server() {
    List<HostileCase> all = families().flatMap(name -> HostileFile.cases(name).stream()).toList();

    assertThat(all).hasSizeGreaterThan(600);
    assertThat(all)
        .allMatch(
            one ->
                one.expected()
                    .matches("closed(\\|400)?|501|505|[24](\\d\\d|xx)(\\|[24](\\d\\d|xx))*"));
  }
}
