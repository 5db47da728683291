// Fields drawn differently from form-js' own: dates as people here write them, money with dots,
// native selects, groups that a look-up fills.
import {
  Description,
  DynamicList as PlainList,
  Errors,
  FormContext,
  Group as PlainGroup,
  Label,
  Select as PlainSelect,
  Datetime as PlainDatetime,
  Numberfield as PlainNumber
} from '@bpmn-io/form-js-viewer';
import {useContext, useEffect, useRef, useState} from 'preact/hooks';
import {readDate, showDate, today} from '../lib/dates.js';
import {caretAfter, groupDigits, readMoney} from '../lib/money.js';
import {matching} from '../lib/fold.js';
import {getPath} from '../lib/paths.js';
import {labelOf, property} from './schema.js';

const useFrame = () => useContext(FormContext).getService('frame');

function Shell({type, id, props, children, className = ''}) {
  const {errors = [], disabled, readonly, field} = props;
  const state = [errors.length && 'fjs-has-errors', disabled && 'fjs-disabled', readonly && 'fjs-readonly', className];
  return (
    <div class={['fjs-form-field', `fjs-form-field-${type}`, ...state].filter(Boolean).join(' ')}>
      <Label htmlFor={id} label={labelOf(field)} required={field.validate?.required} />
      {children}
      <Description id={`${id}-description`} description={field.description} />
      <Errors id={`${id}-error-message`} errors={errors} />
    </div>
  );
}

const aria = (id, {errors = [], field}) => ({
  id,
  'aria-describedby': `${id}-description ${id}-error-message`,
  'aria-invalid': errors.length > 0,
  'aria-required': Boolean(field.validate?.required)
});

/**
 * Date typed as dd/MM/yyyy, or picked from the browser's calendar; where the .form says
 * `precision: dateOrYear` a year alone will do. The value is ISO, or what was typed while it is no date.
 */
export function DateField(props) {
  const {value, domId, field, readonly, disabled, onChange, onBlur, onFocus} = props;
  const {t} = useFrame();
  const yearAlone = property(field, 'precision') === 'dateOrYear';
  const [text, setText] = useState(showDate(value));
  const sent = useRef(value);
  const picker = useRef();
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(showDate(value));
    }
  }, [value]);
  const send = next => {
    sent.current = next;
    onChange({value: next});
  };
  const typed = event => {
    const next = event.target.value;
    setText(next);
    const date = readDate(next, {yearAlone});
    send(date === '' ? null : (date ?? next));
  };
  const leave = () => {
    const date = readDate(text, {yearAlone});
    if (date) {
      setText(showDate(date));
    }
    onBlur?.();
  };
  const picked = event => {
    if (event.target.value) {
      setText(showDate(event.target.value));
      send(event.target.value);
    }
  };
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(value ?? '');
  return (
    <Shell type="datetime" id={domId} props={props}>
      <div class="ta-date">
        <input
          {...aria(domId, props)}
          class="fjs-input"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder={t(yearAlone ? 'date.orYear' : 'date.placeholder')}
          value={text}
          readOnly={readonly}
          disabled={disabled}
          onInput={typed}
          onBlur={leave}
          onFocus={() => onFocus?.()}
        />
        {!readonly && !disabled && (
          <>
            <button
              type="button"
              class="ta-date-button"
              aria-label={t('date.pick')}
              title={t('date.pick')}
              onClick={() => picker.current?.showPicker?.()}
            >
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path fill="none" stroke="currentColor" stroke-width="1.4" d="M2 4h12v10H2zM2 7h12M5 2v3M11 2v3" />
              </svg>
            </button>
            <input
              ref={picker}
              class="ta-date-native"
              type="date"
              tabIndex={-1}
              aria-hidden="true"
              value={isDate ? value : ''}
              max={property(field, 'check') === 'pastDate' ? today() : undefined}
              onChange={picked}
            />
          </>
        )}
      </div>
    </Shell>
  );
}

DateField.config = {
  ...PlainDatetime.config,
  type: 'datetime',
  keyed: true,
  emptyValue: null,
  sanitizeValue: ({value}) => (typeof value === 'string' && value !== '' ? value : null)
};

/** A number; with the property `money` its thousands are grouped while it is typed. */
export function NumberField(props) {
  const {value, domId, field, readonly, disabled, onChange, onBlur, onFocus} = props;
  const money = property(field, 'money') === true;
  const show = number =>
    money ? groupDigits(number) : number === null || number === undefined ? '' : String(number).replace('.', ',');
  const [text, setText] = useState(show(value));
  const sent = useRef(value);
  const input = useRef();
  const caret = useRef(null);
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(show(value));
    }
  }, [value]);
  useEffect(() => {
    if (caret.current !== null && input.current === document.activeElement) {
      input.current.setSelectionRange(caret.current, caret.current);
    }
    caret.current = null;
  }, [text]);
  const send = next => {
    sent.current = next;
    onChange({value: next});
  };
  const typed = event => {
    const raw = event.target.value;
    if (money) {
      const amount = readMoney(raw);
      const grouped = groupDigits(amount);
      const digits = raw.slice(0, event.target.selectionStart).replace(/\D/g, '').length;
      caret.current = caretAfter(grouped, digits);
      // the same text again (a letter was typed) draws nothing, so the box is put right by hand
      event.target.value = grouped;
      event.target.setSelectionRange(caret.current, caret.current);
      setText(grouped);
      send(amount);
      return;
    }
    setText(raw);
    const plain = raw.trim().replace(',', '.');
    send(plain === '' ? null : Number.isNaN(Number(plain)) ? raw : Number(plain));
  };
  const suffix = money ? 'đ' : field.appearance?.suffixAdorner;
  return (
    <Shell type="number" id={domId} props={props} className={money ? 'ta-money' : ''}>
      <div class={suffix ? 'ta-affix' : undefined}>
        <input
          {...aria(domId, props)}
          ref={input}
          class="fjs-input"
          type="text"
          autoComplete="off"
          inputMode={field.decimalDigits ? 'decimal' : 'numeric'}
          value={text}
          readOnly={readonly}
          disabled={disabled}
          onInput={typed}
          onBlur={() => onBlur?.()}
          onFocus={() => onFocus?.()}
        />
        {suffix && (
          <span class="ta-affix-text" aria-hidden="true">
            {suffix}
          </span>
        )}
      </div>
    </Shell>
  );
}

NumberField.config = {
  ...PlainNumber.config,
  type: 'number',
  keyed: true,
  emptyValue: null,
  sanitizeValue: ({value}) => {
    const number = typeof value === 'string' ? Number(value) : value;
    return typeof number === 'number' && !Number.isNaN(number) && value !== '' ? number : null;
  }
};

/** From here on a list is searched, not scrolled; a native select takes no Vietnamese typing. */
const LONG_LIST = 12;

/** The browser's own select for short lists, a box to search in for long ones. */
export function SelectField(props) {
  const {value, domId, field, readonly, disabled, onChange, onBlur, onFocus} = props;
  const {t} = useFrame();
  const form = useContext(FormContext).getService('form');
  const options = field.values ?? getPath(form._getState().initialData, field.valuesKey) ?? [];
  const known = options.some(option => String(option.value) === String(value ?? ''));
  if (readonly) {
    const label = options.find(option => String(option.value) === String(value))?.label ?? value ?? '';
    return (
      <Shell type="select" id={domId} props={props}>
        <input {...aria(domId, props)} class="fjs-input" type="text" readOnly value={label} />
      </Shell>
    );
  }
  if (options.length > LONG_LIST) {
    return (
      <Shell type="select" id={domId} props={props}>
        <Combo {...{domId, props, options, value, disabled, onChange, onBlur, onFocus, t}} />
        <WholeLabel id={domId} label={options.find(option => String(option.value) === String(value ?? ''))?.label} />
      </Shell>
    );
  }
  return (
    <Shell type="select" id={domId} props={props}>
      <select
        {...aria(domId, props)}
        class="fjs-input ta-select"
        disabled={disabled}
        value={value ?? ''}
        onFocus={() => onFocus?.()}
        onBlur={() => onBlur?.()}
        onChange={event =>
          onChange({
            value:
              options.find(option => String(option.value) === event.target.value)?.value ?? (event.target.value || null)
          })
        }
      >
        <option value="">{t('select.empty')}</option>
        {!known && value !== null && value !== undefined && value !== '' && (
          <option value={value}>{String(value)}</option>
        )}
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <WholeLabel id={domId} label={options.find(option => String(option.value) === String(value ?? ''))?.label} />
    </Shell>
  );
}

SelectField.config = {
  ...PlainSelect.config,
  type: 'select',
  keyed: true,
  emptyValue: null,
  sanitizeValue: ({value}) => (['string', 'number', 'boolean'].includes(typeof value) ? value : null)
};

/** What was chosen, in full, where the box is too narrow for it. */
function WholeLabel({id, label}) {
  const [cut, setCut] = useState(false);
  useEffect(() => {
    const box = document.getElementById(id);
    const look = () => setCut(Boolean(label) && textWidth(label, box) > box.clientWidth - ARROW_PIXELS);
    look();
    const watch = new ResizeObserver(look);
    watch.observe(box);
    return () => watch.disconnect();
  }, [id, label]);
  return cut ? <p class="ta-note ta-whole">{label}</p> : null;
}

/** Padding and arrow of a select. */
const ARROW_PIXELS = 44;
const pen = document.createElement('canvas').getContext('2d');

function textWidth(text, box) {
  pen.font = getComputedStyle(box).font;
  return pen.measureText(text).width;
}

function Combo({domId, props, options, value, disabled, onChange, onBlur, onFocus, t}) {
  const chosen = options.find(option => String(option.value) === String(value ?? ''));
  const [query, setQuery] = useState(null);
  const [active, setActive] = useState(0);
  const list = useRef();
  const open = query !== null;
  const found = open ? matching(options, query === chosen?.label ? '' : query) : [];
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({block: 'nearest'});
  }, [active, open]);
  const choose = option => {
    setQuery(null);
    onChange({value: option?.value ?? null});
  };
  const show = event => {
    setQuery(chosen?.label ?? '');
    setActive(Math.max(0, options.indexOf(chosen)));
    event.target.select();
    onFocus?.();
  };
  const leave = () => {
    if (query === '' && chosen) {
      onChange({value: null});
    } else if (open && query !== chosen?.label && found.length === 1) {
      onChange({value: found[0].value});
    }
    setQuery(null);
    onBlur?.();
  };
  const keys = event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) {
        setQuery(chosen?.label ?? '');
        return;
      }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(now => Math.max(0, Math.min(found.length - 1, now + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open && found.length) {
        choose(found[Math.min(active, found.length - 1)]);
      }
    } else if (event.key === 'Escape') {
      setQuery(null);
    }
  };
  return (
    <div class="ta-combo">
      <input
        {...aria(domId, props)}
        class="fjs-input ta-select"
        type="text"
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${domId}-list`}
        disabled={disabled}
        aria-activedescendant={open && found.length ? `${domId}-option-${active}` : undefined}
        placeholder={t('select.empty')}
        value={open ? query : (chosen?.label ?? value ?? '')}
        onFocus={show}
        onBlur={leave}
        onKeyDown={keys}
        onClick={event => !open && show(event)}
        onInput={event => {
          setQuery(event.target.value);
          setActive(0);
        }}
      />
      <span class="ta-combo-arrow" aria-hidden="true">
        ▾
      </span>
      {open && (
        <ul class="ta-combo-list" id={`${domId}-list`} role="listbox" aria-label={props.field.label} ref={list}>
          {found.slice(0, 200).map((option, index) => (
            <li
              key={option.value}
              id={`${domId}-option-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={event => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {option.label}
            </li>
          ))}
          {!found.length && (
            <li class="ta-lookup-note" role="presentation">
              {t('select.none')}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

/** A group; with the property `lookup` a search box above it fills its fields from the registry. */
export function GroupField(props) {
  const {field, readonly, disabled, indexes} = props;
  const getService = useContext(FormContext).getService;
  const form = getService('form');
  const {readOnly} = form._getState().properties;
  const kind = property(field, 'lookup');
  if (!kind || readonly || disabled || readOnly) {
    return <PlainGroup {...props} />;
  }
  const path = getService('pathRegistry').getValuePath(field, {indexes});
  return (
    <div class="ta-lookup-group">
      <Lookup kind={kind} path={path} id={`${props.domId}-lookup`} />
      <PlainGroup {...props} />
    </div>
  );
}

GroupField.config = {...PlainGroup.config, pathed: true};

/** A list of rows; what is wrong with it as a whole stands above its rows. */
export function ListField(props) {
  const {errors = [], domId} = props;
  return (
    <div class={errors.length ? 'ta-list-field ta-faulty' : 'ta-list-field'}>
      <Errors id={`${domId}-error-message`} errors={errors} />
      <PlainList {...props} />
    </div>
  );
}

ListField.config = PlainList.config;

function Lookup({kind, path, id}) {
  const getService = useContext(FormContext).getService;
  const form = getService('form');
  const {t, search, fill} = useFrame();
  const [query, setQuery] = useState('');
  const [state, setState] = useState({open: false, items: [], busy: false, message: ''});
  const [active, setActive] = useState(-1);
  const asked = useRef(0);
  const timer = useRef();
  const box = useRef();
  const recordId = getPath(form._getState().data, [...path, 'recordId']);
  const recordTitle = getPath(form._getState().data, [...path, 'recordTitle']);

  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = text => {
    const turn = ++asked.current;
    clearTimeout(timer.current);
    setActive(-1);
    if (text.trim().length < 2) {
      setState({open: text.length > 0, items: [], busy: false, message: t('lookup.more')});
      return;
    }
    setState(before => ({...before, open: true, busy: true, message: t('lookup.searching')}));
    timer.current = setTimeout(async () => {
      try {
        const items = await search(kind, text.trim());
        if (turn === asked.current) {
          const message = items.length ? t('lookup.found', items.length) : t('lookup.none');
          setState({open: true, items, busy: false, message});
        }
      } catch (problem) {
        if (turn === asked.current) {
          setState({open: true, items: [], busy: false, message: problem.sentence?.(t) ?? t('error.network')});
        }
      }
    }, 250);
  };
  const choose = item => {
    asked.current++;
    fill(form, path, item);
    setQuery('');
    setState({open: false, items: [], busy: false, message: t('lookup.filled', item.title)});
  };
  const keys = event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(now => Math.max(0, Math.min(state.items.length - 1, now + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (state.items.length) {
        choose(state.items[Math.max(active, 0)]);
      }
    } else if (event.key === 'Escape' && state.open) {
      event.stopPropagation();
      setState(before => ({...before, open: false}));
    }
  };
  const leave = event => {
    if (!box.current?.contains(event.relatedTarget)) {
      setState(before => ({...before, open: false}));
    }
  };
  const label = t(`lookup.${kind}`);
  return (
    <div class="ta-lookup" ref={box} onFocusOut={leave}>
      <label for={id}>{label}</label>
      <div class="ta-lookup-box">
        <input
          id={id}
          class="fjs-input"
          type="search"
          autoComplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={state.open && state.items.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          value={query}
          onInput={event => {
            setQuery(event.target.value);
            ask(event.target.value);
          }}
          onKeyDown={keys}
        />
        {state.open && (
          <div class="ta-lookup-list">
            <ul id={`${id}-list`} role="listbox" aria-label={label}>
              {state.items.map((item, index) => (
                <li
                  key={item.id}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === active}
                  onMouseDown={event => event.preventDefault()}
                  onClick={() => choose(item)}
                >
                  <strong>{item.title}</strong>
                  {item.subtitle && <span>{item.subtitle}</span>}
                </li>
              ))}
            </ul>
            {(state.busy || !state.items.length) && <p class="ta-lookup-note">{state.message}</p>}
          </div>
        )}
      </div>
      <p class="ta-lookup-state" aria-live="polite">
        {recordId && !state.open && (
          <>
            <span class="ta-badge ta-green">{t('lookup.filled', recordTitle ?? recordId)}</span>
            <button type="button" class="ta-link" onClick={() => fill(form, path, null)}>
              {t('lookup.clear')}
            </button>
          </>
        )}
        <span class="ta-hidden">{state.open ? state.message : ''}</span>
      </p>
    </div>
  );
}
