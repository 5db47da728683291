package vn.trian.support;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.context.MessageSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.shared.DomainException;
import vn.trian.workflow.Act;
import vn.trian.workflow.Desk;
import vn.trian.workflow.HandOn;

/** Clients that stand at the desk itself; whatever is no refusal of ours fails the test. */
public final class DeskClients implements Clients {

  private final Desk desk;
  private final Actors actors;
  private final MessageSource messages;

  public DeskClients(Desk desk, Actors actors, MessageSource messages) {
    this.desk = desk;
    this.actors = actors;
    this.messages = messages;
  }

  @Override
  public Answer claim(String login, String task) {
    return as(login, (actor, key) -> desk.claim(task, key, actor));
  }

  @Override
  public Answer act(String login, String task, Act act) {
    return as(login, (actor, key) -> desk.act(task, act, key, actor));
  }

  @Override
  public Answer reassign(String login, String task, HandOn wanted) {
    return as(login, (actor, key) -> desk.reassign(task, wanted, key, actor));
  }

  @Override
  public Answer withdraw(String login, String caseCode) {
    return as(login, (actor, key) -> desk.withdraw(caseCode, "Thôi.", key, actor));
  }

  @Override
  public Answer signList(String login, List<String> tasks) {
    return as(login, (actor, key) -> desk.signList(tasks, key, actor));
  }

  private Answer as(String login, BiConsumer<Actor, String> action) {
    SecurityContextHolder.getContext().setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(login, null, List.of()));
    try {
      action.accept(actors.named(login), UUID.randomUUID().toString());
      return new Answer(200, "");
    } catch (DomainException refusal) {
      int status = switch (refusal.kind()) {
        case MALFORMED -> 400;
        case FORBIDDEN -> 403;
        case NOT_FOUND -> 404;
        case CONFLICT -> 409;
        case INVALID -> 422;
      };
      return new Answer(status,
          messages.getMessage(refusal.code(), refusal.arguments("vi"), Locale.forLanguageTag("vi")));
    } finally {
      SecurityContextHolder.clearContext();
    }
  }
}
