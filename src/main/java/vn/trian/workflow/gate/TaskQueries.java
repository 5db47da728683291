package vn.trian.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;
import vn.trian.security.Actor;
import vn.trian.shared.DomainException;
import vn.trian.shared.DomainException.Kind;

/** Makes the query behind a task list: what was searched for, within the filter's scope and the own groups. */
@Component
class TaskQueries {

  /** What Tasklist's search line and list can ask for. */
  private static final Set<String> ASKED = Set.of("processVariables", "taskVariables", "variableNamesIgnoreCase",
      "variableValuesIgnoreCase", "processInstanceIdIn", "processInstanceBusinessKey",
      "processInstanceBusinessKeyLike", "processDefinitionId", "processDefinitionKey", "processDefinitionName",
      "processDefinitionNameLike", "executionId", "assignee", "assigneeLike", "owner", "taskDefinitionKey",
      "taskDefinitionKeyLike", "name", "nameLike", "description", "descriptionLike", "priority", "minPriority",
      "maxPriority", "dueBefore", "dueAfter", "withoutDueDate", "followUpBefore", "followUpAfter", "createdBefore",
      "createdAfter", "delegationState", "sorting");
  /**
   * Said by Tasklist with every list and without meaning for us; {@code active} would hide the tasks of cases that a
   * head holds back, and people have to see why nothing moves.
   */
  private static final Set<String> SKIPPED = Set.of("firstResult", "maxResults", "caseInstanceVariables",
      "candidateGroup", "tenantIdIn", "withoutTenantId", "active");

  private final FilterService filters;
  private final Clock clock;

  TaskQueries(FilterService filters, Clock clock) {
    this.filters = filters;
    this.clock = clock;
  }

  /**
   * Criteria that are added to a filter.
   *
   * @throws DomainException NOT_FOUND {@code filter-unknown}, INVALID {@code criterion-unknown}
   */
  ObjectNode narrowed(String filterId, JsonNode asked, Actor actor) {
    TaskScope scope = scope(filterId);
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    for (Iterator<Map.Entry<String, JsonNode>> fields = asked.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (ASKED.contains(field.getKey())) {
        query.set(field.getKey(), field.getValue());
      } else if (!SKIPPED.contains(field.getKey())) {
        throw new DomainException(Kind.INVALID, "criterion-unknown", field.getKey());
      }
    }
    Set<String> groups = new TreeSet<>(actor.groups());
    if (asked.hasNonNull("candidateGroup")) {
      groups.retainAll(Set.of(asked.get("candidateGroup").asText()));
    }
    ArrayNode within = query.putArray("candidateGroups");
    groups.forEach(within::add);
    if (within.isEmpty()) {
      // an empty list would mean no restriction
      within.add("-");
    }
    query.put("includeAssignedTasks", true);
    scope.narrow(query, actor.login(), LocalDate.now(clock), clock.getZone());
    sort(query);
    return query;
  }

  /** Earliest limit first, unless another order is wanted; tasks that wait come last. */
  private static void sort(ObjectNode query) {
    JsonNode wanted = query.path("sorting");
    boolean any = !wanted.isArray() || wanted.isEmpty();
    boolean byLimit = any || wanted.size() == 1 && "dueDate".equals(wanted.get(0).path("sortBy").asText())
        && "asc".equals(wanted.get(0).path("sortOrder").asText());
    if (byLimit) {
      ArrayNode sorting = query.putArray("sorting");
      sorting.addObject().put("sortBy", "priority").put("sortOrder", "desc");
      sorting.addObject().put("sortBy", "dueDate").put("sortOrder", "asc");
      sorting.addObject().put("sortBy", "created").put("sortOrder", "asc");
    }
  }

  private TaskScope scope(String filterId) {
    Filter filter = filters.createFilterQuery().filterId(filterId).singleResult();
    if (filter == null) {
      throw new DomainException(Kind.NOT_FOUND, "filter-unknown");
    }
    Object scope = filter.getProperties() == null ? null : filter.getProperties().get(TaskScope.PROPERTY);
    for (TaskScope each : TaskScope.values()) {
      if (each.name().equals(scope)) {
        return each;
      }
    }
    return TaskScope.ALL;
  }
}
