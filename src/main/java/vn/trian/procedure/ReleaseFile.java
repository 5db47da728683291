package vn.trian.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A piece of a file of a release; pieces keep within what every database takes in a byte column. */
@Entity
@Table(name = "release_file")
class ReleaseFile {

  static final int PIECE = 512 * 1024;

  @EmbeddedId
  private Key id;

  @JdbcTypeCode(SqlTypes.VARBINARY)
  @Column(length = PIECE)
  private byte[] bytes;

  protected ReleaseFile() {}

  ReleaseFile(Key id, byte[] bytes) {
    this.id = id;
    this.bytes = bytes.clone();
  }

  Key id() {
    return id;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Embeddable
  record Key(String releaseId, String name, int seq) implements Serializable {}
}
