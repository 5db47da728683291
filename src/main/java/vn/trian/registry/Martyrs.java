package vn.trian.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.shared.DomainException;
import vn.trian.shared.Texts;

/** The register of martyrs. */
@Service
@Transactional(readOnly = true)
public class Martyrs {

  private final MartyrEntries martyrs;
  private final EntityManager database;
  private final Clock clock;

  Martyrs(MartyrEntries martyrs, EntityManager database, Clock clock) {
    this.martyrs = martyrs;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Martyrs whose name and home town together have all the words searched for, each by its beginning and
   * without diacritics, or whose certificate number begins with the text.
   *
   * @param limit at most 20
   * @return those whose name begins with the text first, then by name and home town
   */
  public List<Martyr> search(String text, int limit) {
    List<String> words = Words.searched(text);
    if (words.isEmpty()) {
      return List.of();
    }
    String byWords = Words.condition("m", "MartyrEntry", words);
    TypedQuery<MartyrEntry> query = database.createQuery(
        "select m from MartyrEntry m where (" + byWords + ") or (m.certificateKey >= :key and m.certificateKey <= :end)"
            + " order by case when m.nameFolded like :start then 0 else 1 end, m.nameFolded, m.homeTownFolded, m.id",
        MartyrEntry.class);
    String key = Words.key(text);
    query.setParameter("key", key).setParameter("end", key + "ZZZZZZZZ");
    query.setParameter("start", String.join(" ", words) + "%");
    Words.bind(query, words);
    return query.setMaxResults(Words.limit(limit)).getResultStream().map(MartyrEntry::view).toList();
  }

  /** A martyr by record id. */
  public Optional<Martyr> find(String id) {
    return martyrs.findById(id).map(MartyrEntry::view);
  }

  /** A martyr by number of the certificate; case, blanks and dashes do not matter. */
  public Optional<Martyr> findByCertificate(String number) {
    String key = Words.key(number);
    return key == null ? Optional.empty() : martyrs.findByCertificateKey(key).map(MartyrEntry::view);
  }

  /**
   * The record that an application means: by record id, else by certificate number, else by the same name and
   * home town without diacritics where exactly one record has them.
   */
  public Optional<Martyr> match(MartyrData data) {
    return matching(data).map(MartyrEntry::view);
  }

  /**
   * Where a record and an application differ, for the question "data differ". What one side does not know is no
   * difference; diacritics in names and home towns are one, their case and blanks are not.
   *
   * @throws DomainException of kind NOT_FOUND, code {@code martyr-unknown}
   */
  public List<Difference> differences(String martyrId, MartyrData given) {
    Martyr recorded = find(martyrId)
        .orElseThrow(() -> new DomainException(DomainException.Kind.NOT_FOUND, "martyr-unknown"));
    List<Difference> found = new ArrayList<>();
    text(found, "fullName", "Họ tên liệt sĩ", recorded.fullName(), given.fullName());
    text(found, "homeTown", "Quê quán", recorded.homeTown(), given.homeTown());
    date(found, "dateOfBirth", "Ngày, năm sinh", recorded.dateOfBirth(), given.dateOfBirth());
    date(found, "dateOfSacrifice", "Ngày hy sinh", recorded.dateOfSacrifice(), given.dateOfSacrifice());
    number(found, "certificateNumber", "Số Bằng Tổ quốc ghi công", recorded.certificateNumber(),
        given.certificateNumber());
    number(found, "certificateDecisionNumber", "Số quyết định cấp Bằng", recorded.certificateDecisionNumber(),
        given.certificateDecisionNumber());
    date(found, "certificateDecisionDate", "Ngày quyết định cấp Bằng", iso(recorded.certificateDecisionDate()),
        iso(given.certificateDecisionDate()));
    return found;
  }

  /**
   * Makes sure that a martyr is in the register. A matching record is completed, never overwritten; ask
   * {@link #differences} first.
   *
   * @throws DomainException CONFLICT {@code certificate-of-another} when the number is on record for another martyr,
   *     {@code certificate-just-recorded} when another case has recorded it in this very moment
   */
  @Transactional
  public Martyr register(MartyrData data) {
    Optional<MartyrEntry> known = matching(data);
    if (known.isPresent()) {
      if (known.get().view().certificateNumber() == null) {
        refuseCertificateOfAnother(known.get().id(), data.certificateNumber());
      }
      known.get().learn(data, clock.instant());
      return stored(known.get(), data.certificateNumber());
    }
    return stored(new MartyrEntry(data, clock.instant()), data.certificateNumber());
  }

  /**
   * Records a certificate that was exchanged or issued again.
   *
   * @throws DomainException NOT_FOUND {@code martyr-unknown}; CONFLICT {@code certificate-of-another},
   *     {@code certificate-just-recorded}
   */
  @Transactional
  public Martyr certificateIssued(String martyrId, MartyrCertificate certificate) {
    MartyrEntry entry = martyrs.findById(martyrId)
        .orElseThrow(() -> new DomainException(DomainException.Kind.NOT_FOUND, "martyr-unknown"));
    refuseCertificateOfAnother(martyrId, certificate.number());
    entry.certify(certificate, clock.instant());
    return stored(entry, certificate.number());
  }

  /** Two cases may name the same new number in the same moment; the database lets one of them have it. */
  private Martyr stored(MartyrEntry entry, String certificateNumber) {
    try {
      return martyrs.saveAndFlush(entry).view();
    } catch (DataIntegrityViolationException taken) {
      if (String.valueOf(taken.getMessage()).toLowerCase(Locale.ROOT).contains("martyr_certificate")) {
        throw new DomainException(DomainException.Kind.CONFLICT, "certificate-just-recorded", certificateNumber);
      }
      throw taken;
    }
  }

  private Optional<MartyrEntry> matching(MartyrData data) {
    if (data.recordId() != null) {
      Optional<MartyrEntry> chosen = martyrs.findById(data.recordId());
      if (chosen.isPresent()) {
        return chosen;
      }
    }
    String key = Words.key(data.certificateNumber());
    Optional<MartyrEntry> certified = key == null ? Optional.empty() : martyrs.findByCertificateKey(key);
    if (certified.isPresent() || data.homeTown() == null || data.homeTown().isBlank()) {
      return certified;
    }
    List<MartyrEntry> namesakes = martyrs.findByNameFoldedAndHomeTownFoldedOrderById(
        Texts.fold(data.fullName()), Texts.fold(data.homeTown()));
    // another certificate is another martyr, however alike the names
    List<MartyrEntry> possible = namesakes.stream()
        .filter(other -> key == null || other.view().certificateNumber() == null)
        .toList();
    return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
  }

  private void refuseCertificateOfAnother(String martyrId, String number) {
    findByCertificate(number).filter(holder -> !holder.id().equals(martyrId)).ifPresent(holder -> {
      throw new DomainException(DomainException.Kind.CONFLICT, "certificate-of-another", number, holder.fullName());
    });
  }

  private static void text(List<Difference> found, String field, String name, String recorded, String given) {
    if (isKnown(recorded, given) && !plain(recorded).equals(plain(given))) {
      found.add(difference(field, name, recorded.strip(), given.strip()));
    }
  }

  private static void number(List<Difference> found, String field, String name, String recorded, String given) {
    if (isKnown(recorded, given) && !String.valueOf(Words.key(recorded)).equals(String.valueOf(Words.key(given)))) {
      found.add(difference(field, name, recorded.strip(), given.strip()));
    }
  }

  private static void date(List<Difference> found, String field, String name, String recorded, String given) {
    // a year and a full date of that year do not contradict each other
    if (isKnown(recorded, given) && !recorded.startsWith(given) && !given.startsWith(recorded)) {
      found.add(difference(field, name, shown(recorded), shown(given)));
    }
  }

  private static Difference difference(String field, String name, String recorded, String given) {
    return new Difference(field, recorded, given,
        name + ": hồ sơ quản lý ghi “" + recorded + "”, đơn ghi “" + given + "”.");
  }

  private static boolean isKnown(String recorded, String given) {
    return recorded != null && !recorded.isBlank() && given != null && !given.isBlank();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .strip().replaceAll("[\\s,;.-]+", " ").toLowerCase(Locale.ROOT);
  }

  private static String iso(LocalDate date) {
    return date == null ? null : date.toString();
  }

  private static String shown(String date) {
    return date.length() == 4 ? date : Texts.day(LocalDate.parse(date));
  }
}
