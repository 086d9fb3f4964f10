package dev.lastseat.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.passkey.Base64Url;
import dev.lastseat.domain.passkey.RelyingParty;
import dev.lastseat.domain.port.security.PasskeyCeremony;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever uses no passkey does not wait for what checks them. */
class LazyCeremonyTest {
  private static final String LIBRARY = "(com\\.webauthn4j|tools\\.jackson)\\..*";

  @Test
  void the_library_is_loaded_by_the_first_passkey_and_not_by_the_start() throws Exception {
    try (Program program = Program.load()) {
      Class<?> shop = program.loadClass(RelyingParty.class.getName());
      Object ceremony =
          program
              .loadClass(PasskeyAdapters.class.getName())
              .getMethod("ceremony", shop)
              .invoke(
                  null,
                  shop.getConstructor(String.class, String.class)
                      .newInstance("localhost", "http://localhost:8080"));

      assertThat(program.loaded()).isNotEmpty().noneMatch(name -> name.matches(LIBRARY));

      Class<?> bytes = program.loadClass(Base64Url.class.getName());
      Object noise = bytes.getMethod("ofText", String.class).invoke(null, "noise");
      Class<?> answer = program.loadClass(PasskeyCeremony.Registration.class.getName());
      program
          .loadClass(PasskeyCeremony.class.getName())
          .getMethod("checkRegistration", answer)
          .invoke(ceremony, answer.getConstructor(bytes, bytes).newInstance(noise, noise));

      assertThat(program.loaded()).anyMatch(name -> name.matches(LIBRARY));
    }
  }

  /** Classes of the program, loaded afresh, with a list of which. */
  private static final class Program extends URLClassLoader {
    private final List<String> loaded = new CopyOnWriteArrayList<>();

    private Program(URL... classPath) {
      super(classPath, ClassLoader.getPlatformClassLoader());
    }

    static Program load() {
      return new Program(
          Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
              .map(Program::url)
              .toArray(URL[]::new));
    }

    List<String> loaded() {
      return loaded;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      Class<?> found = super.findClass(name);
      loaded.add(name);
      return found;
    }

    private static URL url(String path) {
      try {
        return Path.of(path).toUri().toURL();
      } catch (MalformedURLException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }
}
