package vn.trian.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import vn.trian.shared.DomainException;
import vn.trian.shared.Level;
import vn.trian.support.TableTest;

/** The dated truth: three levels to 2025-06-30, two from 2025-07-01 (organization.md, sections 3 and 4). */
@TableTest
@Import({Offices.class, Officers.class, OrganizationLoader.class, OrganizationConfiguration.class})
class OfficesTest {

  private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
  private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

  @TestConfiguration
  static class Time {
    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2026-11-21T03:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    }
  }

  @Autowired
  private Offices offices;
  @Autowired
  private Officers officers;
  @Autowired
  private OfficeTable table;
  @Autowired
  private OrganizationLoader loader;

  @Test
  @DisplayName("Thành phố Lạng Sơn có 8 đơn vị đến 30/06/2025")
  void theCityHasEightCommunesUntilTheMerger() {
    assertThat(offices.at(Level.COMMUNE, BEFORE)).filteredOn(office -> office.parentId().equals("tpls"))
        .extracting(Office::id).containsExactlyInAnyOrder("dongkinh", "maipha", "tamthanh", "vinhtrai",
            "hoangvanthu", "chilang", "hoangdong", "quanglac");
    assertThat(offices.at(Level.COMMUNE, BEFORE)).filteredOn(office -> office.parentId().equals("caoloc"))
        .hasSize(6);
    assertThat(offices.at(Level.DIVISION, BEFORE)).extracting(Office::id).containsExactly("tpls", "caoloc");
    assertThat(offices.get("dongkinh", BEFORE).name()).isEqualTo("Ủy ban nhân dân phường Đông Kinh");
  }

  @Test
  @DisplayName("Từ 01/07/2025 không còn cấp huyện, Sở LĐTBXH thành Sở Nội vụ")
  void theDivisionDisappearsAndTheDepartmentChangesItsName() {
    assertThat(offices.ancestor("dongkinh", Level.DIVISION, BEFORE)).map(Office::id).contains("tpls");
    assertThat(offices.ancestor("dongkinh", Level.DEPARTMENT, BEFORE)).map(Office::abbreviation)
        .contains("SLĐTBXH");

    assertThat(offices.at(Level.DIVISION, AFTER)).isEmpty();
    assertThat(offices.ancestor("dongkinh", Level.DIVISION, AFTER)).isEmpty();
    assertThat(offices.ancestor("dongkinh", Level.DEPARTMENT, AFTER)).map(Office::abbreviation).contains("SNV");
    assertThat(offices.at(Level.COMMUNE, AFTER)).extracting(Office::id).containsExactlyInAnyOrder("dongkinh",
        "tamthanh", "luongvantri", "kylua", "dongdang");
  }

  @Test
  void anEndedOfficeCountsAsTheOneThatKeepsItsFiles() {
    assertThat(offices.find("maipha", AFTER)).isEmpty();
    assertThat(offices.ancestor("maipha", Level.COMMUNE, AFTER)).map(Office::id).contains("dongkinh");
    assertThat(offices.isAtOrBelow("maipha", "dongkinh", AFTER)).isTrue();
    assertThat(offices.isAtOrBelow("maipha", "kylua", AFTER)).isFalse();
    assertThat(offices.atOrBelow("kylua", AFTER)).containsExactlyInAnyOrder("kylua", "hoangvanthu", "ttcaoloc",
        "hopthanh", "tanlien", "giacat");
    assertThat(offices.atOrBelow("so", AFTER)).contains("maipha", "tpls", "so-ncc");
  }

  @Test
  void reachGoesDownAndNeverUpOrAside() {
    assertThat(offices.atOrBelow("tpls", BEFORE)).hasSize(9).contains("tpls", "dongkinh")
        .doesNotContain("so", "caoloc", "dongdang");
    assertThat(offices.isAtOrBelow("dongkinh", "so", BEFORE)).isTrue();
    assertThat(offices.isAtOrBelow("so", "dongkinh", BEFORE)).isFalse();
    assertThat(offices.isAtOrBelow("dongkinh", "caoloc", BEFORE)).isFalse();
    assertThat(offices.isAtOrBelow("dongkinh", "dongkinh", BEFORE)).isTrue();
    assertThat(offices.isAtOrBelow("nowhere", "nowhere", BEFORE)).isFalse();
    assertThat(offices.atOrBelow("nowhere", BEFORE)).isEmpty();
  }

  @Test
  void roomsBelongToTheirDepartmentAndAreNoOfficeOfTheirLevel() {
    assertThat(offices.at(Level.DEPARTMENT, BEFORE)).extracting(Office::id).containsExactly("so");
    assertThat(offices.rooms("so", BEFORE)).extracting(Office::id)
        .containsExactly("so-ncc", "so-btxh", "so-khtc", "so-vp", "so-tt");
    assertThat(offices.ancestor("so-ncc", Level.DEPARTMENT, BEFORE)).map(Office::id).contains("so");
  }

  @Test
  void anUnknownOfficeIsRefusedByName() {
    assertThatThrownBy(() -> offices.get("luongvantri", BEFORE))
        .isInstanceOfSatisfying(DomainException.class, refusal -> {
          assertThat(refusal.kind()).isEqualTo(DomainException.Kind.NOT_FOUND);
          assertThat(refusal.code()).isEqualTo("office-unknown");
          assertThat(refusal.arguments()).containsExactly("luongvantri", "30/06/2025");
        });
  }

  @Test
  void packagedTreesHoldTogether() {
    for (String file : List.of("reference/offices-lang-son.yaml", "reference/demo/offices.yaml")) {
      var last = new HashMap<String, Office>();
      List<Office> rows = OrganizationFiles.offices(file);
      for (Office row : rows) {
        Office earlier = last.put(row.id(), row);
        assertThat(earlier == null || earlier.validTo() != null && earlier.validTo().isBefore(row.validFrom()))
            .as("%s: periods of %s follow each other", file, row.id()).isTrue();
        if (row.parentId() != null) {
          assertThat(rows).as("%s: office above %s", file, row.id())
              .anyMatch(office -> office.id().equals(row.parentId()) && office.isValidOn(row.validFrom()));
        }
        if (row.successorId() != null) {
          assertThat(rows).as("%s: successor of %s", file, row.id()).anyMatch(office ->
              office.id().equals(row.successorId()) && office.isValidOn(row.validTo().plusDays(1)));
        }
      }
      for (LocalDate day : List.of(BEFORE, AFTER)) {
        var codes = new HashSet<String>();
        assertThat(rows).filteredOn(office -> office.isValidOn(day) && office.identificationCode() != null)
            .as("%s: no code twice on %s", file, day).allMatch(office -> codes.add(office.identificationCode()));
      }
    }
  }

  @Test
  void aLaterStartChangesNothingAndInventsNobody() {
    long rows = table.count();
    loader.afterPropertiesSet();

    assertThat(table.count()).isEqualTo(rows);
    assertThat(officers.all()).isEmpty();
  }
}
