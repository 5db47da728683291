package vn.trian.report;

import java.time.LocalDate;
import java.util.List;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Texts;

/**
 * What officers write in a report.
 *
 * @param first     first day that is counted; null for what is no day
 * @param last      last day that is counted; null for what is no day
 * @param addressee whom the report goes to
 * @param others    targets that no figure of the system tells; may be empty
 */
public record Wording(LocalDate first, LocalDate last, String addressee, String results, String difficulties,
    String proposals, String others) {

  private static final int LONGEST = 10_000;
  private static final int LONGEST_NAME = 300;

  public Wording {
    addressee = cleaned(addressee);
    results = cleaned(results);
    difficulties = cleaned(difficulties);
    proposals = cleaned(proposals);
    others = cleaned(others);
  }

  /**
   * Refuses what cannot be kept.
   *
   * @param today last day that can be counted
   * @throws DomainException INVALID {@code report-days} or {@code report-text-too-long}
   */
  void check(LocalDate today) {
    if (first == null || last == null || last.isBefore(first) || last.isAfter(today)
        || first.isBefore(last.minusYears(1))) {
      throw new DomainException(Kind.INVALID, "report-days", Texts.day(today));
    }
    boolean tooLong = List.of(results, difficulties, proposals, others).stream().anyMatch(it -> it.length() > LONGEST)
        || addressee.length() > LONGEST_NAME;
    if (tooLong) {
      throw new DomainException(Kind.INVALID, "report-text-too-long", LONGEST, LONGEST_NAME);
    }
  }

  /**
   * Refuses what nobody can sign yet.
   *
   * @throws DomainException INVALID {@code report-text-missing} while a part that every report has is empty
   */
  void checkComplete() {
    if (List.of(addressee, results, difficulties, proposals).stream().anyMatch(String::isEmpty)) {
      throw new DomainException(Kind.INVALID, "report-text-missing");
    }
  }

  /** The paragraphs of a text. */
  static List<String> paragraphs(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String cleaned(String text) {
    return text == null ? "" : Texts.printable(text).strip();
  }
}
