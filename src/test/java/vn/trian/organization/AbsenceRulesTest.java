package vn.trian.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.trian.organization.Substitution.Standing;
import vn.trian.shared.DomainException;

@DisplayName("Ai thay được ai, vào ngày nào")
class AbsenceRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Officer OFFICER = officer("canbo", Role.COMMUNE_SOCIAL_OFFICER, "dongkinh");
  private static final Officer DESK = officer("motcua", Role.ONE_STOP_OFFICER, "dongkinh");
  private static final Officer CHAIR = officer("chutich", Role.COMMUNE_CHAIR, "dongkinh");
  private static final Officer VICE = officer("phochutich", Role.COMMUNE_VICE_CHAIR, "dongkinh");

  @Test
  @DisplayName("Ngày: đủ hai ngày, đúng thứ tự, không lùi về trước; hôm nay được")
  void days() {
    assertRefused("absence-days-missing", () -> AbsenceRules.checkDays(days(null, 3), TODAY));
    assertRefused("absence-days-missing", () -> AbsenceRules.checkDays(days(3, null), TODAY));
    assertThat(assertRefused("absence-days-reversed", () -> AbsenceRules.checkDays(days(3, 2), TODAY)).arguments())
        .containsExactly("26/11/2026", "25/11/2026");
    assertRefused("absence-past", () -> AbsenceRules.checkDays(days(-1, 2), TODAY));
    assertRefused("absence-reason-missing", () -> AbsenceRules.checkDays(
        new Absence("canbo", "motcua", TODAY, TODAY, "  "), TODAY));
    assertThatCode(() -> AbsenceRules.checkDays(days(0, 0), TODAY)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("Người: không tự thay, không khác cơ quan, không chuyển quyền quản trị, thay người ký phải là lãnh đạo")
  void people() {
    assertRefused("absence-self", () -> AbsenceRules.checkPeople(OFFICER, OFFICER));
    assertRefused("absence-other-office",
        () -> AbsenceRules.checkPeople(OFFICER, officer("canbo.maipha", Role.COMMUNE_SOCIAL_OFFICER, "maipha")));
    Officer admin = officer("admin", Role.ADMIN, "dongkinh");
    assertRefused("absence-admin", () -> AbsenceRules.checkPeople(admin, OFFICER));
    assertRefused("absence-admin", () -> AbsenceRules.checkPeople(OFFICER, admin));
    assertRefused("absence-needs-head", () -> AbsenceRules.checkPeople(CHAIR, OFFICER));
    assertRefused("absence-needs-head", () -> AbsenceRules.checkPeople(VICE, DESK));
    assertThatCode(() -> {
      AbsenceRules.checkPeople(CHAIR, VICE);
      AbsenceRules.checkPeople(VICE, CHAIR);
      AbsenceRules.checkPeople(OFFICER, DESK);
      AbsenceRules.checkPeople(OFFICER, CHAIR);
    }).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("Không chồng ngày cho một người, người thay phải có mặt, không thay chuyển tiếp")
  void together() {
    List<Substitution> known = List.of(known("canbo", "motcua", 5, 9, null));

    assertRefused("absence-overlaps", () -> against(known, OFFICER, CHAIR, 9, 12));
    assertRefused("absence-substitute-away", () -> against(known, VICE, OFFICER, 1, 5));
    assertRefused("absence-absentee-needed", () -> against(known, DESK, VICE, 7, 7));
    assertThatCode(() -> {
      against(known, OFFICER, CHAIR, 10, 12);
      against(known, OFFICER, CHAIR, 0, 4);
      against(known, VICE, DESK, 5, 9);
      against(List.of(known("canbo", "motcua", 5, 9, Instant.EPOCH)), OFFICER, CHAIR, 5, 9);
    }).as("other days, one substitute for two, one that was ended").doesNotThrowAnyException();
  }

  @Test
  @DisplayName("Có hiệu lực từ ngày đầu đến hết ngày cuối, hoặc đến khi được kết thúc")
  void standing() {
    Substitution week = known("canbo", "motcua", 1, 5, null);
    assertThat(week.standingOn(TODAY)).isEqualTo(Standing.COMING);
    assertThat(week.standingOn(TODAY.plusDays(1))).isEqualTo(Standing.PRESENT);
    assertThat(week.standingOn(TODAY.plusDays(5))).isEqualTo(Standing.PRESENT);
    assertThat(week.standingOn(TODAY.plusDays(6))).isEqualTo(Standing.PAST);
    assertThat(known("canbo", "motcua", 1, 5, Instant.EPOCH).standingOn(TODAY.plusDays(2))).isEqualTo(Standing.PAST);
  }

  private static void against(List<Substitution> known, Officer absentee, Officer substitute, int first, int last) {
    AbsenceRules.checkAgainst(known, new Absence(absentee.login(), substitute.login(), TODAY.plusDays(first),
        TODAY.plusDays(last), "Nghỉ phép"), absentee, substitute);
  }

  private static Absence days(Integer first, Integer last) {
    return new Absence("canbo", "motcua", first == null ? null : TODAY.plusDays(first),
        last == null ? null : TODAY.plusDays(last), "Nghỉ phép");
  }

  private static Substitution known(String absentee, String substitute, int first, int last, Instant endedAt) {
    return new Substitution("1", "dongkinh", absentee, substitute, TODAY.plusDays(first), TODAY.plusDays(last),
        "Nghỉ phép", "chutich", Instant.EPOCH, endedAt == null ? null : "chutich", endedAt);
  }

  private static Officer officer(String login, Role role, String office) {
    return new Officer(login, "Nguyễn Văn " + login, Set.of(role), office, null, "Công chức");
  }

  private static DomainException assertRefused(String code, ThrowingCallable action) {
    DomainException refusal = catchThrowableOfType(DomainException.class, action);
    assertThat(refusal).as(code).isNotNull().hasMessage(code);
    return refusal;
  }
}
