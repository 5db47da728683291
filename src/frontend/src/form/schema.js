// What has to be done to a .form file before the viewer draws it.
import {getPath, withPath} from '../lib/paths.js';

/**
 * What a .form says beyond form-js' own vocabulary. Camunda Modeler keeps it in `properties`, as text.
 *
 * @returns the value, undefined where nothing is said; "true" and "false" as booleans
 */
export function property(component, name) {
  const value = component.properties?.[name];
  return value === 'true' ? true : value === 'false' ? false : value === '' ? undefined : value;
}

/** The words above a field; of dates form-js keeps them elsewhere. */
export const labelOf = component => component.dateLabel ?? component.label ?? '';

/** All components of a schema, parents before children. */
export function* components(schema) {
  for (const component of schema.components ?? []) {
    yield component;
    yield* components(component);
  }
}

const isReference = component => component.type === 'select' && Boolean(property(component, 'source'));

/** Names of the reference lists that a form's selects want. */
export function sourcesOf(schema) {
  return [...new Set([...components(schema)].filter(isReference).map(component => property(component, 'source')))];
}

/**
 * A copy of the schema ready to be drawn: labels in the reader's language, selects with the options of
 * their reference list, buttons left out (outcomes are the frame's).
 *
 * @param options reference lists by name, each [{value, label}]
 */
export function prepareSchema(schema, {lang = 'vi', options = {}} = {}) {
  const prepare = component => {
    const copy = {...component};
    const english = lang === 'en' && property(component, 'en');
    if (english) {
      copy[component.type === 'text' ? 'text' : 'dateLabel' in component ? 'dateLabel' : 'label'] = english;
    }
    const englishHint = lang === 'en' && property(component, 'enHint');
    if (englishHint) {
      copy.description = englishHint;
    }
    const englishPattern = lang === 'en' && property(component, 'enPattern');
    if (englishPattern) {
      copy.validate = {...component.validate, patternErrorMessage: englishPattern};
    }
    if (isReference(component)) {
      copy.values = options[property(component, 'source')] ?? [];
      delete copy.valuesKey;
      delete copy.valuesExpression;
    } else if (Array.isArray(component.values)) {
      copy.values = component.values.map(option =>
        lang === 'en' && option.en ? {...option, label: option.en} : option
      );
    }
    if (component.components) {
      copy.components = component.components.filter(child => child.type !== 'button').map(prepare);
    }
    return copy;
  };
  return prepare(schema);
}

/** Data in which dates that are mostly today's are today's, as the server knows it; nothing given is changed. */
export function withToday(schema, data, base = []) {
  if (!data?.today) {
    return data;
  }
  let filled = data;
  for (const component of schema.components ?? []) {
    const path = component.path ? [...base, ...component.path.split('.')] : base;
    if (component.type === 'group') {
      filled = withToday(component, filled, path);
    } else if (component.type === 'datetime' && property(component, 'today') === true) {
      const at = [...base, component.key];
      filled = getPath(filled, at) ? filled : withPath(filled, at, data.today);
    }
  }
  return filled;
}

/** Paths of groups that a look-up fills, with the kind of the look-up. */
export function lookupGroups(schema, base = []) {
  const found = [];
  for (const component of schema.components ?? []) {
    const path = component.path ? [...base, ...component.path.split('.')] : base;
    const kind = property(component, 'lookup');
    if (kind) {
      found.push({path, kind});
    }
    // rows of lists have no fixed path; their look-ups keep the key inside the row by themselves
    if (component.type === 'group') {
      found.push(...lookupGroups(component, path));
    }
  }
  return found;
}
