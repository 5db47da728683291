package vn.trian.workflow.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ngày tháng và người của hồ sơ mẫu")
class DemoDatesTest {

  private static final Map<String, Object> DEATH = Map.of("dateOfDeath", "2024-02-20", "dateOfBirth", "1949-05-19",
      "paidThroughMonth", "02/2024", "endFromMonth", "03/2024", "period", "từ 09/2023 đến 02/2024",
      "deathPaperNumber", "12/2024/TLKT", "told", "chết ngày 20/02/2024", "relatives",
      List.of(Map.of("since", "2024-03-01")));

  @Test
  @DisplayName("Ngày của kịch bản dời theo hồ sơ, tháng giữ khoảng cách; ngày sinh, số giấy thì không")
  void monthsStayTogether() {
    IntStream.rangeClosed(1, 200).forEach(weeks -> {
      DemoDates dates = DemoDates.of(DEATH, 7L * weeks, LocalDate.of(2024, 3, 11));
      Map<String, Object> moved = dates.moved(DEATH);
      LocalDate died = LocalDate.of(2024, 2, 20).plusWeeks(weeks);
      assertThat(moved).containsEntry("dateOfDeath", died.toString())
          .containsEntry("paidThroughMonth", month(died)).containsEntry("endFromMonth", month(died.plusMonths(1)))
          .containsEntry("period", "từ " + month(died.minusMonths(5)) + " đến " + month(died))
          .containsEntry("dateOfBirth", "1949-05-19").containsEntry("deathPaperNumber", "12/2024/TLKT");
      assertThat(moved.get("relatives")).asString().contains(LocalDate.of(2024, 3, 1).plusWeeks(weeks).toString());
    });
  }

  @Test
  @DisplayName("Tên hợp với giới tính, và nói rõ là mẫu")
  void namesFitTheirGender() {
    DemoPeople people = new DemoPeople(new Random(1));
    for (int i = 0; i < 100; i++) {
      assertThat(people.name("MALE")).endsWith("(mẫu)").doesNotContain(" Thị ", " Thu ", " Ngọc ");
      assertThat(people.name("FEMALE")).endsWith("(mẫu)").doesNotContain(" Văn ", " Xuân ", " Minh ");
      assertThat(people.name(null)).endsWith("(mẫu)");
    }
  }

  private static String month(LocalDate day) {
    return "%02d/%d".formatted(day.getMonthValue(), day.getYear());
  }
}
