package vn.trian.registry;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is related to whom, as original files and applications say. */
@Service
@Transactional(readOnly = true)
public class Kinships {

  private final KinshipEntries kinships;

  Kinships(KinshipEntries kinships) {
    this.kinships = kinships;
  }

  /** Relatives of a martyr, in the order in which they were declared. */
  public List<Kinship> ofMartyr(String martyrId) {
    return views(kinships.findByMartyrIdOrderByPositionAscIdAsc(martyrId));
  }

  /** Relatives of a dead person. */
  public List<Kinship> ofDeceased(String personId) {
    return views(kinships.findByDeceasedPersonIdOrderByPositionAscIdAsc(personId));
  }

  /** Martyrs and dead persons that a person is a relative of. */
  public List<Kinship> ofPerson(String personId) {
    return views(kinships.findByPersonIdOrderByIdAsc(personId));
  }

  /**
   * Takes over the relatives of a martyr as a case declares them. What earlier cases declared is replaced; what
   * comes from the original file stays.
   *
   * @param caseCode null = from the original file, which is then replaced itself
   */
  @Transactional
  public List<Kinship> replaceDeclared(String martyrId, String caseCode, List<Relative> relatives) {
    return replace(kinships.findByMartyrIdOrderByPositionAscIdAsc(martyrId), martyrId, null, caseCode, relatives);
  }

  /** As {@link #replaceDeclared}, for the relatives of a dead person. */
  @Transactional
  public List<Kinship> replaceDeclaredOfDeceased(String personId, String caseCode, List<Relative> relatives) {
    return replace(
        kinships.findByDeceasedPersonIdOrderByPositionAscIdAsc(personId), null, personId, caseCode, relatives);
  }

  private List<Kinship> replace(
      List<KinshipEntry> before, String martyrId, String personId, String caseCode, List<Relative> relatives) {
    kinships.deleteAll(
        before.stream().filter(entry -> (entry.view().sourceCase() == null) == (caseCode == null)).toList());
    for (int i = 0; i < relatives.size(); i++) {
      kinships.save(new KinshipEntry(martyrId, personId, i, relatives.get(i), caseCode));
    }
    kinships.flush();
    return martyrId == null ? ofDeceased(personId) : ofMartyr(martyrId);
  }

  private static List<Kinship> views(List<KinshipEntry> entries) {
    return entries.stream().map(KinshipEntry::view).toList();
  }
}
