package vn.trian.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.trian.shared.Label;

class ListColumnTest {

  private static final Label BORN = new Label("Năm sinh", "Born");

  @Test
  void aYearIsAllThatIsToldOfADate() {
    ListColumn year = new ListColumn(BORN, "owner.dateOfBirth", true, null);

    assertThat(year.text(bornOn("20/07/1968"))).isEqualTo("1968");
    assertThat(year.text(bornOn("1968-07-20"))).isEqualTo("1968");
    assertThat(year.text(bornOn("1945"))).isEqualTo("1945");
    assertThat(year.text(Map.of())).isEmpty();
  }

  @Test
  void otherColumnsTellWhatStandsThere() {
    ListColumn date = new ListColumn(BORN, "owner.dateOfBirth", false, null);

    assertThat(date.text(bornOn("20/07/1968"))).isEqualTo("20/07/1968");
    assertThat(date.align()).isEqualTo("left");
  }

  private static Map<String, Object> bornOn(String date) {
    return Map.of("owner", Map.of("dateOfBirth", date));
  }
}
