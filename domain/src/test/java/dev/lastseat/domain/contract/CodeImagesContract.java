package dev.lastseat.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lastseat.domain.port.CodeImages;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What everything that draws codes promises. */
public abstract class CodeImagesContract {
  private static final String CODE = "7K3M-9QXV-R4TD-02P6";

  private CodeImages images;

  protected abstract CodeImages open();

  @BeforeEach
  void openImages() {
    images = open();
  }

  @Test
  void a_text_has_always_the_same_images_and_another_text_has_others() {
    assertThat(images.png(CODE)).isEqualTo(open().png(CODE)).isNotEqualTo(images.png("7K3M"));
    assertThat(images.svg(CODE)).isEqualTo(open().svg(CODE)).isNotEqualTo(images.svg("7K3M"));
  }

  @Test
  void an_image_for_pages_is_an_element_of_svg_without_styles_and_scripts() throws Exception {
    byte[] svg = images.svg(CODE).getBytes(StandardCharsets.UTF_8);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newNSInstance();
    Element root =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg)).getDocumentElement();

    assertThat(root.getLocalName()).isEqualTo("svg");
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(images.svg(CODE)).doesNotContain("style", "script", "<!", "<?");
  }
}
