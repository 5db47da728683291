// One .form of a step, drawn by the form-js viewer in our words and with our fields.
import {Form} from '@bpmn-io/form-js-viewer';
import {formJsTexts} from '../lib/texts.js';
import {getPath, joinPath, parsePath, withPath} from '../lib/paths.js';
import {checkField} from './checks.js';
import {DateField, GroupField, ListField, NumberField, SelectField} from './fields.jsx';
import {labelOf, prepareSchema, sourcesOf, withToday} from './schema.js';

const isEmpty = value =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

function registerFields(formFields) {
  formFields.register('datetime', DateField);
  formFields.register('number', NumberField);
  formFields.register('select', SelectField);
  formFields.register('group', GroupField);
  formFields.register('dynamiclist', ListField);
}
registerFields.$inject = ['formFields'];

/**
 * Takes the place of form-js' validator. It stays silent about a field while it is typed in for the first
 * time, and about what is missing until the form is sent; an error once shown goes as soon as it is put right.
 */
class QuietValidator {
  constructor(form, formFieldRegistry, eventBus, frame) {
    this.form = form;
    this.fields = formFieldRegistry;
    this.t = frame.t;
    this.strict = false;
    this.typing = null;
    eventBus.on('formField.focus', ({formField}) => {
      this.typing = formField.id;
    });
    eventBus.on('formField.blur', ({formField}) => {
      this.typing = null;
      this.recheck(formField.id);
    });
  }

  validateField(field, value) {
    return checkField(field, value, {}, this.t);
  }

  validateFieldInstance(instance, value) {
    const field = this.fields.get(instance.id);
    if (!field) {
      return [];
    }
    const siblings = getPath(this.form._getState().data, instance.valuePath.slice(0, -1));
    const found = checkField(field, value, siblings, this.t);
    if (this.strict || this.hasError(instance)) {
      return found;
    }
    return this.typing === instance.id || isEmpty(value) ? [] : found;
  }

  hasError(instance) {
    const errors = getPath(this.form._getState().errors, errorPath(instance));
    return Array.isArray(errors) && errors.length > 0;
  }

  recheck(id) {
    const registry = this.form.get('formFieldInstanceRegistry');
    let {errors} = this.form._getState();
    for (const instance of registry.getAllKeyed().filter(candidate => candidate.id === id)) {
      const value = getPath(this.form._getState().data, instance.valuePath);
      const kept = getPath(errors, errorPath(instance)) ?? [];
      // a message of the server stays until the field is changed
      if (!kept.length) {
        errors = withPath(errors, errorPath(instance), this.validateFieldInstance(instance, value));
      }
    }
    this.form._setState({errors});
  }
}
QuietValidator.$inject = ['form', 'formFieldRegistry', 'eventBus', 'frame'];

const errorPath = ({id, indexes}) => [id, ...Object.values(indexes ?? {})];

/** Puts a registry record into the group at `path`; null takes the link away and leaves what was filled. */
function fillGroup(form, path, record) {
  let {data} = form._getState();
  data = withPath(data, [...path, 'recordId'], record?.id ?? null);
  data = withPath(data, [...path, 'recordTitle'], record?.title ?? null);
  const filled = [];
  for (const [key, value] of Object.entries(record?.values ?? {})) {
    if (key === 'recordId') {
      continue;
    }
    for (const [leaf, leafValue] of leaves(value, parsePath(key))) {
      filled.push(joinPath([...path, ...leaf]));
      data = withPath(data, [...path, ...leaf], leafValue);
    }
  }
  let {errors} = form._getState();
  for (const instance of form.get('formFieldInstanceRegistry').getAllKeyed()) {
    if (filled.includes(joinPath(instance.valuePath))) {
      errors = withPath(errors, errorPath(instance), []);
    }
  }
  form._setState({data, errors});
}

function* leaves(value, path) {
  if (value && typeof value === 'object' && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) {
      yield* leaves(inner, [...path, key]);
    }
  } else {
    yield [path, value];
  }
}

/** What was typed and taken away again is as if it had never been there. */
function withoutBlanks(value) {
  if (Array.isArray(value)) {
    return value.map(withoutBlanks);
  }
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutBlanks(inner)]));
  }
  return typeof value === 'string' && value.trim() === '' ? null : value;
}

/** The keys that a look-up leaves beside the fields travel with them. */
function withRecordIds(submitted, state) {
  if (Array.isArray(submitted)) {
    return submitted.map((row, index) => withRecordIds(row, state?.[index]));
  }
  if (!submitted || typeof submitted !== 'object') {
    return submitted;
  }
  const copy = Object.fromEntries(
    Object.entries(submitted).map(([key, value]) => [key, withRecordIds(value, state?.[key])])
  );
  if (state?.recordId && !('recordId' in copy)) {
    copy.recordId = state.recordId;
  }
  return copy;
}

/**
 * Draws a form.
 *
 * @param container where
 * @param schema    the .form file
 * @param data      initial data
 * @param readOnly  true shows it only
 * @param t         texts
 * @param api       {options(source), lookup(kind, query)}
 * @param onChange  called with nothing after each change by hand
 * @returns {data(), draft(), check(), open(problems), showProblems(problems), destroy()}
 */
export async function openStepForm({container, schema, data, readOnly = false, t, api, onChange}) {
  const lists = await Promise.all(sourcesOf(schema).map(async source => [source, await api.options(source)]));
  const frame = {t, search: api.lookup, fill: fillGroup};
  const form = new Form({
    container,
    // every key stroke reaches the data at once: a click on an outcome never misses the last letters
    debounce: false,
    additionalModules: [
      {
        __init__: ['frameFields', 'validator'],
        frame: ['value', frame],
        translate: ['value', formJsTexts(t.lang)],
        validator: ['type', QuietValidator],
        frameFields: ['factory', registerFields]
      }
    ],
    properties: {readOnly, ariaLabel: t('section.form')}
  });
  const prepared = prepareSchema(schema, {lang: t.lang, options: Object.fromEntries(lists)});
  await form.importSchema(prepared, withToday(prepared, data ?? {}));
  container.querySelector('form')?.setAttribute('autocomplete', 'off');
  container.querySelector('.fjs-powered-by')?.classList.add('ta-powered-by');

  // the one label that form-js does not have translated
  const nameRemovals = () =>
    container.querySelectorAll('button[aria-label^="Remove list item"]').forEach(button => {
      button.setAttribute('aria-label', t('list.remove', button.getAttribute('aria-label').replace(/\D/g, '')));
    });
  const rows = new MutationObserver(nameRemovals);
  rows.observe(container, {childList: true, subtree: true, attributeFilter: ['aria-label']});
  nameRemovals();

  /** Lists with a message of their own as they were when it was shown: it goes with the first change inside. */
  let faultyLists = [];
  const valueOf = instance => JSON.stringify(getPath(form._getState().data, instance.valuePath) ?? null);
  const forgetChangedLists = () => {
    const changed = faultyLists.filter(({instance, value}) => valueOf(instance) !== value);
    if (changed.length) {
      faultyLists = faultyLists.filter(each => !changed.includes(each));
      const errors = changed.reduce(
        (left, {instance}) => withPath(left, errorPath(instance), []),
        form._getState().errors
      );
      form._setState({errors});
    }
  };

  let quiet = true;
  form.on('changed', () => {
    forgetChangedLists();
    if (!quiet) {
      onChange?.();
    }
  });
  queueMicrotask(() => {
    quiet = false;
  });

  const instances = () => form.get('formFieldInstanceRegistry').getAllKeyed();
  const listInstances = () =>
    form
      .get('formFieldInstanceRegistry')
      .getAll()
      .filter(({id}) => form.get('formFieldRegistry').get(id)?.type === 'dynamiclist');
  const domIdOf = instance =>
    ['fjs-form', form._id, instance.id].join('-') +
    Object.values(instance.indexes ?? {})
      .map(index => `_${index}`)
      .join('');

  /** The field that a path of the server means; a step's own data may come with the step's id before it. */
  const instanceOf = path => {
    const parts = parsePath(path);
    for (const wanted of [joinPath(parts), joinPath(parts.slice(1))]) {
      const found = wanted && [...instances(), ...listInstances()].find(({valuePath}) => joinPath(valuePath) === wanted);
      if (found) {
        return found;
      }
    }
    return null;
  };

  /** "Liệt sĩ – Họ tên", "Thân nhân 2 – Họ tên": names repeat from group to group. */
  const titleOf = instance => {
    const registry = form.get('formFieldRegistry');
    const field = registry.get(instance.id);
    let parent = registry.get(field._parent);
    while (parent && parent.type !== 'default' && !parent.label) {
      parent = registry.get(parent._parent);
    }
    const row = Object.values(instance.indexes ?? {})
      .map(index => index + 1)
      .join('.');
    const group = parent && parent.type !== 'default' ? parent.label : '';
    return [[group, row].filter(Boolean).join(' '), labelOf(field)].filter(Boolean).join(' – ');
  };

  return {
    data() {
      return withoutBlanks(withRecordIds(form._getSubmitData(), form._getState().data));
    },
    draft() {
      return form._getState().data;
    },
    /** Checks everything; returns [{field, message, label, id}], empty when all is well. */
    check() {
      const validator = form.get('validator');
      validator.strict = true;
      try {
        form.validate();
      } finally {
        validator.strict = false;
      }
      const {errors} = form._getState();
      return instances().flatMap(instance => {
        const found = getPath(errors, errorPath(instance)) ?? [];
        return (Array.isArray(found) ? found : [])
          .slice(0, 1)
          .map(message => ({
            field: joinPath(instance.valuePath),
            message,
            label: titleOf(instance),
            id: domIdOf(instance)
          }));
      });
    },
    /** Those of the problems, as check() or showProblems() told them, that are not put right yet. */
    open(problems) {
      const {errors} = form._getState();
      const faulty = new Set(
        [...instances(), ...listInstances()]
          .filter(instance => getPath(errors, errorPath(instance))?.length)
          .map(domIdOf)
      );
      return problems.filter(problem => !problem.id || faulty.has(problem.id));
    },
    /** Puts the server's messages beside their fields; returns those that have none here. */
    showProblems(problems) {
      let errors = {};
      const shown = [];
      const rest = [];
      for (const problem of problems) {
        const instance = instanceOf(problem.field);
        if (instance) {
          const before = getPath(errors, errorPath(instance)) ?? [];
          errors = withPath(errors, errorPath(instance), [...before, problem.message]);
          shown.push({...problem, label: titleOf(instance), id: domIdOf(instance)});
        } else {
          rest.push(problem);
        }
      }
      faultyLists = listInstances()
        .filter(instance => getPath(errors, errorPath(instance))?.length)
        .map(instance => ({instance, value: valueOf(instance)}));
      form._setState({errors});
      return {shown, rest};
    },
    destroy() {
      rows.disconnect();
      form.destroy();
    }
  };
}
