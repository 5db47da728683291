package vn.trian.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.shared.DomainException;
import vn.trian.shared.Texts;

/** The register of people. */
@Service
@Transactional(readOnly = true)
public class Persons {

  private final PersonEntries people;
  private final EntityManager database;
  private final Clock clock;

  Persons(PersonEntries people, EntityManager database, Clock clock) {
    this.people = people;
    this.database = database;
    this.clock = clock;
  }

  /**
   * People whose name has all the words searched for, each by its beginning and without diacritics, or whose
   * id number begins with the digits searched for.
   *
   * @param officeIds offices within reach of whoever asks; none = nobody is found
   * @param limit     at most 20
   * @return those whose name begins with the text first, then by name
   */
  public List<Person> search(String text, Set<String> officeIds, int limit) {
    List<String> words = Words.searched(text);
    if (words.isEmpty() || officeIds.isEmpty()) {
      return List.of();
    }
    String digits = Texts.fold(text).replaceAll("[ .-]", "");
    boolean byNumber = digits.matches("\\d{3,}");
    String found = byNumber
        ? "p.idNumber >= :digits and p.idNumber <= :digitsEnd"
        : Words.condition("p", "PersonEntry", words);
    TypedQuery<PersonEntry> query = database.createQuery(
        "select p from PersonEntry p where p.officeId in :offices and " + found
            + " order by case when p.nameFolded like :start then 0 else 1 end, p.nameFolded, p.id", PersonEntry.class);
    query.setParameter("offices", officeIds).setParameter("start", String.join(" ", words) + "%");
    if (byNumber) {
      query.setParameter("digits", digits).setParameter("digitsEnd", Words.end(digits));
    } else {
      Words.bind(query, words);
    }
    return query.setMaxResults(Words.limit(limit)).getResultStream().map(PersonEntry::view).toList();
  }

  /** A person by record id. */
  public Optional<Person> find(String id) {
    return people.findById(id).map(PersonEntry::view);
  }

  /** A person by the number of the identity card; blanks and dashes do not matter. */
  public Optional<Person> findByIdNumber(String idNumber) {
    return idNumber == null ? Optional.empty()
        : people.findByIdNumber(idNumber.replaceAll("[\\s.-]", "")).map(PersonEntry::view);
  }

  /**
   * Others who may be the same person: same name without diacritics, same year of birth, same home town.
   * Where one side knows no home town, name and year alone are enough.
   */
  public List<Person> duplicates(PersonData data) {
    Integer year = Birth.year(data.dateOfBirth());
    if (year == null) {
      return List.of();
    }
    String homeTown = Texts.fold(data.homeTown());
    return people.findByNameFoldedAndBirthYearOrderById(Texts.fold(data.fullName()), year).stream()
        .map(PersonEntry::view)
        .filter(other -> !other.id().equals(data.recordId()))
        .filter(other -> data.idNumber() == null || !data.idNumber().equals(other.idNumber()))
        .filter(other -> homeTown.isEmpty() || other.homeTown() == null
            || Texts.fold(other.homeTown()).equals(homeTown))
        .toList();
  }

  /**
   * Makes sure that a person is in the register. A person with that id number, or else the chosen record, is
   * completed: contact, card and residence are taken over, name and birth stay as recorded.
   */
  @Transactional
  public Person register(PersonData data) {
    Optional<PersonEntry> known = data.idNumber() == null ? Optional.empty() : people.findByIdNumber(data.idNumber());
    known = known.isPresent() || data.recordId() == null ? known : people.findById(data.recordId());
    if (known.isPresent()) {
      known.get().learn(data, clock.instant());
      return known.get().view();
    }
    return people.saveAndFlush(new PersonEntry(data, clock.instant())).view();
  }

  /**
   * Records a death. Doing it again with the same day is harmless.
   *
   * @throws DomainException {@code person-unknown}; {@code death-already-recorded} when another day is recorded;
   *                         {@code death-in-future}
   */
  @Transactional
  public Person recordDeath(String id, LocalDate day) {
    if (day.isAfter(LocalDate.now(clock))) {
      throw new DomainException(DomainException.Kind.INVALID, "death-in-future", Texts.day(day));
    }
    PersonEntry person = people.findById(id)
        .orElseThrow(() -> new DomainException(DomainException.Kind.NOT_FOUND, "person-unknown"));
    person.die(day, clock.instant());
    return person.view();
  }
}
