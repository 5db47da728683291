package vn.trian.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.trian.procedure.Fixtures.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.trian.shared.FieldProblem;
import vn.trian.shared.Label;

class FormCheckTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 3, 11);

  private final FormSchema form = Fixtures.visit().form("visit-form");
  private final Feel feel = new Feel();
  private final OptionSource communes =
      source -> source.equals("communes") ? List.of(new Option("maipha", new Label("xã Mai Pha", null))) : List.of();

  @Test
  void cleansWhatIsFine() {
    Map<String, Object> data = complete();
    Paths.set(data, "visitor.fullName", "  Hoa\u0300ng   Thị\u00a0Bình ");
    Paths.set(data, "visitor.phone", "+84 912.345.678");
    Paths.set(data, "visitor.idNumber", "020 199 999 901");
    Paths.set(data, "visitor.recordId", "p-17");
    Paths.set(data, "visitor.isAdmin", true);
    data.put("secret", "x");
    data.put("internal", "77");
    data.put("formerNumber", "left over from another choice");
    data.put("cost", "1.400.000");
    data.put("distance", "12,5");
    data.put("visitOn", "1/4/2024");
    data.put("companions", List.of("WIFE", "WIFE"));

    Checked checked = check(data);

    assertThat(checked.problems()).isEmpty();
    assertThat(checked.data()).isEqualTo(data(
        "requestKind", "FIRST",
        "visitor.fullName", "Hoàng Thị Bình", "visitor.dateOfBirth", "1948", "visitor.idNumber", "020199999901",
        "visitor.phone", "0912345678", "visitor.residence.commune", "maipha", "visitor.recordId", "p-17",
        "martyr.fullName", "Nông Văn Mẫu",
        "visitOn", "2024-04-01", "cost", 1_400_000L, "distance", new BigDecimal("12.5"),
        "companions", List.of("WIFE")));
  }

  @Test
  void tellsEverythingAtOnceInTheOrderOfTheForm() {
    assertThat(problems(data())).containsExactly(
        "requestKind: Chưa chọn “Nội dung đề nghị”.",
        "visitor.fullName: Chưa nhập “Họ và tên”.",
        "visitor.dateOfBirth: Chưa nhập “Ngày sinh”.",
        "visitor.idNumber: Chưa nhập “Số CCCD”.",
        "visitor.residence.commune: Chưa chọn “Xã, phường”.",
        "martyr.fullName: Chưa nhập “Họ tên liệt sĩ”.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      visitor.idNumber | 02019999990 | Số CCCD phải gồm đúng 12 chữ số; đang có 11.
      visitor.idNumber | 02019999990x | Số CCCD phải gồm đúng 12 chữ số; không được có chữ hay ký hiệu.
      visitor.fullName | Bình 2 | Họ và tên chỉ được gồm chữ cái; bỏ chữ số và ký hiệu khác.
      visitor.dateOfBirth | 2024-03-12 | Ngày sinh không thể ở tương lai.
      visitor.dateOfBirth | 2025 | Ngày sinh không thể ở tương lai.
      visitor.dateOfBirth | 31/02/1948 | Ngày sinh phải là ngày có thật (ví dụ 19/05/1948) hoặc chỉ năm \
      (ví dụ 1948); đang có “31/02/1948”.
      visitor.dateOfBirth | 1048-01-01 | Ngày sinh có năm 1048 không hợp lý; kiểm tra lại.
      visitOn | 1948 | Ngày thăm phải là ngày có thật, ví dụ 19/05/1948; đang có “1948”.
      visitor.phone | 912345678 | Số điện thoại phải gồm 10 hoặc 11 chữ số, bắt đầu bằng 0; đang có “912345678”.
      visitor.email | binh@ | Email chưa đúng dạng, ví dụ ten@example.vn.
      visitor.residence.commune | elsewhere | “Xã, phường” có giá trị không nằm trong danh sách; chọn lại.
      visitor.residence.detail | thôn có tên dài quá hai mươi chữ | “Số nhà, thôn” dài quá 20 ký tự; đang có 32.
      cost | 6000000 | “Chi phí dự kiến” không được quá 5.000.000 đ.
      cost | -1 | “Chi phí dự kiến” phải từ 0 đ trở lên.
      cost | nhiều | “Chi phí dự kiến” phải là số; đang có “nhiều”.
      distance | 12.55 | “Quãng đường (km)” chỉ được có 1 chữ số sau dấu phẩy.
      distance | 1e999999 | “Quãng đường (km)” phải là số; đang có “1e999999”.
      """)
  void saysWhatIsWrong(String path, String value, String sentence) {
    Map<String, Object> data = complete();
    Paths.set(data, path, value);

    assertThat(problems(data)).containsExactly(path + ": " + sentence);
  }

  @Test
  void kindOfIdDecidesOnTheNumber() {
    Map<String, Object> data = complete();
    Paths.set(data, "visitor.idType", "CMND");
    Paths.set(data, "visitor.idNumber", "080999901");
    assertThat(problems(data)).isEmpty();

    Paths.set(data, "visitor.idNumber", "0809999");
    assertThat(problems(data)).containsExactly("visitor.idNumber: Số CCCD phải gồm 9 hoặc 12 chữ số; đang có 7.");

    Paths.set(data, "visitor.idType", "PASSPORT");
    Paths.set(data, "visitor.idNumber", "C9999999");
    assertThat(problems(data)).isEmpty();
  }

  @Test
  void acceptsABirthdayTodayAndADateAsTyped() {
    Map<String, Object> data = complete();
    Paths.set(data, "visitor.dateOfBirth", "11/03/2024");

    assertThat(check(data).problems()).isEmpty();
    assertThat(Paths.get(check(data).data(), "visitor.dateOfBirth")).isEqualTo("2024-03-11");
  }

  @Test
  void hiddenFieldsAreNeitherAskedNorKept() {
    Map<String, Object> data = complete();
    data.put("formerNumber", "12/GGT");
    data.put("formerNote", "hung on a field that is hidden itself");
    assertThat(check(data).data()).doesNotContainKeys("formerNumber", "formerNote");

    data.put("requestKind", "AGAIN");
    assertThat(check(data).data()).containsKeys("formerNumber", "formerNote");

    data.put("formerNumber", "12");
    assertThat(problems(data)).containsExactly("formerNumber: Số giấy có dạng 12/GGT.");
    assertThat(check(data).problems()).singleElement().satisfies(problem -> assertThat(problem.arguments())
        .containsExactly(new Label("Số giấy có dạng 12/GGT.", "A number such as 12/GGT.")));
    data.remove("formerNumber");
    assertThat(problems(data)).containsExactly("formerNumber: Chưa nhập “Số giấy lần trước”.");
  }

  @Test
  void namesTheRowOfAList() {
    Map<String, Object> data = complete();
    data.put("relatives", new ArrayList<>(List.of(
        data("fullName", "Nông Thị Một", "birthYear", "1930", "deathYear", "1999", "residence", "hidden, died"),
        data("fullName", " ", "birthYear", null),
        data("birthYear", "19", "deathYear", "2025"))));

    Checked checked = check(data);

    assertThat(checked.problems()).extracting(problem -> problem.field() + ": " + Sentences.of(problem))
        .containsExactly(
            "relatives[2].fullName: Chưa nhập “Họ và tên”.",
            "relatives[2].birthYear: Năm sinh phải là năm gồm 4 chữ số, từ 1850 đến 2025; đang có “19”.",
            "relatives[2].deathYear: Năm chết không thể ở tương lai.");
    assertThat(Paths.get(checked.data(), "relatives[0]"))
        .isEqualTo(data("fullName", "Nông Thị Một", "birthYear", "1930", "deathYear", "1999"));
    assertThat((List<?>) checked.data().get("relatives")).hasSize(2);
  }

  @Test
  void theLivingRelativeNeedsAResidence() {
    Map<String, Object> data = complete();
    data.put("relatives", List.of(data("fullName", "Nông Thị Hai")));

    assertThat(problems(data)).containsExactly("relatives[0].residence: Chưa nhập “Nơi thường trú”.");
  }

  @Test
  void anUnfinishedFormHasGapsButNoFaults() {
    Map<String, Object> data = data("visitor.fullName", "Bình 2", "visitor.idNumber", " ", "cost", "nhiều",
        "relatives[0].birthYear", "1930");

    assertThat(sentences(check(data).unfinished(data))).containsExactly(
        "visitor.fullName: Họ và tên chỉ được gồm chữ cái; bỏ chữ số và ký hiệu khác.",
        "cost: “Chi phí dự kiến” phải là số; đang có “nhiều”.");
    assertThat(sentences(check(data()).unfinished(data(), "visitor.fullName")))
        .containsExactly("visitor.fullName: Chưa nhập “Họ và tên”.");
  }

  @Test
  void survivesNonsense() {
    Map<String, Object> data = complete();
    data.put("visitor", "a text");
    data.put("relatives", Map.of("a", 1));
    data.put("cost", List.of(1));

    assertThat(problems(data)).contains("visitor.fullName: Chưa nhập “Họ và tên”.").hasSize(4);
  }

  @Test
  void aReadOnlyFieldKeepsTheValueOfTheCase() {
    FormSchema confirm = Fixtures.visit().form("confirm-visit");

    Checked checked = new FormCheck().check(confirm, data("applicantName", "somebody else", "graveFound", true),
        data("applicantName", "Hoàng Thị Bình"), feel, OptionSource.NONE, TODAY);

    assertThat(checked.data()).containsEntry("applicantName", "Hoàng Thị Bình");
    assertThat(confirm.processVariables(checked.data())).isEqualTo(Map.of("graveFound", true));
    assertThat(new FormCheck().check(confirm, data(), data(), feel, OptionSource.NONE, TODAY).problems())
        .containsExactly(new FieldProblem("graveFound", "field-unticked", new Label("Đã tìm thấy mộ", null)));
  }

  private Map<String, Object> complete() {
    return data(
        "requestKind", "FIRST",
        "visitor.fullName", "Hoàng Thị Bình", "visitor.dateOfBirth", "1948", "visitor.idNumber", "020199999901",
        "visitor.residence.commune", "maipha", "martyr.fullName", "Nông Văn Mẫu");
  }

  private Checked check(Map<String, Object> data) {
    return new FormCheck().check(form, data, Map.of(), feel, communes, TODAY);
  }

  private List<String> problems(Map<String, Object> data) {
    return sentences(check(data));
  }

  private static List<String> sentences(Checked checked) {
    return checked.problems().stream().map(problem -> problem.field() + ": " + Sentences.of(problem)).toList();
  }
}
