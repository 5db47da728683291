package vn.trian.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;

@DataJpaTest(showSql = false)
@ActiveProfiles("demo")
@Import({Persons.class, Martyrs.class, Kinships.class, OriginalFiles.class, WorshipHolders.class, DemoRegistry.class,
    RegistryTest.Parts.class})
class DemoRegistryTest {

  @Autowired private DemoRegistry demo;
  @Autowired private Martyrs martyrs;
  @Autowired private JdbcTemplate database;

  @Test
  void fillsAnEmptyRegisterAndNoOther() {
    assertThat(rows("martyr")).isZero();

    demo.run();
    demo.run();

    assertThat(rows("martyr")).isEqualTo(40);
    assertThat(rows("person")).isEqualTo(60);
    assertThat(rows("worship_holder")).isBetween(10, 30);
    assertThat(martyrs.findByCertificate("7L-4961").orElseThrow().certificateDecisionNumber()).isEqualTo("1455/TTg");
  }

  @Test
  void peopleOfTheDemoArePlainlyInvented() {
    assertThat(DemoRegistry.read().persons()).extracting(DemoRegistry.DemoPerson::idNumber)
        .allMatch(number -> number == null || number.matches("020[01]\\d{2}9999\\d{2}"));
    assertThat(DemoRegistry.read().martyrs()).filteredOn(martyr -> martyr.worshipper() != null)
        .filteredOn(martyr -> martyr.relatives() != null)
        .flatExtracting(DemoRegistry.DemoMartyr::relatives)
        .filteredOn(relative -> relative.relationship().matches("FATHER|MOTHER|WIFE|HUSBAND"))
        .as("nobody who draws monthly survivorship is left where somebody worships")
        .allMatch(relative -> relative.deathYear() != null);
  }

  private Integer rows(String table) {
    return database.queryForObject("select count(*) from trian." + table, Integer.class);
  }
}
