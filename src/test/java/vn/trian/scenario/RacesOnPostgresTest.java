package vn.trian.scenario;

@OnStagePostgres
class RacesOnPostgresTest extends RaceRules {}
