package vn.trian.registry;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.shared.DomainException;

/** Where the original files (hồ sơ gốc) are kept. */
@Service
@Transactional(readOnly = true)
public class OriginalFiles {

  private final OriginalFileEntries files;

  OriginalFiles(OriginalFileEntries files) {
    this.files = files;
  }

  /** File of a meritorious person. */
  public Optional<OriginalFile> ofPerson(String personId) {
    return files.findByPersonId(personId).map(OriginalFileEntry::view);
  }

  /** File of a martyr. */
  public Optional<OriginalFile> ofMartyr(String martyrId) {
    return files.findByMartyrId(martyrId).map(OriginalFileEntry::view);
  }

  /** Opens the file of a person, or gives the one that exists. */
  @Transactional
  public OriginalFile openForPerson(String personId, String symbol, String heldByOffice, LocalDate openedOn) {
    return ofPerson(personId).orElseGet(() ->
        files.saveAndFlush(new OriginalFileEntry(symbol, personId, null, heldByOffice, openedOn)).view());
  }

  /** Opens the file of a martyr, or gives the one that exists. */
  @Transactional
  public OriginalFile openForMartyr(String martyrId, String symbol, String heldByOffice, LocalDate openedOn) {
    return ofMartyr(martyrId).orElseGet(() ->
        files.saveAndFlush(new OriginalFileEntry(symbol, null, martyrId, heldByOffice, openedOn)).view());
  }

  /**
   * Notes that a file has moved.
   *
   * @param heldByOffice id of the office, or the name of another province
   * @throws DomainException of kind NOT_FOUND, code {@code original-file-unknown}
   */
  @Transactional
  public OriginalFile move(String id, String heldByOffice) {
    OriginalFileEntry file = files.findById(id)
        .orElseThrow(() -> new DomainException(DomainException.Kind.NOT_FOUND, "original-file-unknown"));
    file.moveTo(heldByOffice);
    return file.view();
  }
}
