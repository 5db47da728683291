package vn.trian.scenario;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import vn.trian.security.Actors;
import vn.trian.support.Clients;
import vn.trian.support.DeskClients;
import vn.trian.support.OneWinnerRules;
import vn.trian.workflow.Desk;

@OnStage
class OneWinnerOnH2Test extends OneWinnerRules {

  @Autowired private Desk desk;
  @Autowired private Actors actors;
  @Autowired private MessageSource messages;

  @Override
  protected Clients clients() {
    return new DeskClients(desk, actors, messages);
  }
}
