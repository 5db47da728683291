// Dates as people here write them (dd/MM/yyyy) and as the server keeps them (ISO 8601).
// Old files often know a year only; such a date is kept as "1948".

const pad = (number, length = 2) => String(number).padStart(length, '0');

function exists(year, month, day) {
  if (year < 1800 || year > 2200) {
    return false;
  }
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** ISO date, or a year alone, as people read it; what is neither is returned as it came. */
export function showDate(iso) {
  if (iso === null || iso === undefined || iso === '') {
    return '';
  }
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : String(iso);
}

/** ISO instant as dd/MM/yyyy HH:mm in the office's time zone. */
export function showInstant(iso) {
  if (!iso || !/T/.test(iso)) {
    return showDate(iso);
  }
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) {
    return String(iso);
  }
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Ho_Chi_Minh',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit'
    })
      .formatToParts(instant)
      .map(part => [part.type, part.value])
  );
  return `${parts.day}/${parts.month}/${parts.year} ${parts.hour}:${parts.minute}`;
}

/**
 * Reads what was typed: 3/2/1975, 03-02-1975, 03.02.1975, 03021975, 1975-02-03 and, where
 * `yearAlone` is allowed, 1975.
 *
 * @returns ISO date, a year, '' for nothing, or null for what is no date
 */
export function readDate(text, {yearAlone = false} = {}) {
  const typed = (text ?? '').trim();
  if (typed === '') {
    return '';
  }
  if (/^\d{4}$/.test(typed)) {
    const year = Number(typed);
    return yearAlone && year >= 1800 && year <= 2200 ? typed : null;
  }
  let match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  let [year, month, day] = match ? [match[1], match[2], match[3]] : [];
  if (!match) {
    match = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
    if (!match) {
      return null;
    }
    [, day, month, year] = match;
  }
  return exists(Number(year), Number(month), Number(day)) ? `${year}-${pad(month)}-${pad(day)}` : null;
}

/** Today in the offices' time zone, ISO. */
export function today(now = new Date()) {
  return new Intl.DateTimeFormat('en-CA', {timeZone: 'Asia/Ho_Chi_Minh'}).format(now);
}

/** True when a date or a year is certainly later than the given day. */
export function isAfter(value, day) {
  if (!value) {
    return false;
  }
  return value.length === 4 ? value > day.slice(0, 4) : value > day;
}
