package vn.trian.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import vn.trian.shared.Label;
import vn.trian.workflow.Done;

class SentencesTest {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final Sentences sentences = new Sentences(messages());

  @Test
  void whatHappenedIsSaidInTheReadersLanguage() {
    Done signed = new Done(null, "done-list", List.of(Label.same("3")), null, List.of());
    assertThat(sentences.of(signed, VIETNAMESE)).isEqualTo("Đã ký và trình 3 hồ sơ trong một danh sách");
    assertThat(sentences.of(signed, Locale.ENGLISH)).isEqualTo("3 files signed and sent up as one list");

    Done accepted = new Done("H37-1", "done-outcome", List.of(new Label("Ký duyệt", "Sign"), Label.same("H37-1")),
        null, List.of());
    assertThat(sentences.of(accepted, VIETNAMESE)).isEqualTo("Ký duyệt – H37-1");
    assertThat(sentences.of(accepted, Locale.ENGLISH)).isEqualTo("Sign – H37-1");
  }

  @Test
  void warningsOfAFrameToo() {
    assertThat(sentences.of("warning-returned", List.of("Nông Thị Hoa", "thiếu chữ ký"), VIETNAMESE))
        .isEqualTo("Hồ sơ được trả lại bởi Nông Thị Hoa: thiếu chữ ký");
    assertThat(sentences.of("warning-returned", List.of("Nông Thị Hoa", "thiếu chữ ký"), Locale.ENGLISH))
        .isEqualTo("The file was returned by Nông Thị Hoa: thiếu chữ ký");
  }

  private static ReloadableResourceBundleMessageSource messages() {
    ReloadableResourceBundleMessageSource source = new ReloadableResourceBundleMessageSource();
    source.setBasenames("classpath:messages/workflow", "classpath:messages/portal");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return source;
  }
}
