package vn.trian.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.shared.DomainException;

/** Who worships which martyr; never two at a time, which the database itself refuses. */
@Service
@Transactional(readOnly = true)
public class WorshipHolders {

  private final WorshipHolderEntries holders;

  WorshipHolders(WorshipHolderEntries holders) {
    this.holders = holders;
  }

  /** The worshipper in charge. */
  public Optional<WorshipHolder> current(String martyrId) {
    return holders.findByCurrentKey(martyrId).map(WorshipHolderEntry::view);
  }

  /** All worshippers of a martyr, the first one first. */
  public List<WorshipHolder> history(String martyrId) {
    return views(holders.findByMartyrIdOrderByFirstYearAscIdAsc(martyrId));
  }

  /** Martyrs that a person worships now. */
  public List<WorshipHolder> heldBy(String personId) {
    return views(holders.findByPersonIdAndCurrentKeyNotNullOrderByFirstYearAscIdAsc(personId));
  }

  /**
   * Names the worshipper of a martyr. The same case granting again changes nothing.
   *
   * @throws DomainException of kind CONFLICT, code {@code worship-already-held}, while another is in charge;
   *                         {@code worship-just-granted} when somebody else was faster
   */
  @Transactional
  public WorshipHolder grant(WorshipGrant grant) {
    if (grant.caseCode() != null) {
      Optional<WorshipHolderEntry> before =
          holders.findFirstByMartyrIdAndCaseCode(grant.martyrId(), grant.caseCode());
      if (before.isPresent()) {
        return before.get().view();
      }
    }
    Optional<WorshipHolder> other = current(grant.martyrId());
    if (other.isPresent()) {
      throw new DomainException(DomainException.Kind.CONFLICT, "worship-already-held", other.get().name());
    }
    try {
      return holders.saveAndFlush(new WorshipHolderEntry(grant)).view();
    } catch (DataIntegrityViolationException refused) {
      if (String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT).contains("worship_holder_current")) {
        throw new DomainException(DomainException.Kind.CONFLICT, "worship-just-granted");
      }
      throw refused;
    }
  }

  /**
   * Ends the present worshipper's charge; nothing happens when nobody is in charge.
   *
   * @param endedOn last day in charge
   * @return who was in charge
   */
  @Transactional
  public Optional<WorshipHolder> end(String martyrId, LocalDate endedOn) {
    Optional<WorshipHolderEntry> holder = holders.findByCurrentKey(martyrId);
    holder.ifPresent(entry -> {
      entry.end(endedOn);
      // the key must be free before a successor claims it
      holders.flush();
    });
    return holder.map(WorshipHolderEntry::view);
  }

  private static List<WorshipHolder> views(List<WorshipHolderEntry> entries) {
    return entries.stream().map(WorshipHolderEntry::view).toList();
  }
}
