package vn.trian.workflow.gate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is open, found by running Tasklist, Cockpit and Admin and reading their scripts. {@code ~} stands for
 * the engine. Whatever is not listed is closed: completing and assigning tasks, variables, comments, attachments,
 * starting, messages, deployments, filters, modification, migration, batches, the set-up page ...
 */
final class Doors {

  private static final Map<Hand, List<Door>> OPEN = new EnumMap<>(Hand.class);

  static {
    OPEN.put(Hand.ANYBODY, Door.all("""
        GET          engine/engine
        GET          admin/auth/user/default
        POST         admin/auth/user/default/logout               needs:-
        GET          tasklist/plugin/{plugin}/static/app/{file}
        GET          ~/user/{self}/profile
        PUT          ~/user/{self}/credentials                    CREDENTIALS
        GET,POST     ~/identity/password-policy                   needs:password
        POST         ~/group                                      OWN_GROUPS
        GET          ~/group/count                                OWN_GROUPS
        """));

    OPEN.put(Hand.OFFICER, Door.all("""
        GET,OPTIONS  ~/filter
        GET          ~/filter/count
        POST         ~/filter/{filter}/list                       TASK_LIST needs:-
        GET,POST     ~/filter/{filter}/count                      TASK_COUNT needs:-
        GET          ~/task/{task}
        GET          ~/task/{task}/form
        GET          ~/task/{task}/deployed-form
        GET          ~/task/{task}/identity-links
        GET          ~/task/{task}/comment                        NOTHING
        POST         ~/task/{id}/claim                            CLAIM needs:-
        POST         ~/task/{id}/unclaim                          UNCLAIM needs:-
        GET          ~/history/user-operation                     OWN_TASK
        GET          ~/history/user-operation/count               OWN_TASK
        GET          ~/process-definition                         STARTABLE
        GET          ~/process-definition/count                   STARTABLE
        GET          ~/process-definition/{definition}
        GET          ~/process-definition/{definition}/startForm
        GET          ~/process-definition/{definition}/deployed-start-form
        GET          ~/process-definition/{definition}/xml
        """));

    // Cockpit asks many things by POST; these are its queries
    OPEN.put(Hand.SUPERVISOR, Door.all("""
        GET          cockpit/plugin/{plugin}/static/app/{file}
        POST         cockpit/plugin/base/default/incident
        POST         cockpit/plugin/base/default/incident/count
        GET          cockpit/plugin/base/default/process-definition/statistics
        GET          cockpit/plugin/base/default/process-definition/statistics-count
        POST         cockpit/plugin/base/default/process-definition/{id}/called-process-definitions
        POST         cockpit/plugin/base/default/process-instance
        POST         cockpit/plugin/base/default/process-instance/count
        POST         cockpit/plugin/base/default/process-instance/{id}/called-process-instances
        GET          ~/batch/statistics
        GET          ~/batch/statistics/count
        GET          ~/batch/{id}
        GET          ~/case-definition/count
        GET          ~/decision-definition
        GET          ~/decision-definition/count
        GET          ~/decision-definition/{id}
        GET          ~/decision-definition/{id}/xml
        GET          ~/decision-requirements-definition
        GET          ~/decision-requirements-definition/count
        GET          ~/decision-requirements-definition/{id}
        GET          ~/decision-requirements-definition/{id}/xml
        GET          ~/deployment
        GET          ~/deployment/count
        GET          ~/deployment/{id}
        GET          ~/deployment/{id}/resources
        GET          ~/deployment/{id}/resources/{resource}
        GET          ~/deployment/{id}/resources/{resource}/data
        POST         ~/external-task
        POST         ~/external-task/count
        GET          ~/history/batch
        GET          ~/history/batch/count
        GET          ~/history/batch/{id}
        GET          ~/history/decision-instance
        GET          ~/history/decision-instance/count
        GET          ~/history/decision-instance/{id}
        POST         ~/history/task/count
        GET          ~/incident
        GET          ~/incident/count
        GET          ~/incident/{id}
        POST         ~/job
        GET,POST     ~/job/count
        GET          ~/job/{id}
        GET          ~/job/{id}/stacktrace
        GET          ~/job-definition
        GET          ~/job-definition/count
        GET          ~/job-definition/{id}
        GET          ~/process-definition
        GET          ~/process-definition/count
        GET          ~/process-definition/statistics
        GET          ~/process-definition/{id}
        GET          ~/process-definition/{id}/xml
        GET          ~/process-definition/{id}/statistics
        GET          ~/process-definition/{id}/static-called-process-definitions
        GET,POST     ~/process-instance
        GET,POST     ~/process-instance/count
        GET          ~/process-instance/{id}
        GET          ~/process-instance/{id}/activity-instances
        POST         ~/task
        GET,POST     ~/task/count
        GET          ~/task/report/candidate-group-count
        GET          ~/task/{id}/identity-links
        POST         ~/group
        GET          ~/user
        POST         ~/variable-instance
        POST         ~/variable-instance/count
        """));

    OPEN.put(Hand.ADMIN, Door.all("""
        GET          admin/plugin/{plugin}/static/app/{file}
        GET          admin/plugin/{plugin}/default/metrics/{kind}
        OPTIONS      ~/authorization
        GET          ~/authorization
        GET          ~/authorization/check
        GET          ~/authorization/count
        GET,PUT,DELETE ~/authorization/{id}
        POST         ~/authorization/create                       needs:type
        OPTIONS      ~/group
        GET          ~/group
        GET          ~/group/count
        GET,PUT,DELETE ~/group/{group}
        POST         ~/group/create                               needs:id
        PUT,DELETE   ~/group/{group}/members/{user}               needs:-
        OPTIONS      ~/tenant
        GET          ~/tenant
        GET          ~/tenant/count
        OPTIONS      ~/user
        GET          ~/user/count
        GET,PUT      ~/user/{user}/profile                        needs:id
        PUT          ~/user/{user}/credentials                    CREDENTIALS
        POST         ~/user/{user}/unlock                         needs:-
        DELETE       ~/user/{user}                                LEAVING
        POST         ~/user/create                                needs:profile,credentials
        GET          ~/metrics/{name}/sum
        GET          ~/version
        PUT          ~/job/{id}/retries                           needs:retries
        PUT          ~/job/{id}/suspended
        PUT          ~/job-definition/{id}/retries                needs:retries
        PUT          ~/job-definition/{id}/suspended
        """));
  }

  /** An open door and the ids in the path. */
  record Found(Hand hand, Door door, Map<String, String> ids) {}

  private Doors() {}

  /** A door that is open for one of the given hands; a wider hand counts before a narrower one. */
  static Optional<Found> find(Set<Hand> hands, String method, List<String> path) {
    for (Hand hand : List.of(Hand.ADMIN, Hand.SUPERVISOR, Hand.OFFICER, Hand.ANYBODY)) {
      if (hands.contains(hand)) {
        for (Door door : OPEN.get(hand)) {
          Optional<Map<String, String>> ids = door.ids(method, path);
          if (ids.isPresent()) {
            return Optional.of(new Found(hand, door, ids.get()));
          }
        }
      }
    }
    return Optional.empty();
  }
}
