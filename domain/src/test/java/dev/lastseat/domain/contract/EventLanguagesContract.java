package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.event.Event;
import dev.lastseat.domain.event.EventQuery;
import dev.lastseat.domain.fixture.AnEvent;
import dev.lastseat.domain.fixture.AnEventQuery;
import dev.lastseat.domain.shared.Page;
import dev.lastseat.domain.shared.PageRequest;
import dev.lastseat.domain.shared.Position;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finding and sorting events in the languages of the world: one corpus, one result everywhere. */
interface EventLanguagesContract extends StoreTest {
  /** Id, name and venue. */
  List<String> EVENTS =
      lines(
          """
          german    | Große Straße             | Süderbrücke
          polish    | Łódź Jazz                | Żółty Młyn
          norse     | Rødven Blåsere           | Tromsø
          icelandic | Þórður og Æsa            | Ísafjörður
          turkish   | ısparta Gül              | İstanbul Işık
          czech     | Žižkov Kůň               | Plzeň
          croatian  | Đorđe Balašević          | Šibenik
          french    | L’Œuvre de l'Étoile      | Théâtre Élysée
          spanish   | El Niño Pingüino         | Peñíscola
          irish     | O'Brien Live             | Whelan’s
          english   | Spring Symphony No. 10   | Town Hall
          hawaiian  | Hawaiʻi Nights           | Oʻahu
          wide      | Ｒｏｃｋ ２０２７          | Ｈａｌｌ
          vietnam   | Đêm nhạc Trịnh Công Sơn  | Huế
          greek     | Ορφεύς και Ευρυδίκη      | Θεσσαλονίκη
          russian   | Чайковский: Щелкунчик    | Ёлки-Палки
          ukrainian | З’їзд гуртів             | Київ
          arabic    | مَهْرَجَان الأغاني ٢٠٢٧        | القاهرة
          persian   | جشنواره‌ی موسیقی          | کرج
          hebrew    | שָׁלוֹם חנוך               | תל אביב
          hindi     | हिन्दी फ़िल्म               | दिल्ली
          tamil     | கச்சேரி                   | சென்னை
          chinese   | 上海國際音樂節              | 上海大剧院
          japanese  | 東京ドームコンサート          | 日本武道館
          gas       | ガス展                     | 大阪
          half      | ﾗｰﾒﾝ祭り                   | ハカタ
          korean    | 서울 재즈 페스티벌           | 부산
          thai      | คอนเสิร์ตกรุงเทพ             | เชียงใหม่
          lao       | ຄອນເສີດວຽງຈັນ               | ປາກເຊ
          khmer     | តន្ត្រីភ្នំពេញ                 | សៀមរាប
          burmese   | ရန်ကုန်ဂီတ                   | မန္တလေး
          amharic   | ሙዚቃ ምሽት                 | አዲስ አበባ
          initials  | R.E.M. & AC/DC           | M*A*S*H Club
          signs     | P!nk, Ke$ha, $hort       | W.I.P./Hip‐Hop
          catalan   | Col·lectiu d'Arts        | Sant-Gervasi
          """);

  /** What is typed, and the ids of what it finds. */
  List<String> SEARCHES =
      lines(
          """
          STRASSE                 | german
          grosse straße           | german
          GROẞE                   | german
          suderbrucke             | german
          süder                   | german
          lodz                    | polish
          ŁÓDŹ JAZZ               | polish
          zolty mlyn              | polish
          rodven                  | norse
          RØDVEN blasere          | norse
          Trom                    | norse
          thordur                 | icelandic
          þÓRÐUR aesa             | icelandic
          ISPARTA                 | turkish
          ısparta                 | turkish
          istanbul isik           | turkish
          İSTANBUL IŞIK           | turkish
          zizkov kun              | czech
          PLZEN                   | czech
          dorde balasevic         | croatian
          ĐORĐE                   | croatian
          oeuvre                  | french
          étoile                  | french
          L'ETOILE                | french
          l’œuvre                 | french
          theatre elysee          | french
          nino                    | spanish
          PINGU                   | spanish
          obrien                  | irish
          o'brien                 | irish
          O’BRIEN                 | irish
          o brien                 | irish
          o'br                    | irish
          whelans                 | irish
          symph                   | english
          spring symph            | english
          spr symphony            |
          ymphony                 |
          symphony 1              | english
          hawaii                  | hawaiian
          Hawai'i                 | hawaiian
          oahu nights             | hawaiian
          rock                    | wide
          ｒｏｃｋ　2027            | wide
          hall                    | english wide
          2027                    | arabic wide
          dem nhac trinh          | vietnam
          ĐÊM                     | vietnam
          công sơn hue            | vietnam
          ορφευσ                  | greek
          ΟΡΦΕΥΣ                  | greek
          ορφε                    | greek
          ευρυδικη θεσσαλονικη    | greek
          θεσ                     | greek
          чайковский              | russian
          ЩЕЛК                    | russian
          елки                    | russian
          з'їзд                   | ukrainian
          зїзд                    | ukrainian
          КИЇВ                    | ukrainian
          مهرجان                  | arabic
          الاغاني                 | arabic
          القاهره                 | arabic
          موسيقي                  | persian
          كرج                     | persian
          שלום                    | hebrew
          אביב                    | hebrew
          हिन्दी                    | hindi
          फिल्म                    | hindi
          दिल                      | hindi
          दल                      |
          கச்சே                    | tamil
          上海                     | chinese
          音樂                     | chinese
          音乐                     |
          節                       | chinese
          海音                     |
          剧院 國際                 | chinese
          東京                     | japanese
          ドーム                    | japanese
          どーむ                    | japanese
          ﾄﾞｰﾑ                     | japanese
          東京 コンサート            | japanese
          東京コンサート             |
          武道館                    | japanese
          ガス                     | gas
          カス展                    |
          展                       | gas
          ラーメン                   | half
          らーめん祭り                | half
          ハガタ                    |
          서울                      | korean
          서                       | korean
          페스티                    | korean
          재즈 서울                  | korean
          울                       |
          กรุงเทพ                   | thai
          คอนเสิร์ต                  | thai
          เชียง                     | thai
          ວຽງຈັນ                    | lao
          ភ្នំពេញ                    | khmer
          ရန်ကုန်                     | burmese
          ሙዚ                      | amharic
          rem                     | initials
          R.E.M.                  | initials
          r.e.m                   | initials
          acdc                    | initials
          AC/DC                   | initials
          ac dc rem               | initials
          mash                    | initials
          remac                   |
          p!nk                    | signs
          pnk                     | signs
          keha                    | signs
          $hort                   | signs
          hiphop                  | signs
          hip-hop                 | signs
          hip hop                 | signs
          wip                     | signs
          collectiu               | catalan
          santgervasi             | catalan
          sant gervasi            | catalan
          jazz                    | polish
          jazz lodz 2027          |
          """);

  /** In the order of dictionaries, in each script. */
  List<String> NAMES =
      lines(
          """
          1. FC Köln
          2 Tone
          007 Night
          10cc
          Arzte
          arzte
          Ärzte
          eclair
          Éclair
          École
          Łódź
          O'Brien
          o’Brien
          Opera
          Opéra
          Opéra Bouffe
          Øre
          Show 2
          Show 10
          show 10
          Show 10 B
          Show 1000000000
          Straße
          Strata
          Zirkus
          Žižkov
          Αθήνα
          Ёлка
          Жук
          가나
          각
          がす展
          ガス展
          ギター
          東京
          🎟 Rock
          """);

  @Test
  default void events_are_found_as_people_of_many_languages_type() {
    addAll();

    assertThat(SEARCHES.stream().map(line -> cells(line)[0]).map(this::found))
        .containsExactlyElementsOf(
            SEARCHES.stream().map(line -> String.join(" | ", cells(line))).toList());
  }

  @Test
  default void every_event_is_found_by_its_own_words_in_either_case_and_in_other_unicode_forms() {
    addAll();

    for (String line : EVENTS) {
      String[] cells = cells(line);
      for (String name : otherForms(cells[1])) {
        assertThat(ids(AnEventQuery.all().text(name))).as(name).isEqualTo(cells[0]);
      }
      for (String venue : otherForms(cells[2])) {
        assertThat(ids(AnEventQuery.all().venue(venue))).as(venue).isEqualTo(cells[0]);
      }
    }
  }

  /** U+FDFA is eighteen letters in four words when it is spelt out. */
  @Test
  default void the_longest_names_are_found_by_all_that_they_have() {
    String han = new String(IntStream.range(0x4E00, 0x4E00 + 200).toArray(), 0, 200);
    String words = "a1 b2 c3 d4 e5 f6 g7 h8 i9 j0 ".repeat(6).strip() + "\uFDFA".repeat(20);
    Event longest = stores().add(AnEvent.published("event-1").named(han).at(words));
    stores().add(AnEvent.published("event-2").named(han.substring(0, 199)).at(words));

    assertThat(ids(AnEventQuery.all().text(han))).isEqualTo(longest.id().value());
    assertThat(ids(AnEventQuery.all().text(words))).isEqualTo("event-1 event-2");
  }

  @Test
  default void names_are_sorted_as_in_a_dictionary_and_each_is_met_once_by_cursors() {
    List<String> shuffled = new ArrayList<>(NAMES);
    Collections.shuffle(shuffled, new Random(1));
    for (String name : shuffled) {
      stores().add(AnEvent.published().named(name));
    }

    assertThat(namesByCursors(true)).containsExactlyElementsOf(NAMES);
    assertThat(namesByCursors(false)).containsExactlyElementsOf(NAMES.reversed());
  }

  private static List<String> lines(String table) {
    return table.lines().toList();
  }

  private static String[] cells(String line) {
    return line.split(" *\\| *", -1);
  }

  private static List<String> otherForms(String text) {
    return List.of(
        text.toUpperCase(Locale.ROOT),
        text.toLowerCase(Locale.ROOT),
        Normalizer.normalize(text, Normalizer.Form.NFD),
        Normalizer.normalize(text, Normalizer.Form.NFKC));
  }

  private void addAll() {
    for (String line : EVENTS) {
      String[] cells = cells(line);
      stores().add(AnEvent.published(cells[0]).named(cells[1]).at(cells[2]));
    }
  }

  private String found(String typed) {
    return typed + " | " + ids(AnEventQuery.all().text(typed));
  }

  private String ids(AnEventQuery query) {
    return stores().events().search(query.query()).items().stream()
        .map(event -> event.id().value())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private List<String> namesByCursors(boolean ascending) {
    List<String> names = new ArrayList<>();
    Optional<Position> position = Optional.empty();
    do {
      AnEventQuery query = AnEventQuery.all().sorted(EventQuery.Sort.NAME, ascending);
      Page<Event> page =
          stores().events().search(query.page(new PageRequest.After(position, 3)).query());
      page.items().forEach(event -> names.add(event.details().name()));
      position = page.next();
    } while (position.isPresent());
    return names;
  }
}
