package vn.trian.workflow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ApologyRepository extends JpaRepository<Apology, String> {

  Optional<Apology> findByCaseCodeAndPromisedOn(String caseCode, LocalDate promisedOn);

  Optional<Apology> findFirstByCaseCodeAndStateOrderByPromisedOnDesc(String caseCode, Apology.State state);

  /** Cases whose promise runs out by a day, without an apology for it; some of them, by code after a given one. */
  @Query("""
      select c.code from CaseFile c
      where c.closedAt is null and c.dueOn <= :until and c.paused = false and c.state <> ISSUED and c.code > :after
        and not exists (select 1 from Apology a where a.caseCode = c.code and a.promisedOn = c.dueOn)
      order by c.code limit 200""")
  List<String> owed(LocalDate until, String after);

  /** Puts aside what waits for nothing any more, so that the list of those that wait stays short. */
  @Modifying
  @Query("""
      update Apology a set a.state = OVER where a.state = WAITING
        and exists (select 1 from CaseFile c
                    where c.code = a.caseCode and (c.closedAt is not null or c.dueOn <> a.promisedOn))""")
  void putAside();
}
