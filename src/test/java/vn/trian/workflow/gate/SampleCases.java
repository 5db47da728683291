package vn.trian.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import vn.trian.casefile.PaperTick;
import vn.trian.document.Papers;
import vn.trian.procedure.Procedures;
import vn.trian.security.Actor;
import vn.trian.security.Actors;
import vn.trian.workflow.Act;
import vn.trian.workflow.Desk;
import vn.trian.workflow.WorkItem;
import vn.trian.workflow.WorkList;

/** Cases of the worship allowance, each of another person, for tests that ask who may see and do what. */
@TestComponent
class SampleCases {

  private static int dossiers;

  @Autowired private Desk desk;
  @Autowired private WorkList work;
  @Autowired private Actors actors;
  @Autowired private Procedures procedures;
  @Autowired private Papers papers;
  @Autowired private Clock clock;

  /** A case that waits, its open task and a paper in it. */
  record Waiting(String code, String task, UUID paper) {}

  /** A case that waits for the social officer of a commune. */
  Waiting waiting(String commune) {
    Actor officer = actors.named("motcua." + commune);
    Map<String, Object> dossier = dossier(++dossiers);
    UUID paper = upload(officer.login());
    List<PaperTick> ticks = new ArrayList<>();
    procedures.active("worshipAllowance").procedure().papers().forEach(each -> ticks.add(new PaperTick(each.id(), true,
        each.copyKind().name(), 1, null, ticks.isEmpty() ? List.of(paper.toString()) : List.of())));
    String code = desk.receive("worshipAllowance", new Act("ACCEPT", null, null, null, null, dossier, ticks, false),
        UUID.randomUUID().toString(), officer).caseCode();
    return new Waiting(code, only(code).taskId(), paper);
  }

  /** A case that waits for the signature of the chair or the vice chair of a commune. */
  Waiting signable(String commune) {
    Waiting waiting = waiting(commune);
    desk.act(waiting.task(), new Act("APPROVE", null, null, null, null, Map.of("relativesComplete", "YES",
        "noMonthlySurvivor", "YES", "situation", "ONE_CHILD", "authorization", "NOT_NEEDED",
        "residenceConfirmed", "YES",
        "communeConfirmation", "Nội dung khai đúng"), null, false), UUID.randomUUID().toString(),
        actors.named("canbo." + commune));
    return new Waiting(waiting.code(), only(waiting.code()).taskId(), waiting.paper());
  }

  /** A paper that belongs to no case yet. */
  UUID upload(String login) {
    return papers.upload(picture(), "don.png", login).id();
  }

  private WorkItem only(String code) {
    List<WorkItem> items = work.ofCase(code);
    assertThat(items).hasSize(1);
    return items.get(0);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> dossier(int number) {
    try (var in = new ClassPathResource("cases/worship.yaml").getInputStream()) {
      ObjectMapper json = new ObjectMapper();
      // as JSON first, so that what an anchor stands for is written out
      String text = json.writeValueAsString(new YAMLMapper().readValue(in, Object.class))
          .replace("\"TODAY\"", "\"" + LocalDate.now(clock) + "\"")
          .replace("020099900001", String.format("0200998%05d", number))
          .replace("9L-0001", String.format("9K-%04d", number));
      return (Map<String, Object>) json.readValue(text, Map.class).get("application");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteArrayInputStream picture() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
      return new ByteArrayInputStream(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
