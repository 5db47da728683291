package vn.trian.portal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.trian.casefile.CaseFiles;
import vn.trian.document.DocumentContent;
import vn.trian.document.DocumentView;
import vn.trian.document.Documents;
import vn.trian.document.PaperContent;
import vn.trian.document.PaperView;
import vn.trian.document.Papers;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;
import vn.trian.workflow.Desk;
import vn.trian.workflow.Lists;

/** Papers and documents. Whoever may see the case may see its files; an upload without a case only its owner. */
@RestController
@RequestMapping("/api")
class FileApi {

  private final Desk desk;
  private final Papers papers;
  private final Documents documents;
  private final CaseFiles cases;
  private final Lists lists;
  private final Actors actors;

  FileApi(Desk desk, Papers papers, Documents documents, CaseFiles cases, Lists lists, Actors actors) {
    this.desk = desk;
    this.papers = papers;
    this.documents = documents;
    this.cases = cases;
    this.lists = lists;
    this.actors = actors;
  }

  @PostMapping("/papers")
  Map<String, Object> upload(@RequestHeader(name = "Idempotency-Key", required = false) String key,
      @RequestParam("file") MultipartFile file) {
    return PaperRows.file(desk.upload(file, file.getOriginalFilename(), key, actors.current()));
  }

  @DeleteMapping("/papers/{id}")
  void discard(@PathVariable UUID id, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
    desk.discard(id, key, actors.current());
  }

  @GetMapping("/papers/{id}")
  ResponseEntity<byte[]> paper(@PathVariable UUID id) {
    requireReach(papers.find(id));
    PaperContent content = papers.open(id);
    return file(content.bytes(), content.paper().mediaType(), content.paper().fileName());
  }

  @GetMapping("/papers/{id}/preview")
  ResponseEntity<byte[]> preview(@PathVariable UUID id) {
    requireReach(papers.find(id));
    return papers.preview(id)
        .map(preview -> file(preview.bytes(), preview.mediaType(), "preview"))
        .orElseThrow(() -> new DomainException(Kind.NOT_FOUND, "paper-not-found"));
  }

  @GetMapping("/documents/{id}.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    requireReach(documents.find(id));
    return document(documents.openPdf(id));
  }

  @GetMapping("/documents/{id}.docx")
  ResponseEntity<byte[]> word(@PathVariable UUID id) {
    requireReach(documents.find(id));
    return document(documents.openWord(id));
  }

  private void requireReach(PaperView paper) {
    Actor actor = actors.current();
    if (paper.caseCode() != null) {
      asUnknown("paper-not-found", () -> cases.visible(paper.caseCode(), actor));
    } else if (!paper.uploadedBy().equals(actor.login())) {
      throw new DomainException(Kind.NOT_FOUND, "paper-not-found");
    }
  }

  private void requireReach(DocumentView document) {
    Actor actor = actors.current();
    asUnknown("document-not-found", () -> {
      if (document.caseCode() != null) {
        cases.visible(document.caseCode(), actor);
      } else {
        lists.visible(document.listId(), actor);
      }
    });
  }

  /** A file out of reach must not be told from one that never was, not even by the words of the refusal. */
  private static void asUnknown(String code, Runnable check) {
    try {
      check.run();
    } catch (DomainException refusal) {
      throw refusal.kind() == Kind.NOT_FOUND ? new DomainException(Kind.NOT_FOUND, code) : refusal;
    }
  }

  private static ResponseEntity<byte[]> document(DocumentContent content) {
    return file(content.bytes(), content.mediaType(), content.fileName());
  }

  private static ResponseEntity<byte[]> file(byte[] bytes, String mediaType, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(mediaType))
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString())
        .body(bytes);
  }
}
