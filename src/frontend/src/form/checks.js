// What the browser checks while people type. The server checks the same and decides; this only saves a round trip.
import {isAfter, readDate, today} from '../lib/dates.js';
import {groupDigits} from '../lib/money.js';
import {property} from './schema.js';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

const isEmpty = value =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** Rules of the property `check`; each returns a key of texts.js or null. */
const CHECKS = {
  fullName: value => (/\d/.test(value) || value.trim().split(/\s+/).length < 2 ? 'check.fullName' : null),
  idNumber: (value, siblings) => {
    const digits = value.replace(/\s/g, '');
    if (siblings?.idType === 'CMND') {
      return /^(\d{9}|\d{12})$/.test(digits) ? null : 'check.idNumberOld';
    }
    // a passport has letters; only its length is known
    return siblings?.idType === 'PASSPORT' || /^\d{12}$/.test(digits) ? null : 'check.idNumber';
  },
  phone: value => (/^0\d{9,10}$/.test(value.replace(/[\s.]/g, '')) ? null : 'check.phone'),
  email: value => (EMAIL.test(value.trim()) ? null : 'check.email'),
  year: value => (/^\d{4}$/.test(value.trim()) ? null : 'check.year'),
  pastDate: value => (isAfter(value, today()) ? 'check.pastDate' : null)
};

/**
 * Messages about one field's value.
 *
 * @param field    component of the .form file
 * @param value    its value
 * @param siblings the object the value lives in, for checks that look aside
 * @param t        texts
 */
export function checkField(field, value, siblings, t) {
  const validate = field.validate ?? {};
  const unticked = field.type === 'checkbox' && value !== true;
  if (isEmpty(value) || unticked) {
    if (!validate.required) {
      return [];
    }
    return [t(['select', 'radio', 'checklist'].includes(field.type) ? 'check.requiredChoice' : 'check.required')];
  }
  const found = [];
  if (field.type === 'datetime') {
    const yearAlone = property(field, 'precision') === 'dateOrYear';
    if (readDate(String(value), {yearAlone}) !== value) {
      return [t(yearAlone ? 'check.dateOrYear' : 'check.date')];
    }
  }
  if (field.type === 'number') {
    found.push(...checkNumber(field, validate, value, t));
  }
  if (typeof value === 'string') {
    const length = value.trim().length;
    if (isPlain(validate.minLength) && length < Number(validate.minLength)) {
      found.push(t('check.minLength', validate.minLength));
    }
    if (isPlain(validate.maxLength) && length > Number(validate.maxLength)) {
      found.push(t('check.maxLength', validate.maxLength));
    }
    if (validate.pattern && !matches(validate.pattern, value)) {
      found.push(validate.patternErrorMessage || t('check.pattern'));
    }
    if (validate.validationType === 'email' && !EMAIL.test(value.trim())) {
      found.push(t('check.email'));
    }
    if (validate.validationType === 'phone' && CHECKS.phone(value)) {
      found.push(t('check.phone'));
    }
  }
  for (const name of [property(field, 'check')].filter(Boolean)) {
    const key = CHECKS[name]?.(String(value), siblings);
    if (key) {
      found.push(t(key));
    }
  }
  return [...new Set(found)];
}

function checkNumber(field, validate, value, t) {
  const number = Number(value);
  if (Number.isNaN(number)) {
    return [t('check.number')];
  }
  const decimals = (String(value).split('.')[1] ?? '').length;
  const found = [];
  if (property(field, 'money') ? decimals > 0 : field.decimalDigits === 0 && decimals > 0) {
    found.push(t('check.integer'));
  } else if (field.decimalDigits > 0 && decimals > field.decimalDigits) {
    found.push(t('check.decimals', field.decimalDigits));
  }
  if (isPlain(validate.min) && number < Number(validate.min)) {
    found.push(t('check.min', groupDigits(validate.min)));
  }
  if (isPlain(validate.max) && number > Number(validate.max)) {
    found.push(t('check.max', groupDigits(validate.max)));
  }
  return found;
}

/** Limits may be FEEL expressions ("=..."); those are left to the server. */
function isPlain(limit) {
  return limit !== undefined && limit !== null && limit !== '' && !Number.isNaN(Number(limit));
}

function matches(pattern, value) {
  try {
    return new RegExp(pattern).test(value);
  } catch {
    return true;
  }
}
