package vn.trian.scenario;

@OnStage
class RacesOnH2Test extends RaceRules {}
