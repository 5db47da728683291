/** Lower case without diacritics, so that "dong kinh" finds "Đông Kinh". */
export function fold(text) {
  return String(text ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .trim();
}

/** Options whose label has every word of the query, those that begin with it first. */
export function matching(options, query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) {
    return options;
  }
  const start = words.join(' ');
  return options
    .map(option => ({option, text: fold(option.label)}))
    .filter(({text}) => words.every(word => text.includes(word)))
    .sort((a, b) => Number(b.text.startsWith(start)) - Number(a.text.startsWith(start)))
    .map(({option}) => option);
}
