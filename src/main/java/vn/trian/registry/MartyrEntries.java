package vn.trian.registry;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface MartyrEntries extends JpaRepository<MartyrEntry, String> {

  Optional<MartyrEntry> findByCertificateKey(String certificateKey);

  List<MartyrEntry> findByNameFoldedAndHomeTownFoldedOrderById(String nameFolded, String homeTownFolded);
}
