package vn.trian.registry;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.startup.StartStep;

/** Fills an empty register with invented people, for the demo only; before anything that builds on them. */
@Component
@Profile("demo")
@Order(20)
class DemoRegistry implements StartStep {

  private static final String FILE = "demo/registry.yaml";
  private static final ObjectMapper YAML = new YAMLMapper()
      .registerModule(new JavaTimeModule())
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final PersonEntries people;
  private final MartyrEntries martyrs;
  private final Persons persons;
  private final Martyrs martyrRegister;
  private final Kinships kinships;
  private final OriginalFiles files;
  private final WorshipHolders holders;

  DemoRegistry(
      PersonEntries people,
      MartyrEntries martyrs,
      Persons persons,
      Martyrs martyrRegister,
      Kinships kinships,
      OriginalFiles files,
      WorshipHolders holders) {
    this.people = people;
    this.martyrs = martyrs;
    this.persons = persons;
    this.martyrRegister = martyrRegister;
    this.kinships = kinships;
    this.files = files;
    this.holders = holders;
  }

  @Override
  @Transactional
  public void run() {
    if (people.count() > 0 || martyrs.count() > 0) {
      return;
    }
    Content content = read();
    Map<String, Person> byKey = new HashMap<>();
    for (DemoPerson person : content.persons()) {
      byKey.put(person.key(), register(person));
    }
    content.martyrs().forEach(martyr -> register(martyr, byKey));
  }

  private Person register(DemoPerson demo) {
    Person person = persons.register(new PersonData(null, demo.fullName(), demo.dateOfBirth(), demo.gender(),
        demo.idType(), demo.idNumber(), demo.idIssueDate(), demo.idIssuePlace(), demo.homeTown(),
        demo.residenceProvince(), demo.residenceCommune(), demo.residenceDetail(), demo.officeId(), demo.phone(), null,
        demo.category(), demo.injuryPercent(), demo.fileNumber(), demo.monthlyAllowance()));
    if (demo.fileNumber() != null) {
      files.openForPerson(person.id(), demo.fileNumber(), "so", null);
    }
    return demo.dateOfDeath() == null ? person : persons.recordDeath(person.id(), demo.dateOfDeath());
  }

  private void register(DemoMartyr demo, Map<String, Person> byKey) {
    Martyr martyr = martyrRegister.register(new MartyrData(null, demo.fullName(), demo.gender(), demo.dateOfBirth(),
        demo.homeTown(), demo.certificateNumber(), demo.certificateDecisionNumber(), demo.certificateDecisionDate(),
        demo.certificateIssuer(), demo.dateOfSacrifice(), demo.rankOrPosition(), demo.unit(), demo.fileSymbol(),
        demo.fileHeldBy(), demo.managingOfficeId()));
    files.openForMartyr(martyr.id(), demo.fileSymbol(), demo.fileHeldBy(), demo.certificateDecisionDate());
    if (demo.relatives() != null) {
      kinships.replaceDeclared(martyr.id(), null, demo.relatives().stream().map(relative -> new Relative(
          relative.person() == null ? null : byKey.get(relative.person()).id(), relative.fullName(),
          relative.birthYear(), relative.deathYear(), relative.relationship(), relative.residence())).toList());
    }
    DemoWorshipper worshipper = demo.worshipper();
    if (worshipper != null) {
      Person person = worshipper.person() == null ? null : byKey.get(worshipper.person());
      holders.grant(new WorshipGrant(martyr.id(), person == null ? null : person.id(), worshipper.office(),
          person == null ? worshipper.name() : person.fullName(), worshipper.decisionNumber(),
          worshipper.decisionDate(), worshipper.firstYear(), null));
    }
  }

  static Content read() {
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      return YAML.readValue(in, Content.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  record Content(List<DemoPerson> persons, List<DemoMartyr> martyrs) {}

  record DemoPerson(
      String key, String fullName, String dateOfBirth, String gender, String idType, String idNumber,
      LocalDate idIssueDate, String idIssuePlace, String homeTown, String residenceProvince, String residenceCommune,
      String residenceDetail, String officeId, String phone, String category, Integer injuryPercent, String fileNumber,
      boolean monthlyAllowance, LocalDate dateOfDeath) {}

  record DemoMartyr(
      String fullName, String gender, String dateOfBirth, String homeTown, String certificateNumber,
      String certificateDecisionNumber, LocalDate certificateDecisionDate, String certificateIssuer,
      String dateOfSacrifice, String rankOrPosition, String unit, String fileSymbol, String fileHeldBy,
      String managingOfficeId, List<DemoRelative> relatives, DemoWorshipper worshipper) {}

  record DemoRelative(
      String relationship, String fullName, Integer birthYear, Integer deathYear, String residence, String person) {}

  record DemoWorshipper(
      String person, String office, String name, String decisionNumber, LocalDate decisionDate, int firstYear) {}
}
