package vn.trian.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.trian.procedure.Fixtures.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.trian.shared.Label;

class CaseContextTest {

  private final FormSchema form = Fixtures.visit().form("visit-form");
  private final OptionSource communes = source -> List.of(new Option("maipha", new Label("xã Mai Pha", null)));
  private final Map<String, Object> data = data(
      "requestKind", "FIRST", "visitor.fullName", "Hoàng Thị Bình", "visitor.dateOfBirth", "1948-05-19",
      "visitor.residence.commune", "maipha", "visitOn", "2024-04-01", "cost", 1_400_000L,
      "distance", new BigDecimal("1012.50"), "companions", List.of("WIFE", "CHILD"),
      "relatives", List.of(data("fullName", "Nông Thị Một", "birthYear", "1930")));

  @Test
  void expressionsSeeDatesAndMayNameWhatIsAbsent() {
    Map<String, Object> context = CaseContext.feel(form, data);

    assertThat(context.get("visitOn")).isEqualTo(LocalDate.of(2024, 4, 1));
    assertThat(Paths.get(context, "visitor.dateOfBirth")).isEqualTo("1948-05-19");
    assertThat(context).containsEntry("formerNumber", null);
    assertThat(new Feel().holds("martyr.fullName = null and martyr.recordId = null", context)).isTrue();
    assertThat(new Feel().holds("every r in relatives satisfies r.deathYear = null", context)).isTrue();
    assertThat(new Feel().holds("visitOn = date(\"2024-04-01\")", context)).isTrue();
    assertThat(data.get("visitOn")).isEqualTo("2024-04-01");
  }

  @Test
  void showsValuesAsPeopleReadThem() {
    List<DisplayGroup> groups = CaseContext.display(form, data, communes, "vi");

    assertThat(groups).extracting(group -> group.label() == null ? null : group.label().vi())
        .containsExactly(null, "Người thăm", "Nơi thường trú", "Thân nhân");
    assertThat(groups.get(0).fields()).extracting(DisplayField::value)
        .containsExactly("Thăm lần đầu", "01/04/2024", "1.400.000 đ", "1.012,5", "Vợ; Con");
    assertThat(groups.get(3).fields().get(0).table().columns()).extracting(Label::vi)
        .as("columns that some row fills").containsExactly("Họ và tên", "Năm sinh");
    assertThat(groups.get(3).fields().get(0).table().rows()).containsExactly(List.of("Nông Thị Một", "1930"));
    assertThat(groups.get(1).fields()).containsExactly(
        new DisplayField(new Label("Họ và tên", null), "visitor.fullName", "Hoàng Thị Bình", null),
        new DisplayField(new Label("Ngày sinh", null), "visitor.dateOfBirth", "19/05/1948", null));
    assertThat(groups.get(2).fields().get(0).value()).isEqualTo("xã Mai Pha");
  }

  @Test
  void choicesAreReadInTheReadersLanguage() {
    List<DisplayGroup> groups = CaseContext.display(form, data, communes, "en");

    assertThat(groups.get(0).fields()).extracting(DisplayField::value)
        .containsExactly("First visit", "01/04/2024", "1.400.000 đ", "1.012,5", "Wife; Con");
  }

  @Test
  void templatesSeeTheSameShapeFormatted() {
    Map<String, Object> printable = CaseContext.printable(form, data, communes);

    assertThat(Paths.get(printable, "visitor.residence.commune")).isEqualTo("xã Mai Pha");
    assertThat(printable).containsEntry("visitOn", "01/04/2024").containsEntry("cost", "1.400.000 đ");
    assertThat(Paths.get(printable, "relatives[0].birthYear")).isEqualTo("1930");
    assertThat(CaseContext.address(data("detail", "Thôn Một", "commune", "xã Mai Pha", "province", "")))
        .isEqualTo("Thôn Một, xã Mai Pha");
  }

  @Test
  void layersMergeMapsAndTheLastWins() {
    assertThat(CaseContext.layered(data("a.b", 1, "a.c", 2, "d", 3), data("a.c", null, "d", 4)))
        .isEqualTo(data("a.b", 1, "a.c", null, "d", 4));
  }

  @Test
  void pathsReachIntoLists() {
    Map<String, Object> made = data("relatives[1].fullName", "Hai");

    assertThat(Paths.get(made, "relatives[1].fullName")).isEqualTo("Hai");
    assertThat(Paths.get(made, "relatives[0].fullName")).isNull();
    assertThat(Paths.get(made, "relatives[7].fullName")).isNull();
    assertThat(Paths.get(made, "relatives.fullName")).isNull();
    assertThatIllegalArgumentException().isThrownBy(() -> Paths.set(made, "relatives.fullName", "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> Paths.get(made, "relatives[x]"));
  }
}
