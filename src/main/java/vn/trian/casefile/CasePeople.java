package vn.trian.casefile;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.procedure.CaseContext;
import vn.trian.procedure.Paths;
import vn.trian.procedure.PersonPaths;
import vn.trian.procedure.Procedure;
import vn.trian.procedure.SubjectPaths;
import vn.trian.registry.Martyr;
import vn.trian.registry.MartyrData;
import vn.trian.registry.Martyrs;
import vn.trian.registry.Person;
import vn.trian.registry.PersonData;
import vn.trian.registry.Persons;
import vn.trian.shared.PartialDate;

/** Connects a case with the people it is about in the registry. */
@Service
public class CasePeople {

  private final Persons persons;
  private final Martyrs martyrs;

  CasePeople(Persons persons, Martyrs martyrs) {
    this.persons = persons;
    this.martyrs = martyrs;
  }

  /**
   * Key of the subject as far as the registry knows it: the record that was looked up, or one with the same
   * certificate or ID number; null for somebody unknown so far.
   */
  @Transactional(readOnly = true)
  public String subjectKey(Procedure procedure, Map<String, Object> application) {
    SubjectPaths subject = procedure.subject();
    if (subject == null) {
      String idNumber = text(application, procedure.owner().idNumber());
      return idNumber == null ? null
          : persons.findByIdNumber(idNumber).map(person -> key("person", person.id())).orElse(null);
    }
    String recordId = text(application, subject.recordId());
    if (subject.kind() == SubjectPaths.Kind.MARTYR) {
      // what has no name yet is nobody's double; the check of the form asks for the name
      return text(application, subject.fullName()) == null ? null
          : martyrs.match(martyr(subject, application)).map(found -> key("martyr", found.id())).orElse(null);
    }
    if (recordId != null) {
      return persons.find(recordId).map(person -> key("person", person.id())).orElse(null);
    }
    String idNumber = text(application, subject.idNumber());
    return idNumber == null ? null
        : persons.findByIdNumber(idNumber).map(person -> key("person", person.id())).orElse(null);
  }

  /** Writes owner and subject into the registry, or finds them there, and links the case to them. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void link(CaseFile file, Procedure procedure, Map<String, Object> application) {
    PersonPaths owner = procedure.owner();
    if (text(application, owner.idNumber()) != null) {
      file.linkOwner(persons.register(person(owner, application, file.commune())).id());
    }
    SubjectPaths subject = procedure.subject();
    if (subject == null) {
      if (file.ownerPersonId() != null) {
        file.linkSubject(file.ownerPersonId(), key("person", file.ownerPersonId()));
      }
    } else if (subject.kind() == SubjectPaths.Kind.MARTYR) {
      Martyr martyr = martyrs.register(martyr(subject, application));
      file.linkSubject(martyr.id(), key("martyr", martyr.id()));
    } else {
      Person person = persons.register(subjectPerson(subject, application, file.commune()));
      file.linkSubject(person.id(), key("person", person.id()));
    }
  }

  private static String key(String kind, String id) {
    return kind + ":" + id;
  }

  private static String text(Map<String, Object> data, String path) {
    String value = path == null ? null : Paths.text(data, path);
    return value == null || value.isBlank() ? null : value;
  }

  private static MartyrData martyr(SubjectPaths paths, Map<String, Object> data) {
    return new MartyrData(text(data, paths.recordId()), text(data, paths.fullName()), text(data, paths.gender()),
        text(data, paths.dateOfBirth()), address(data, paths.homeTown()), text(data, paths.certificateNumber()),
        text(data, paths.certificateDecisionNumber()), day(data, paths.certificateDecisionDate()), null,
        text(data, paths.dateOfSacrifice()), null, null, null, null, null);
  }

  private static PersonData person(PersonPaths paths, Map<String, Object> data, String office) {
    Map<?, ?> residence = paths.residence() != null && Paths.get(data, paths.residence()) instanceof Map<?, ?> map
        ? map : Map.of();
    return new PersonData(text(data, paths.recordId()), text(data, paths.fullName()), text(data, paths.dateOfBirth()),
        text(data, paths.gender()), text(data, paths.idType()), text(data, paths.idNumber()),
        day(data, paths.idIssueDate()), text(data, paths.idIssuePlace()), address(data, paths.homeTown()),
        part(residence, "province"), part(residence, "commune"), part(residence, "detail"), office,
        text(data, paths.phone()), text(data, paths.email()), null, null, null, null);
  }

  private static PersonData subjectPerson(SubjectPaths paths, Map<String, Object> data, String office) {
    return new PersonData(text(data, paths.recordId()), text(data, paths.fullName()), text(data, paths.dateOfBirth()),
        text(data, paths.gender()), text(data, paths.idType()), text(data, paths.idNumber()), null, null,
        address(data, paths.homeTown()), null, null, null, office, null, null, text(data, paths.category()), null,
        text(data, paths.fileNumber()), null);
  }

  private static String address(Map<String, Object> data, String path) {
    return path == null || Paths.get(data, path) == null ? null : CaseContext.address(Paths.get(data, path));
  }

  private static LocalDate day(Map<String, Object> data, String path) {
    return PartialDate.of(text(data, path)).map(PartialDate::day).orElse(null);
  }

  private static String part(Map<?, ?> group, String key) {
    Object value = group.get(key);
    return value == null ? null : value.toString();
  }
}
