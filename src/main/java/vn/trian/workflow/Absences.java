package vn.trian.workflow;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.OnlyOnce;
import vn.trian.organization.Absence;
import vn.trian.organization.Officers;
import vn.trian.organization.Substitution;
import vn.trian.organization.Substitutions;
import vn.trian.security.Actor;
import vn.trian.security.Reach;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** Who may say that somebody is absent and who stands in: the head or deputy of the office, and the absent one. */
@Service
class Absences {

  private final Substitutions substitutions;
  private final Officers officers;
  private final Reach reach;
  private final OnlyOnce once;

  Absences(Substitutions substitutions, Officers officers, Reach reach, OnlyOnce once) {
    this.substitutions = substitutions;
    this.officers = officers;
    this.reach = reach;
    this.once = once;
  }

  @Transactional
  String enter(Absence wanted, String key, Actor actor) {
    return once.act(key, actor, List.of("absence", wanted), String.class, () -> {
      requireMay(wanted, actor);
      return substitutions.enter(wanted, actor.login()).id();
    });
  }

  @Transactional
  Void end(String id, String key, Actor actor) {
    return once.act(key, actor, Arrays.asList("end-absence", id), Void.class, () -> {
      Substitution wanted = substitutions.lock(id);
      if (!mayEnd(wanted, actor)) {
        throw reach.offices(actor).contains(wanted.officeId()) ? notYours() : Substitutions.unknown();
      }
      substitutions.end(id, actor.login());
      return null;
    });
  }

  static boolean mayEnd(Substitution substitution, Actor actor) {
    return substitution.absentee().equals(actor.login())
        || substitution.officeId().equals(actor.officeId()) && Heads.leads(actor);
  }

  /** Officers of other offices are refused like invented ones; which logins there are elsewhere stays unsaid. */
  private void requireMay(Absence wanted, Actor actor) {
    boolean own = actor.login().equals(wanted.absentee());
    boolean ofOwnOffice = wanted.absentee() == null || officers.find(wanted.absentee())
        .filter(each -> each.officeId().equals(actor.officeId())).isPresent();
    if (!own && !(Heads.leads(actor) && ofOwnOffice)) {
      throw notYours();
    }
  }

  private static DomainException notYours() {
    return new DomainException(Kind.FORBIDDEN, "absence-not-yours");
  }
}
