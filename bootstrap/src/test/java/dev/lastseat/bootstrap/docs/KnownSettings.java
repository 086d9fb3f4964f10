package dev.lastseat.bootstrap.docs;

import dev.lastseat.bootstrap.settings.Settings;
import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An environment in which nothing is set, and which knows what it was asked for. */
final class KnownSettings extends AbstractMap<String, String> {
  private final Set<String> names = new LinkedHashSet<>();

  private KnownSettings() {}

  /** The names of all settings that the program reads. */
  static Set<String> names() {
    KnownSettings asked = new KnownSettings();
    Settings.from(asked);
    return asked.names;
  }

  @Override
  public @Nullable String get(Object name) {
    names.add((String) name);
    return null;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return Set.of();
  }
}
