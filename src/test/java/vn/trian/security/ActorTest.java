package vn.trian.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.trian.organization.Role;

@DisplayName("Nhiệm vụ của chính mình và của người được thay")
class ActorTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final StandIn CLERK = new StandIn("vanthu", "Lý Thu", Set.of(Role.COMMUNE_CLERK), DAY, DAY);
  private static final StandIn OFFICER =
      new StandIn("canbo", "Hoàng Hà", Set.of(Role.COMMUNE_SOCIAL_OFFICER, Role.COMMUNE_CLERK), DAY, DAY);
  private static final Actor DESK = new Actor("motcua", "Nông Bình", "Công chức", Set.of(Role.ONE_STOP_OFFICER),
      "dongkinh", List.of(CLERK, OFFICER), null);

  @Test
  @DisplayName("Thuộc nhóm của mình và của những người được thay")
  void groups() {
    assertThat(DESK.groups()).containsExactly("COMMUNE_CLERK-dongkinh", "COMMUNE_SOCIAL_OFFICER-dongkinh",
        "ONE_STOP_OFFICER-dongkinh");
    assertThat(DESK.holds(Role.COMMUNE_CLERK)).isTrue();
    assertThat(DESK.holds(Role.COMMUNE_CHAIR)).isFalse();
    assertThat(DESK.ownRoles()).containsExactly(Role.ONE_STOP_OFFICER);
  }

  @Test
  @DisplayName("Việc thuộc nhiệm vụ của mình thì làm cho mình, còn lại làm thay người đầu tiên có nhiệm vụ ấy")
  void forWhom() {
    assertThat(DESK.behalfName()).isNull();
    assertThat(DESK.forGroups(Set.of("ONE_STOP_OFFICER-dongkinh", "COMMUNE_CLERK-dongkinh")).behalf()).isNull();
    assertThat(DESK.forGroups(Set.of("COMMUNE_CLERK-dongkinh")).behalf()).isEqualTo(CLERK);
    assertThat(DESK.forGroups(Set.of("COMMUNE_SOCIAL_OFFICER-dongkinh")).behalfName()).isEqualTo("Hoàng Hà");
    assertThat(DESK.insteadOf(OFFICER).as(role -> role == Role.ONE_STOP_OFFICER).behalf()).isNull();
    assertThat(DESK.standsInFor("canbo")).contains(OFFICER);
    assertThat(DESK.standsInFor(null)).isEmpty();
  }

  @Test
  @DisplayName("Lãnh đạo và giám sát giám sát, kể cả khi thay; quản trị thì không, dù giữ thêm nhiệm vụ gì")
  void whoSupervises() {
    for (Role role : List.of(Role.SUPERVISOR, Role.COMMUNE_CHAIR, Role.COMMUNE_VICE_CHAIR, Role.DIVISION_HEAD,
        Role.DIVISION_DEPUTY, Role.DEPT_HEAD, Role.DEPT_DIRECTOR, Role.DEPT_DEPUTY_DIRECTOR)) {
      assertThat(holding(role).supervises()).as(role.name()).isTrue();
      assertThat(holding(role, Role.ADMIN).supervises()).as(role.name()).isFalse();
    }
    assertThat(DESK.supervises()).isFalse();
    StandIn chair = new StandIn("chutich", "Lương Sơn", Set.of(Role.COMMUNE_CHAIR), DAY, DAY);
    assertThat(new Actor("phochutich", "Vi Hạnh", "", Set.of(Role.ONE_STOP_OFFICER), "dongkinh", List.of(chair), null)
        .supervises()).isTrue();
  }

  private static Actor holding(Role... roles) {
    return new Actor("ai", "Ai Đó", "", Set.of(roles), "dongkinh");
  }

  @Test
  @DisplayName("A thay B, A for B; tên một mình khi làm cho chính mình")
  void words() {
    assertThat(StandIn.said("Nông Bình", "Hoàng Hà").vi()).isEqualTo("Nông Bình thay Hoàng Hà");
    assertThat(StandIn.said("Nông Bình", "Hoàng Hà").in("en")).isEqualTo("Nông Bình for Hoàng Hà");
    assertThat(StandIn.said("Nông Bình", null).in("en")).isEqualTo("Nông Bình");
  }
}
