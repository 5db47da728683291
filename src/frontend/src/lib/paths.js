// Paths into the application data: "martyr.fullName", "relatives[0].fullName", "relatives.0.fullName".

export function parsePath(path) {
  return String(path ?? '')
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(part => part !== '')
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));
}

export function joinPath(parts) {
  return parts.reduce(
    (path, part) => (typeof part === 'number' ? `${path}[${part}]` : path ? `${path}.${part}` : part),
    ''
  );
}

export function getPath(data, path) {
  const parts = Array.isArray(path) ? path : parsePath(path);
  return parts.reduce((value, part) => (value === null || value === undefined ? undefined : value[part]), data);
}

/** Sets a value and returns new objects along the path, so that whoever compares by identity sees it. */
export function withPath(data, path, value) {
  const parts = Array.isArray(path) ? path : parsePath(path);
  if (parts.length === 0) {
    return value;
  }
  const [head, ...tail] = parts;
  if (head === '__proto__' || head === 'constructor' || head === 'prototype') {
    return data;
  }
  const copy = Array.isArray(data) ? [...data] : typeof head === 'number' && !data ? [] : {...data};
  copy[head] = withPath(copy[head], tail, value);
  return copy;
}
