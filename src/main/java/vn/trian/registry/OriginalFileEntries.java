package vn.trian.registry;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface OriginalFileEntries extends JpaRepository<OriginalFileEntry, String> {

  Optional<OriginalFileEntry> findByPersonId(String personId);

  Optional<OriginalFileEntry> findByMartyrId(String martyrId);
}
