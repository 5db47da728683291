package vn.trian.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Texts;

/** Who may stand in for whom, and when: each refusal says what to change. */
final class AbsenceRules {

  private AbsenceRules() {}

  /** Refuses days that cannot be: {@code absence-days-missing}, {@code absence-days-reversed}, {@code absence-past}. */
  static void checkDays(Absence wanted, LocalDate today) {
    if (wanted.firstDay() == null || wanted.lastDay() == null) {
      throw refusal("absence-days-missing");
    }
    if (wanted.lastDay().isBefore(wanted.firstDay())) {
      throw refusal("absence-days-reversed", Texts.day(wanted.firstDay()), Texts.day(wanted.lastDay()));
    }
    // rights are never given for days that are over
    if (wanted.firstDay().isBefore(today)) {
      throw refusal("absence-past", Texts.day(today));
    }
    if (wanted.reason() == null) {
      throw refusal("absence-reason-missing");
    }
  }

  /**
   * Refuses people who cannot stand in for one another: {@code absence-self}, {@code absence-other-office},
   * {@code absence-admin}, {@code absence-needs-head}.
   */
  static void checkPeople(Officer absentee, Officer substitute) {
    if (absentee.login().equals(substitute.login())) {
      throw refusal("absence-self", absentee.fullName());
    }
    if (!absentee.officeId().equals(substitute.officeId())) {
      throw refusal("absence-other-office");
    }
    if (absentee.holds(Role.ADMIN) || substitute.holds(Role.ADMIN)) {
      throw refusal("absence-admin");
    }
    // what a head signs, only a head or a deputy signs for them
    if (absentee.leads() && !substitute.leads()) {
      throw refusal("absence-needs-head", absentee.fullName());
    }
  }

  /**
   * Refuses what does not go together with what is known: {@code absence-overlaps}, {@code absence-substitute-away},
   * {@code absence-absentee-needed}. Who stands in is there in person: chains are not followed.
   */
  static void checkAgainst(List<Substitution> known, Absence wanted, Officer absentee, Officer substitute) {
    check(known, wanted, "absence-overlaps", absentee, each -> each.absentee().equals(wanted.absentee()));
    check(known, wanted, "absence-substitute-away", substitute,
        each -> each.absentee().equals(wanted.substitute()));
    check(known, wanted, "absence-absentee-needed", absentee, each -> each.substitute().equals(wanted.absentee()));
  }

  private static void check(List<Substitution> known, Absence wanted, String code, Officer who,
      Predicate<Substitution> isInTheWay) {
    known.stream().filter(isInTheWay).filter(each -> each.meets(wanted.firstDay(), wanted.lastDay())).findFirst()
        .ifPresent(each -> {
          throw refusal(code, who.fullName(), Texts.day(each.firstDay()), Texts.day(each.lastDay()));
        });
  }

  private static DomainException refusal(String code, Object... arguments) {
    return new DomainException(Kind.INVALID, code, arguments);
  }
}
