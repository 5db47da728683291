package vn.trian.benefit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Service;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Snapshot;
import vn.trian.shared.Texts;

/** Amounts of law by code and date; see {@code reference/rates.csv} for the codes. */
@Service
@DependsOn("benefitReferenceLoader")
public class Rates {

  private record Injury(String code, int percent) {}

  private final Snapshot<Map<String, List<Rate>>> byCode;
  private final Snapshot<Map<Injury, List<Rate>>> byPercent;

  Rates(RateTable rates, InvalidRateTable invalidRates) {
    this.byCode = new Snapshot<>(() -> rates.findAllByOrderById().stream()
        .map(RateEntity::view)
        .sorted(Comparator.comparing(Rate::validFrom))
        .collect(Collectors.groupingBy(Rate::code)));
    this.byPercent = new Snapshot<>(() -> invalidRates.findAllByOrderById().stream()
        .collect(Collectors.groupingBy(row -> new Injury(row.view().code(), row.percent()),
            Collectors.mapping(InvalidRateEntity::view, Collectors.toList()))));
  }

  /** The row in force on that day; it may be one without an amount, see {@link Rate#vnd}. */
  public Optional<Rate> find(String code, LocalDate on) {
    return validOn(history(code), on);
  }

  /**
   * The row in force on that day.
   *
   * @throws DomainException INVALID {@code rate-unknown} with code and date
   */
  public Rate get(String code, LocalDate on) {
    return find(code, on).orElseThrow(() -> unknown(code, on));
  }

  /**
   * Monthly allowance of a war invalid.
   *
   * @param code    {@code INVALID} or {@code INVALID_B}
   * @param percent loss of bodily function, 21 to 100
   * @throws DomainException INVALID {@code rate-unknown} with code, percent and date
   */
  public Rate invalidRate(String code, int percent, LocalDate on) {
    return validOn(byPercent.get().getOrDefault(new Injury(code, percent), List.of()), on)
        .orElseThrow(() -> unknown(code + " " + percent + "%", on));
  }

  /** All rows of a code, earliest first; empty when the code is unknown. */
  public List<Rate> history(String code) {
    return byCode.get().getOrDefault(code, List.of());
  }

  /** All rows in force on that day, by code. */
  public List<Rate> all(LocalDate on) {
    return byCode.get().values().stream()
        .flatMap(List::stream)
        .filter(rate -> rate.isValidOn(on))
        .sorted(Comparator.comparing(Rate::code))
        .toList();
  }

  /** A back-dated row may overlap an older one that nobody ended; then the younger counts. */
  private static Optional<Rate> validOn(List<Rate> rows, LocalDate on) {
    return rows.stream().filter(rate -> rate.isValidOn(on)).max(Comparator.comparing(Rate::validFrom));
  }

  private static DomainException unknown(String what, LocalDate on) {
    return new DomainException(Kind.INVALID, "rate-unknown", what, Texts.day(on));
  }
}
