package vn.trian.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import vn.trian.shared.Confidence;
import vn.trian.shared.DomainException;
import vn.trian.support.TableTest;

/** Figures of rates.md. */
@TableTest
@Import({Rates.class, Devices.class, BenefitReferenceLoader.class})
class RatesTest {

  @Autowired
  private Rates rates;
  @Autowired
  private Devices devices;
  @Autowired
  private RateTable table;
  @Autowired
  private InvalidRateTable invalidTable;
  @Autowired
  private BenefitReferenceLoader loader;

  @ParameterizedTest(name = "{0} ngày {1}: {2} đồng")
  @CsvSource({
      "FUNERAL_NCC,             2023-06-30, 14900000",
      "FUNERAL_NCC,             2023-07-01, 18000000",
      "FUNERAL_NCC,             2024-06-30, 18000000",
      "FUNERAL_NCC,             2024-07-01, 23400000",
      "FUNERAL_NCC,             2025-07-01, 23400000",
      "FUNERAL_NCC,             2026-07-01, 25300000",
      "WORSHIP_YEARLY,          2022-01-01, 1400000",
      "WORSHIP_YEARLY,          2026-11-21, 1400000",
      "NCC_STANDARD,            2021-07-01, 1624000",
      "NCC_STANDARD,            2023-07-01, 2055000",
      "NCC_STANDARD,            2026-06-30, 2789000",
      "NCC_STANDARD,            2026-07-01, 3012000",
      "BASE_SALARY,             2024-07-01, 2340000",
      "REFERENCE_LEVEL,         2026-07-01, 2530000",
      "CONVALESCENCE_HOME,      2024-07-01, 1850000",
      "CONVALESCENCE_HOME,      2025-01-01, 2510000",
      "MARTYR_REL_3,            2024-07-01, 8367000",
      "SOC_DISABLED_SEVERE,     2026-07-01, 810000"})
  void amountByDate(String code, LocalDate on, long amount) {
    assertThat(rates.get(code, on).vnd().amount()).isEqualTo(amount);
  }

  @ParameterizedTest(name = "{0} {1}% ngày {2}: {3} đồng")
  @CsvSource({
      "INVALID,    21, 2021-07-01, 1094000",
      "INVALID,    21, 2024-06-30, 1384000",
      "INVALID,    21, 2024-07-01, 1878000",
      "INVALID,   100, 2026-06-30, 8941000",
      "INVALID_B,  21, 2021-07-01, 904000",
      "INVALID_B,  21, 2024-07-01, 1552000",
      "INVALID_B, 100, 2024-07-01, 7397000"})
  void amountByPercentOfInjury(String code, int percent, LocalDate on, long amount) {
    assertThat(rates.invalidRate(code, percent, on).amount()).isEqualTo(amount);
  }

  @Test
  void aRateCarriesItsSource() {
    Rate worship = rates.get("WORSHIP_YEARLY", LocalDate.of(2024, 3, 11));

    assertThat(worship.legalBasis()).contains("NĐ 75/2021/NĐ-CP Điều 13.2");
    assertThat(worship.confidence()).isEqualTo(Confidence.A);
    assertThat(worship.name().vi()).isEqualTo("Trợ cấp thờ cúng liệt sĩ");
    assertThat(worship.validTo()).isNull();
    assertThat(rates.history("BASE_SALARY")).extracting(Rate::amount)
        .containsExactly(1_490_000L, 1_800_000L, 2_340_000L, 2_530_000L);
  }

  @Test
  @DisplayName("Mức chưa có trong bảng thì từ chối, không đoán")
  void whatIsNotInTheTableIsRefused() {
    assertThatThrownBy(() -> rates.get("WORSHIP_YEARLY", LocalDate.of(2021, 12, 31)))
        .isInstanceOfSatisfying(DomainException.class, refusal -> {
          assertThat(refusal.kind()).isEqualTo(DomainException.Kind.INVALID);
          assertThat(refusal.code()).isEqualTo("rate-unknown");
          assertThat(refusal.arguments()).containsExactly("WORSHIP_YEARLY", "31/12/2021");
        });
    assertThat(rates.find("NO_SUCH_CODE", LocalDate.of(2024, 1, 1))).isEmpty();
    assertThatThrownBy(() -> rates.invalidRate("INVALID", 20, LocalDate.of(2024, 1, 1)))
        .extracting("code").isEqualTo("rate-unknown");
    // the tables of NĐ 321/2026 were not seen: the row is there, its amount is not
    Rate unseen = rates.get("HERO", LocalDate.of(2026, 7, 1));
    assertThat(unseen.confidence()).isEqualTo(Confidence.U);
    assertThatThrownBy(unseen::vnd).extracting("code").isEqualTo("rate-without-amount");
    assertThatThrownBy(() -> rates.invalidRate("INVALID", 61, LocalDate.of(2026, 7, 1)))
        .extracting("code").isEqualTo("rate-unknown");
  }

  @Test
  void everyRowIsLoadedAndPeriodsOfACodeFollowEachOther() {
    assertThat(table.count()).isEqualTo(388);
    assertThat(invalidTable.count()).isEqualTo(480);
    table.findAll().stream().map(RateEntity::view).map(Rate::code).distinct().forEach(code -> {
      List<Rate> rows = rates.history(code);
      for (int i = 1; i < rows.size(); i++) {
        assertThat(rows.get(i - 1).validTo()).as(code).isNotNull().isBefore(rows.get(i).validFrom());
      }
    });
  }

  @Test
  void devicesOfTheDecree() {
    LocalDate on = LocalDate.of(2024, 3, 11);

    assertThat(devices.all(on)).hasSize(31);
    assertThat(devices.find("LEG_ABOVE_KNEE", on)).get().satisfies(leg -> {
      assertThat(leg.amount()).isEqualTo(3_800_000L);
      assertThat(leg.lifetimeYears()).isEqualTo(2);
      assertThat(leg.name().vi()).isEqualTo("Chân giả trên gối");
    });
    assertThat(devices.find("PLASTIC_SPLINT", on)).map(Device::amount).contains(3_350_000L);
    assertThat(devices.find("WHEELCHAIR", on)).map(Device::lifetimeYears).contains(4);
    assertThat(devices.find("ARTIFICIAL_EYE", on)).get().extracting(Device::amount, Device::lifetimeYears)
        .containsExactly(null, null);
    assertThat(devices.find("WHEELCHAIR", LocalDate.of(2021, 12, 31))).isEmpty();
  }

  @Test
  void aLaterStartOverwritesNothing() {
    table.deleteAllInBatch(table.findAll().subList(1, 388));
    loader.afterPropertiesSet();

    assertThat(table.count()).isEqualTo(1);
  }
}
