package vn.trian.organization;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import vn.trian.shared.Confidence;
import vn.trian.shared.Level;

/** Reads the packaged office trees and the invented people of the demo. */
final class OrganizationFiles {

  /** As far back as the system looks; for rows whose beginning nobody asks for. */
  static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

  private static final ObjectMapper YAML = YAMLMapper.builder()
      .addModule(new JavaTimeModule())
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  record OfficeFile(List<OfficeRow> offices) {}

  record OfficeRow(String id, Level level, OfficeKind kind, String parent, String name, String shortName,
      String abbreviation, String superiorName, String place, String identificationCode, LocalDate from,
      LocalDate to, String successor, Confidence confidence) {

    Office office() {
      return new Office(id, name, shortName, level, kind, parent, abbreviation, superiorName, place,
          identificationCode, from == null ? BEGINNING : from, to, successor, confidence);
    }
  }

  record OfficerFile(Names names, Map<OfficeKind, List<Post>> perOffice, List<Post> people) {}

  record Names(List<String> families, List<String> given, String suffix) {

    /** Every family name meets every given name before a name returns, if the list lengths share no factor. */
    String name(int n) {
      return families.get(n % families.size()) + " " + given.get(n % given.size()) + suffix;
    }
  }

  record Post(String login, Role role, String title, String room, String office) {}

  private OrganizationFiles() {}

  static List<Office> offices(String location) {
    return read(location, OfficeFile.class).offices().stream().map(OfficeRow::office).toList();
  }

  /**
   * People for the given offices, one row for each post.
   *
   * @param offices offices in force; rooms get nobody of their own
   */
  static List<OfficerEntity> officers(String location, List<Office> offices) {
    OfficerFile file = read(location, OfficerFile.class);
    var officers = new ArrayList<OfficerEntity>();
    for (Office office : offices) {
      for (Post post : file.perOffice().getOrDefault(office.kind(), List.of())) {
        officers.add(officer(file, post, post.login() + "." + office.id(), office.id(), officers.size()));
      }
    }
    for (Post post : file.people()) {
      officers.add(officer(file, post, post.login(), post.office(), officers.size()));
    }
    return officers;
  }

  private static OfficerEntity officer(OfficerFile file, Post post, String login, String officeId, int n) {
    return new OfficerEntity(login, file.names().name(n), officeId, post.room(), post.role(), post.title(),
        BEGINNING, null);
  }

  private static <T> T read(String location, Class<T> type) {
    String path = location.startsWith("classpath:") ? location.substring("classpath:".length()) : location;
    try (var in = new ClassPathResource(path).getInputStream()) {
      return YAML.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + location, e);
    }
  }
}
