package vn.trian.registry;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PersonEntries extends JpaRepository<PersonEntry, String> {

  Optional<PersonEntry> findByIdNumber(String idNumber);

  List<PersonEntry> findByNameFoldedAndBirthYearOrderById(String nameFolded, Integer birthYear);
}
