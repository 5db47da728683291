package vn.trian.benefit;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import vn.trian.shared.Confidence;
import vn.trian.shared.Label;
import vn.trian.shared.ReferenceData;

/** Fills rates and devices of a new installation; rows that are there are never overwritten. */
@Component("benefitReferenceLoader")
class BenefitReferenceLoader implements InitializingBean {

  private final RateTable rates;
  private final InvalidRateTable invalidRates;
  private final DeviceTable devices;
  private final PlatformTransactionManager transactions;

  BenefitReferenceLoader(RateTable rates, InvalidRateTable invalidRates, DeviceTable devices,
      PlatformTransactionManager transactions) {
    this.rates = rates;
    this.invalidRates = invalidRates;
    this.devices = devices;
    this.transactions = transactions;
  }

  @Override
  public void afterPropertiesSet() {
    ReferenceData.fillWhenEmpty(transactions, rates::count, () -> rates.saveAll(
        ReferenceData.rows("reference/rates.csv").stream().map(row -> new RateEntity(rate(row))).toList()));
    ReferenceData.fillWhenEmpty(transactions, invalidRates::count, () -> invalidRates.saveAll(
        ReferenceData.rows("reference/rates-invalid-percent.csv").stream()
            .map(BenefitReferenceLoader::invalidRate).toList()));
    ReferenceData.fillWhenEmpty(transactions, devices::count, () -> devices.saveAll(
        ReferenceData.rows("reference/devices.csv").stream().map(row -> new DeviceEntity(device(row))).toList()));
  }

  private static Rate rate(Map<String, String> row) {
    return new Rate(row.get("benefit_code"), day(row.get("valid_from")), day(row.get("valid_to")),
        number(row.get("amount")), row.get("formula"), row.get("unit"), row.get("legal_basis"),
        confidence(row), new Label(row.get("name_vi"), row.get("name_en")));
  }

  private static InvalidRateEntity invalidRate(Map<String, String> row) {
    return new InvalidRateEntity(row.get("benefit_code"), Integer.parseInt(row.get("injury_percent")),
        day(row.get("valid_from")), day(row.get("valid_to")), Long.parseLong(row.get("amount_vnd_month")),
        row.get("legal_basis"), confidence(row));
  }

  private static Device device(Map<String, String> row) {
    Long years = number(row.get("lifetime_years"));
    return new Device(row.get("device_code"), new Label(row.get("name_vi"), row.get("name_en")),
        years == null ? null : Math.toIntExact(years), number(row.get("amount_vnd")), day(row.get("valid_from")),
        null, row.get("legal_basis"), confidence(row));
  }

  /** The file of rates writes U in full. */
  private static Confidence confidence(Map<String, String> row) {
    String tag = row.get("confidence");
    return "UNCONFIRMED".equals(tag) ? Confidence.U : Confidence.valueOf(tag);
  }

  private static LocalDate day(String cell) {
    return cell == null || cell.isEmpty() ? null : LocalDate.parse(cell);
  }

  private static Long number(String cell) {
    return cell == null || cell.isEmpty() ? null : Long.valueOf(cell);
  }
}
