package vn.trian.supervision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.trian.organization.Officer;
import vn.trian.organization.Officers;
import vn.trian.organization.Offices;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.Procedures;
import vn.trian.procedure.Release;

/** Looks names up once for a page, not once for a row. */
@Component
@NamedInterface("words")
public class NameBook {

  private final Offices offices;
  private final Officers officers;
  private final Procedures procedures;
  private final Clock clock;

  NameBook(Offices offices, Officers officers, Procedures procedures, Clock clock) {
    this.offices = offices;
    this.officers = officers;
    this.procedures = procedures;
    this.clock = clock;
  }

  /** The names in one language. */
  public Names in(Locale locale) {
    return new Names(locale.getLanguage(), LocalDate.now(clock), offices,
        officers.all().stream().collect(Collectors.toMap(Officer::login, officer -> officer)),
        procedures.active().stream().map(Release::procedure)
            .collect(Collectors.toMap(Procedure::key, procedure -> procedure)));
  }
}
