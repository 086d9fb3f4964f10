package dev.lastseat.http.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.http.Reply;
import dev.lastseat.http.ServerTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page of the door is made of; a browser tries it in the module of that name. */
class DoorPageTest extends ServerTest {
  private static final Pattern FILE = Pattern.compile("\"(/door[^\"]*)\"");

  @Test
  void this_page_alone_may_ask_for_the_camera_and_has_no_script_or_style_in_it() {
    Reply page = root("/door").get().is(200);

    assertThat(page.header("Permissions-Policy")).isEqualTo("camera=(self)");
    assertThat(root("/docs").get().is(200).headers().firstValue("Permissions-Policy")).isEmpty();
    assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
    assertThat(body(page)).doesNotContain("<style", "style=", "onclick").contains("></script>");
  }

  @Test
  void every_file_that_is_kept_for_times_without_network_is_there() {
    Matcher files = FILE.matcher(body(root("/door-worker.js").get().is(200)));

    assertThat(files.results().map(it -> it.group(1)).toList())
        .hasSize(10)
        .allSatisfy(file -> root(file).get().is(200));
  }

  private static String body(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }
}
