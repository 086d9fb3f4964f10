package dev.lastseat.domain.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What texts are compared, searched and sorted by; ADR 15 says why it is made here. */
public final class TextKey {
  private static final int MAX_SORTED = 200;

  private static final Pattern APOSTROPHES = Pattern.compile("[’‘‛ʼʻʹʽ׳״`´′]");
  private static final Pattern BLANKS = Pattern.compile("\\p{IsWhite_Space}+");
  private static final Pattern NUMBER = Pattern.compile("0*([0-9]+)");

  /**
   * Accents, the points of Hebrew and Arabic, selectors, joiners, the line that stretches Arabic
   * words. Marks that are vowels stay (Greek capitals write the iota beneath beside), and so do
   * those that give voice to kana.
   */
  private static final Pattern ACCENTS =
      Pattern.compile(
          """
          [\\p{M}
            &&[\\p{IsInherited}\\p{IsGreek}\\p{IsCyrillic}\\p{IsHebrew}\\p{IsArabic}\\p{IsSyriac}
              \\u093C\\u09BC\\u0A3C]
            &&[^\\u0345\\u3099\\u309A]]
          |[\\u0640\\p{Cf}]
          """,
          Pattern.COMMENTS);

  private static final Pattern VOICED_KANA = Pattern.compile("[\\u3041-\\u30FF][\\u3099\\u309A]");

  /** Letters that no decomposition leads to what people type instead. */
  private static final Map<Integer, String> ALIKE =
      Arrays.stream(
              """
              ß=ss æ=ae œ=oe þ=th ð=d đ=d ø=o ł=l ħ=h ŧ=t ı=i ŋ=n ĸ=k ə=e ɛ=e ɔ=o ɓ=b ɗ=d ƙ=k ƴ=y ς=σ \
              \u0649=\u064A \u06CC=\u064A \u06A9=\u0643 \u0629=\u0647 \u0671=\u0627 \
              \u05DA=\u05DB \u05DD=\u05DE \u05DF=\u05E0 \u05E3=\u05E4 \u05E5=\u05E6
              """
                  .strip()
                  .split(" +"))
          .map(pair -> pair.split("="))
          .collect(Collectors.toUnmodifiableMap(pair -> pair[0].codePointAt(0), pair -> pair[1]));

  private TextKey() {}

  /** The same for texts that differ in case, accents, width or apostrophes only. */
  public static String of(String text) {
    return folded(text).replace("'", "");
  }

  /**
   * What sorts a name among others: accents, case and apostrophes count when nothing else differs,
   * and numbers by their value up to nine digits.
   */
  public static String sorting(String name) {
    String key = NUMBER.matcher(of(name)).replaceAll(TextKey::byValue);
    int shown = Math.min(key.codePointCount(0, key.length()), MAX_SORTED);
    return key.substring(0, key.offsetByCodePoints(0, shown)) + '\u0001' + name;
  }

  /**
   * Without regard to case, accents and width; hiragana for katakana, and ' for every apostrophe.
   */
  public static String folded(String text) {
    String straight = APOSTROPHES.matcher(compatible(text)).replaceAll("'");
    String plain = ACCENTS.matcher(straight).replaceAll("");
    String kana = VOICED_KANA.matcher(plain).replaceAll(TextKey::composed);
    String lower = kana.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    String alike = lower.codePoints().mapToObj(TextKey::alike).collect(Collectors.joining());
    return BLANKS.matcher(alike).replaceAll(" ").strip();
  }

  /** An acute accent of its own, typed as an apostrophe, would become a blank. */
  private static String compatible(String text) {
    String straight = text.replace('´', '\'').replace('\u1FFD', '\'');
    return Normalizer.normalize(straight, Normalizer.Form.NFKD);
  }

  private static String alike(int letter) {
    if (Character.isDigit(letter)) {
      return Integer.toString(Character.digit(letter, 10));
    }
    boolean katakana = letter >= 'ァ' && letter <= 'ヶ';
    return katakana
        ? Character.toString(letter - 'ァ' + 'ぁ')
        : ALIKE.getOrDefault(letter, Character.toString(letter));
  }

  private static String composed(MatchResult kana) {
    return Normalizer.normalize(kana.group(), Normalizer.Form.NFC);
  }

  /** A number after how many digits it has. */
  private static String byValue(MatchResult number) {
    String digits = number.group(1);
    return Math.min(digits.length(), 9) + digits;
  }
}
