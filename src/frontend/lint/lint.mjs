// What bpmnlint's recommended rules find in diagrams: paths come in, one a line, and one JSON object goes out,
// {path: ["rule id", ...]}. The server has the same rules in Java; a test holds the two against one another.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {BpmnModdle} from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const Linter = require('bpmnlint/lib/linter');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const RECOMMENDED = {extends: 'bpmnlint:recommended'};
const paths = readFileSync(0, 'utf8').split('\n').filter(path => path);
const found = {};
for (const path of paths) {
  const {rootElement} = await new BpmnModdle().fromXML(readFileSync(path, 'utf8'));
  // one for each: some rules remember the flows of the diagrams before
  const results = await linter().lint(rootElement);
  found[path] = Object.entries(results)
    .flatMap(([rule, reports]) => reports.map(({id, category}) => `${category} ${rule} ${id}`))
    .sort();
}
process.stdout.write(JSON.stringify({rules: await linter().resolveConfiguredRules(RECOMMENDED), found}));

function linter() {
  return new Linter({resolver: new NodeResolver(), config: RECOMMENDED});
}
