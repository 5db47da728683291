// Dong are whole numbers; people here group thousands with dots: 1.400.000 đ.

/** Groups the digits of a whole number with dots; '' for nothing. */
export function groupDigits(value) {
  if (value === null || value === undefined || value === '') {
    return '';
  }
  const [whole, fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return fraction ? `${grouped},${fraction}` : grouped;
}

/** Amounts come as numbers, or from the server as they are printed. */
export function showMoney(value) {
  if (typeof value === 'string' && /[^\d]/.test(value)) {
    return value;
  }
  const grouped = groupDigits(value);
  return grouped === '' ? '' : `${grouped} đ`;
}

/** Reads typed money: digits with any dots, commas, spaces or a trailing đ; null for nothing. */
export function readMoney(text) {
  const digits = (text ?? '').replace(/[^\d]/g, '').replace(/^0+(?=\d)/, '');
  return digits === '' || digits.length > 15 ? null : Number(digits);
}

/**
 * Where the caret belongs after regrouping: behind the same number of digits as before.
 *
 * @param digitsBefore how many digits stood left of the caret
 */
export function caretAfter(grouped, digitsBefore) {
  let seen = 0;
  let position = 0;
  while (position < grouped.length && seen < digitsBefore) {
    if (/\d/.test(grouped[position])) {
      seen++;
    }
    position++;
  }
  return position;
}
