// What an outcome asks for, without its looks.

const isMissing = paper => paper.required && !paper.received && !paper.files.length;

/** What a panel begins with; papers that are missing are already ticked. */
export function emptyAnswers(outcome, papers) {
  return {
    reasonCode: outcome.reasons?.length === 1 ? outcome.reasons[0].code : '',
    reason: '',
    kinds: papers.map(paper => ({kind: paper.kind, text: paper.name, chosen: isMissing(paper)})),
    lines: papers.some(isMissing) ? [] : [''],
    bodyKind: outcome.bodyKind ?? '',
    bodyName: ''
  };
}

/** Messages by field, empty when everything that the outcome needs is there. */
export function checkAnswers(outcome, answers, t) {
  const needs = new Set(outcome.needs ?? []);
  const found = {};
  if (needs.has('reasonCode') && !answers.reasonCode) {
    found.reasonCode = t('check.reasonCode');
  }
  if (needs.has('reason') && !answers.reason.trim()) {
    found.reason = t('check.reason');
  }
  if (needs.has('items') && !itemsOf(answers).length) {
    found.items = t('check.items');
  }
  if (needs.has('body') && !answers.bodyKind) {
    found['body.kind'] = t('check.bodyKind');
  }
  if (needs.has('body') && !answers.bodyName.trim()) {
    found['body.name'] = t('check.body');
  }
  return found;
}

/** What is left of messages after the answers changed; none comes up before the next try. */
export function stillWrong(messages, outcome, answers, t) {
  const found = checkAnswers(outcome, answers, t);
  return Object.fromEntries(Object.entries(messages).filter(([field]) => field in found));
}

function itemsOf(answers) {
  return [
    ...answers.kinds.filter(item => item.chosen).map(({kind, text}) => ({kind, text})),
    ...answers.lines.filter(line => line.trim()).map(line => ({kind: null, text: line.trim()}))
  ];
}

/** The part of the request body that answers what the outcome needs. */
export function toBody(outcome, answers) {
  const needs = new Set(outcome.needs ?? []);
  return {
    ...(needs.has('reasonCode') ? {reasonCode: answers.reasonCode} : {}),
    ...(needs.has('reason') || needs.has('reasonCode') ? {reason: answers.reason.trim() || null} : {}),
    ...(needs.has('items') ? {items: itemsOf(answers)} : {}),
    ...(needs.has('body') ? {body: {kind: answers.bodyKind, name: answers.bodyName.trim()}} : {})
  };
}
