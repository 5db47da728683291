// Words for what browsers find wrong with a field of our pages, in the language of the page instead of the browser's.

/** What is wrong with a field, '' when nothing is. Blanks alone are no answer. */
export function problemOf(field, t) {
  if (field.required && !field.value.trim()) {
    return t(field.tagName === 'SELECT' ? 'check.requiredChoice' : 'check.required');
  }
  // `title` says the form that `pattern` wants
  return field.validity.patternMismatch ? field.title : '';
}
