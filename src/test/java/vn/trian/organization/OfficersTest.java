package vn.trian.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import vn.trian.shared.Level;
import vn.trian.support.TableTest;

/** The demo: three levels for ever, one commune directly under the department, one person for each post. */
@TableTest
@TestPropertySource(properties = {
    "trian.organization.data=reference/demo/offices.yaml",
    "trian.organization.officers=reference/demo/officers.yaml"})
@Import({Offices.class, Officers.class, OrganizationLoader.class, OrganizationConfiguration.class})
class OfficersTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @TestConfiguration
  static class Time {
    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    }
  }

  @Autowired
  private Offices offices;
  @Autowired
  private Officers officers;
  @Autowired
  private OfficerTable table;

  @Test
  void theDemoShowsThreeLevelsAndTwo() {
    assertThat(offices.ancestor("dongkinh", Level.DIVISION, TODAY)).map(Office::id).contains("tpls");
    assertThat(offices.ancestor("kylua", Level.DIVISION, TODAY)).isEmpty();
    assertThat(offices.ancestor("kylua", Level.DEPARTMENT, TODAY)).map(Office::id).contains("so");
    assertThat(offices.at(Level.COMMUNE, TODAY)).hasSize(15);
  }

  @Test
  void everyOfficeHasItsPeople() {
    for (Office commune : offices.at(Level.COMMUNE, TODAY)) {
      assertThat(officers.at(commune.id())).extracting(Officer::login).containsExactly(
          "motcua." + commune.id(), "canbo." + commune.id(), "chutich." + commune.id(),
          "phochutich." + commune.id(), "vanthu." + commune.id(), "giamsat." + commune.id());
    }
    for (Office division : offices.at(Level.DIVISION, TODAY)) {
      assertThat(officers.at(division.id())).extracting(Officer::login).containsExactly(
          "motcua." + division.id(), "canbo." + division.id(), "truongphong." + division.id(),
          "photruongphong." + division.id(), "ketoan." + division.id(), "vanthu." + division.id(),
          "giamsat." + division.id());
    }
    assertThat(officers.at("so")).extracting(Officer::login).containsExactly("canbo.so", "canbo2.so",
        "truongphong.so", "giamdoc.so", "phogiamdoc.so", "vanthu.so", "ketoan.so", "giamsat.so", "admin", "admin2");
  }

  @Test
  void everyRoleIsHeldAtItsLevel() {
    for (Role role : Role.values()) {
      var holders = officers.all().stream().filter(officer -> officer.holds(role)).toList();
      assertThat(holders).as(role.name()).isNotEmpty();
      if (role.level() != null) {
        assertThat(holders).extracting(officer -> offices.get(officer.officeId(), TODAY).level())
            .as(role.name()).containsOnly(role.level());
      }
    }
    assertThat(officers.holding("so", Role.DEPT_OFFICER)).extracting(Officer::login)
        .containsExactly("canbo.so", "canbo2.so");
    assertThat(officers.holding("dongkinh", Role.DEPT_OFFICER)).isEmpty();
  }

  @Test
  void inventedNamesAreMarkedAndDiffer() {
    assertThat(officers.all()).extracting(Officer::fullName).doesNotHaveDuplicates()
        .allMatch(name -> name.endsWith(" (mẫu)"));
    assertThat(officers.find("truongphong.so")).get().satisfies(head -> {
      assertThat(head.roomId()).isEqualTo("so-ncc");
      assertThat(head.title()).isEqualTo("Trưởng phòng Người có công");
    });
  }

  @Test
  void onlyRolesHeldTodayCount() {
    table.save(row("two.roles", Role.COMMUNE_CLERK, LocalDate.of(2026, 11, 21), null));
    table.save(row("two.roles", Role.ONE_STOP_OFFICER, LocalDate.of(2026, 1, 1), TODAY));
    table.save(row("two.roles", Role.COMMUNE_CHAIR, LocalDate.of(2026, 1, 1), TODAY.minusDays(1)));
    table.save(row("gone", Role.COMMUNE_CHAIR, LocalDate.of(2026, 1, 1), TODAY.minusDays(1)));
    // a new one reads the table, not the copy that earlier tests made
    var fresh = new Officers(table, Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"),
        ZoneId.of("Asia/Ho_Chi_Minh")));

    assertThat(fresh.find("two.roles")).map(Officer::roles)
        .contains(Set.of(Role.COMMUNE_CLERK, Role.ONE_STOP_OFFICER));
    assertThat(fresh.find("gone")).isEmpty();
  }

  private static OfficerEntity row(String login, Role role, LocalDate from, LocalDate to) {
    return new OfficerEntity(login, "Lý Thị Thử (mẫu)", "dongkinh", null, role, "Công chức", from, to);
  }
}
