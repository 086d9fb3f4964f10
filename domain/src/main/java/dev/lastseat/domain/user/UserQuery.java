package dev.lastseat.domain.user;

import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.SearchWords;
import java.util.Optional;

/**
 * Which users are wanted; the newest come first.
 *
 * @param search what must all occur in name or address ({@link User#words})
 */
public record UserQuery(Optional<SearchWords> search, Optional<Role> role, PageRequest page) {
  public UserQuery at(PageRequest other) {
    return new UserQuery(search, role, other);
  }
}
