package dev.lastseat.domain.shared;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What somebody searches for. Something is found when all of it is among the words that it is
 * indexed by. A script that is written without blanks has no words to split at: each character and
 * each two neighbours are a word there, so that any part of a text finds it.
 *
 * @param whole words that must be there as they are
 * @param beginning what one more word must begin with, for somebody may still be typing
 */
public record SearchWords(Set<String> whole, Optional<String> beginning) {
  public static final int MAX = 200;

  private static final String LETTERS = "\\p{L}\\p{M}\\p{N}";

  /** Also the mark that lengthens kana, and 〆, which belong to no script. */
  private static final String BLANKLESS =
      "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}ー〆]";

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<run>[%1$s&&%2$s]+)|[%1$s&&[^%2$s]]+('+[%1$s&&[^%2$s]]+)*"
              .formatted(LETTERS, BLANKLESS));

  /** Words that one sign each joins, as in R.E.M., AC/DC and hip-hop. */
  private static final Pattern JOINED =
      Pattern.compile(
          "[%1$s&&[^%2$s]]++(?:[.·/!$*&+_'\\p{Pd}][%1$s&&[^%2$s]]++)+"
              .formatted(LETTERS, BLANKLESS));

  private static final Pattern SIGNS = Pattern.compile("[^%s]+".formatted(LETTERS));

  public SearchWords {
    whole = Collections.unmodifiableSortedSet(new TreeSet<>(whole));
  }

  /** The words of a text that somebody typed, which has at least one. */
  public static SearchWords of(String text) {
    List<MatchResult> tokens = tokens(TextKey.folded(Text.require("search", text, MAX))).toList();
    if (tokens.isEmpty()) {
      throw new InvalidValue("search", text, "must have a letter or a digit");
    }
    MatchResult last = tokens.getLast();
    boolean open = last.group("run") == null;
    Set<String> whole =
        tokens.stream()
            .limit(open ? tokens.size() - 1 : tokens.size())
            .flatMap(SearchWords::asked)
            .collect(Collectors.toSet());
    return new SearchWords(whole, open ? asked(last).findFirst() : Optional.empty());
  }

  /** All words that something is found by which this is said of. */
  public static Set<String> indexed(String text) {
    String folded = TextKey.folded(text);
    return Stream.concat(tokens(folded).flatMap(SearchWords::indexed), joined(folded))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Stream<MatchResult> tokens(String folded) {
    return TOKEN.matcher(folded).results();
  }

  /** "rem" finds "R.E.M.", and "hiphop" finds "hip-hop"; their parts do as well. */
  private static Stream<String> joined(String folded) {
    return JOINED
        .matcher(folded)
        .results()
        .map(match -> SIGNS.matcher(match.group()).replaceAll(""));
  }

  private static Stream<String> asked(MatchResult token) {
    if (token.group("run") == null) {
      return Stream.of(token.group().replace("'", ""));
    }
    int[] characters = token.group().codePoints().toArray();
    return grams(characters, Math.min(characters.length, 2));
  }

  /** A word with apostrophes is also found by its parts: "étoile" finds "l'Étoile". */
  private static Stream<String> indexed(MatchResult token) {
    if (token.group("run") == null) {
      return Stream.concat(asked(token), Arrays.stream(token.group().split("'+", -1)));
    }
    int[] characters = token.group().codePoints().toArray();
    return Stream.concat(grams(characters, 1), grams(characters, 2));
  }

  private static Stream<String> grams(int[] characters, int length) {
    return IntStream.rangeClosed(0, characters.length - length)
        .mapToObj(start -> new String(characters, start, length));
  }
}
