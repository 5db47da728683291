package vn.trian.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trian.casefile.OnlyOnce;
import vn.trian.document.PaperView;
import vn.trian.document.Papers;
import vn.trian.security.Actor;

/** Files that officers upload before they belong to a case. */
@Service
class Uploads {

  private final Papers papers;
  private final OnlyOnce once;

  Uploads(Papers papers, OnlyOnce once) {
    this.papers = papers;
    this.once = once;
  }

  PaperView upload(InputStreamSource file, String name, String key, Actor actor) {
    try (InputStream in = file.getInputStream()) {
      return papers.upload(in, name, actor.login(), (content, store) ->
          once.act(key, actor, List.of("upload", String.valueOf(name), content), PaperView.class, store));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Transactional
  Void discard(UUID paper, String key, Actor actor) {
    return once.act(key, actor, List.of("discard", paper), Void.class, () -> {
      papers.discard(paper, actor.login());
      return null;
    });
  }
}
