// What has to be done to a .form file before the viewer draws it.

/** All components of a schema, parents before children. */
export function* components(schema) {
  for (const component of schema.components ?? []) {
    yield component;
    yield* components(component);
  }
}

/** Names of the reference lists that a form's selects want. */
export function sourcesOf(schema) {
  return [...new Set([...components(schema)].filter(c => c.type === 'select' && c.source).map(c => c.source))];
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
    if (lang === 'en' && component.en) {
      const key = component.type === 'text' ? 'text' : 'label';
      if (typeof component.en === 'string') {
        copy[key] = component.en;
      } else {
        Object.assign(copy, component.en);
      }
    }
    if (component.type === 'select' && component.source) {
      copy.values = options[component.source] ?? [];
      delete copy.valuesKey;
      delete copy.valuesExpression;
      // the viewer takes `source` for the address of a picture and evaluates it
      copy.reference = component.source;
      delete copy.source;
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

/** Paths of groups that a look-up fills, with the kind of the look-up. */
export function lookupGroups(schema, base = []) {
  const found = [];
  for (const component of schema.components ?? []) {
    const path = component.path ? [...base, ...component.path.split('.')] : base;
    if (component.lookup) {
      found.push({path, kind: component.lookup});
    }
    // rows of lists have no fixed path; their look-ups keep the key inside the row by themselves
    if (component.type === 'group') {
      found.push(...lookupGroups(component, path));
    }
  }
  return found;
}
