package vn.trian.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.shared.Sha256;

/**
 * Papers that citizens hand in: uploaded first, attached to a case with its intake. Who may see or attach
 * to a case is for the caller to decide; this service guards the uploads that belong to no case yet.
 */
@Service
public class Papers {

  private final PaperRepository papers;
  private final FileStore files;
  private final PaperInspector inspector;
  private final Previews previews;
  private final TransactionTemplate transaction;
  private final DocumentSettings settings;
  private final Clock clock;

  Papers(PaperRepository papers, FileStore files, PaperInspector inspector, Previews previews,
      TransactionTemplate transaction, DocumentSettings settings, Clock clock) {
    this.papers = papers;
    this.files = files;
    this.inspector = inspector;
    this.previews = previews;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /** Stores an upload, or knows that it is there already. */
  @FunctionalInterface
  public interface Keeping {

    /**
     * The paper that came of an upload.
     *
     * @param sha256 of the content
     */
    PaperView keep(String sha256, Supplier<PaperView> store);
  }

  /**
   * Takes in one file. Its type is found in the content; the name only labels it.
   *
   * @param in    read once, never beyond the limit; not closed
   * @param login who uploads; only this person can attach or discard it
   * @throws DomainException INVALID: file-too-large, file-empty, file-kind-refused, file-broken, file-locked,
   *                         file-active, file-too-many-pixels
   */
  public PaperView upload(InputStream in, String fileName, String login) {
    return upload(in, fileName, login, (content, store) -> store.get());
  }

  /**
   * As {@link #upload(InputStream, String, String)}, under a rule of the caller.
   *
   * @param keeping decides inside the transaction whether the file is stored
   */
  public PaperView upload(InputStream in, String fileName, String login, Keeping keeping) {
    try {
      Path file = Files.createTempFile("paper", ".upload");
      try {
        MessageDigest digest = Sha256.digest();
        long size = copy(in, file, digest);
        // outside of any transaction: a look at a file must not hold a connection
        String mediaType = inspector.inspect(file);
        StoredFile stored = new StoredFile(Sha256.hex(digest.digest()), size, mediaType);
        return transaction.execute(status -> keeping.keep(stored.sha256(),
            () -> store(stored, file, FileNames.safe(fileName, mediaType), login)));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Attaches an own, still unattached upload to a case.
   *
   * @param kind     id of the paper in the procedure
   * @param quantity number of copies handed in, 1 to 999
   * @param note     may be null, at most 1000 characters
   * @throws DomainException NOT_FOUND paper-not-found also for the upload of somebody else; CONFLICT
   *                         paper-already-attached; INVALID paper-quantity, paper-note-too-long
   */
  @Transactional
  public PaperView attach(String caseCode, UUID paperId, String kind, CopyKind copyKind, int quantity, String note,
      String login) {
    Paper paper = papers.lock(paperId).filter(p -> p.isUploadedBy(login)).orElseThrow(Papers::notFound);
    paper.attachTo(caseCode, kind, copyKind, quantity, note, clock.instant());
    return paper.view();
  }

  /** All papers of a case, withdrawn ones too, oldest first. */
  @Transactional(readOnly = true)
  public List<PaperView> of(String caseCode) {
    return papers.findByCaseCodeOrderByUploadedAtAscFileNameAsc(caseCode).stream().map(Paper::view).toList();
  }

  /** What is known of a paper, without its content; the caller checks the case before showing anything. */
  @Transactional(readOnly = true)
  public PaperView find(UUID paperId) {
    return papers.findById(paperId).orElseThrow(Papers::notFound).view();
  }

  /**
   * The content, its checksum verified.
   *
   * @throws IllegalStateException when the stored bytes are damaged
   */
  @Transactional(readOnly = true)
  public PaperContent open(UUID paperId) {
    PaperView paper = find(paperId);
    return new PaperContent(paper, files.read(paper.sha256()));
  }

  /** A picture of the first page, drawn on demand; empty when it cannot be drawn. */
  public Optional<Preview> preview(UUID paperId) {
    PaperContent content = transaction.execute(status -> open(paperId));
    return previews.of(content.bytes(), content.paper().mediaType());
  }

  /** Removes an own upload that is not attached yet. */
  @Transactional
  public void discard(UUID paperId, String login) {
    Paper paper = papers.lock(paperId).filter(p -> p.isUploadedBy(login)).orElseThrow(Papers::notFound);
    paper.requireLoose();
    remove(paper);
  }

  /** Marks a paper of a case as attached by mistake; what a citizen handed in is never deleted. */
  @Transactional
  public PaperView withdraw(String caseCode, UUID paperId) {
    Paper paper = papers.lock(paperId).filter(p -> p.isOf(caseCode)).orElseThrow(Papers::notFound);
    paper.withdraw();
    return paper.view();
  }

  /** Removes uploads that found no case in time; harmless when several nodes run it at once. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  public void sweep() {
    Instant limit = clock.instant().minus(settings.keepUnattached());
    List<Paper> left = papers.findByCaseCodeIsNullAndUploadedAtBefore(limit, Limit.of(500));
    for (Paper stale : left) {
      transaction.executeWithoutResult(status ->
          papers.lock(stale.view().id()).filter(p -> !p.isAttached()).ifPresent(this::remove));
    }
  }

  private long copy(InputStream in, Path file, MessageDigest digest) throws IOException {
    long limit = settings.maxFileSize().toBytes();
    long size = 0;
    byte[] buffer = new byte[64 * 1024];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        size += got;
        if (size > limit) {
          throw new DomainException(Kind.INVALID, "file-too-large", settings.maxFileSize().toMegabytes());
        }
        digest.update(buffer, 0, got);
        out.write(buffer, 0, got);
      }
    }
    return size;
  }

  private PaperView store(StoredFile stored, Path file, String name, String login) {
    try (InputStream content = Files.newInputStream(file)) {
      files.put(stored, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return papers.save(new Paper(name, stored, login, clock.instant())).view();
  }

  private void remove(Paper paper) {
    papers.delete(paper);
    papers.flush();
    files.removeIfUnused(paper.sha256());
  }

  private static DomainException notFound() {
    return new DomainException(Kind.NOT_FOUND, "paper-not-found");
  }
}
