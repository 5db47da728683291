package vn.trian.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import vn.trian.shared.DomainException;

@DataJpaTest
@Import({Procedures.class, ProcedureReader.class, ProceduresTest.Parts.class})
class ProceduresTest {

  @Autowired
  private Procedures procedures;

  @Test
  void oneReleaseIsActive() {
    ProcedureRelease first = record("a");
    ProcedureRelease second = record("b");
    procedures.activate(first.id());
    procedures.activate(second.id());
    procedures.activate(second.id());

    assertThat(first.version()).isEqualTo(1);
    assertThat(second.version()).isEqualTo(2);
    assertThat(procedures.active("sampleVisit").orElseThrow().id()).isEqualTo(second.id());
    assertThat(procedures.active()).hasSize(1);
    assertThat(procedures.history("sampleVisit")).extracting(ProcedureRelease::active).containsExactly(true, false);
    assertThat(procedures.withChecksum("sampleVisit", "a").orElseThrow().id()).isEqualTo(first.id());
  }

  @Test
  void readsTheFilesOfARelease() {
    ProcedureRelease release = record("a");
    procedures.deployed(release.id(), "d1");

    assertThat(procedures.procedure(release.id()).name().vi()).isEqualTo("Thăm mộ (mẫu thử)");
    assertThat(procedures.releaseOfDeployment("d1").orElseThrow().createdAt()).isEqualTo(Parts.NOW);
    assertThat(catchThrowableOfType(DomainException.class, () -> procedures.release("none")).code())
        .isEqualTo("release-unknown");
  }

  private ProcedureRelease record(String checksum) {
    return procedures.record(Fixtures.visit(), null, ProcedureRelease.Source.PACKAGED, checksum, "admin");
  }

  @TestConfiguration
  static class Parts {

    static final Instant NOW = Instant.parse("2024-03-11T02:00:00Z");

    @Bean
    Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    ReleaseFiles releaseFiles() {
      return release -> Fixtures.VISIT;
    }
  }
}
