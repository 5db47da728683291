package vn.trian.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.organization.Role;
import vn.trian.organization.Substitution;
import vn.trian.organization.Substitutions;

/** What an absence passes on is decided by the roles and offices of this moment, not of the day it was entered. */
@DisplayName("Nhiệm vụ của người vắng truyền cho người thay")
class ActorsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private final Officers officers = mock();
  private final Substitutions substitutions = mock();
  private final Actors actors = new Actors(officers, substitutions);

  @Test
  @DisplayName("Cùng cơ quan thì truyền nhiệm vụ; người vắng đã chuyển cơ quan hoặc thôi việc thì không")
  void onlyWithinTheOffice() {
    works("motcua", "dongkinh", Role.ONE_STOP_OFFICER);
    works("canbo", "dongkinh", Role.COMMUNE_SOCIAL_OFFICER);
    standsIn("motcua", "canbo");
    assertThat(actors.named("motcua").groups())
        .containsExactly("COMMUNE_SOCIAL_OFFICER-dongkinh", "ONE_STOP_OFFICER-dongkinh");

    works("canbo", "maipha", Role.COMMUNE_SOCIAL_OFFICER);
    assertThat(actors.named("motcua").groups()).containsExactly("ONE_STOP_OFFICER-dongkinh");
    assertThat(actors.named("motcua").standIns()).isEmpty();

    when(officers.find("canbo")).thenReturn(Optional.empty());
    assertThat(actors.named("motcua").standIns()).isEmpty();
  }

  @Test
  @DisplayName("Quyền ký chỉ truyền cho lãnh đạo; quyền quản trị không truyền, cũng không nhận")
  void whatIsNeverPassed() {
    works("canbo", "dongkinh", Role.COMMUNE_SOCIAL_OFFICER);
    works("chutich", "dongkinh", Role.COMMUNE_CHAIR, Role.SUPERVISOR);
    standsIn("canbo", "chutich");
    assertThat(actors.named("canbo").roles()).as("no head any more")
        .containsExactlyInAnyOrder(Role.COMMUNE_SOCIAL_OFFICER, Role.SUPERVISOR);

    works("canbo", "dongkinh", Role.COMMUNE_VICE_CHAIR);
    assertThat(actors.named("canbo").holds(Role.COMMUNE_CHAIR)).isTrue();

    works("chutich", "dongkinh", Role.COMMUNE_CHAIR, Role.ADMIN);
    assertThat(actors.named("canbo").roles())
        .containsExactlyInAnyOrder(Role.COMMUNE_VICE_CHAIR, Role.COMMUNE_CHAIR);

    works("canbo", "dongkinh", Role.ADMIN);
    assertThat(actors.named("canbo").roles()).containsExactly(Role.ADMIN);
    assertThat(actors.named("canbo").standIns()).isEmpty();
  }

  private void works(String login, String office, Role... roles) {
    when(officers.find(login))
        .thenReturn(Optional.of(new Officer(login, "Nguyễn Văn " + login, Set.of(roles), office, null, "Công chức")));
  }

  private void standsIn(String substitute, String absentee) {
    when(substitutions.heldBy(substitute)).thenReturn(List.of(new Substitution("1", "dongkinh", absentee, substitute,
        DAY, DAY, "Nghỉ phép", "chutich", Instant.EPOCH, null, null)));
  }
}
