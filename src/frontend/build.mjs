// Builds the browser side into <outDir>: scripts and styles to static/assets/, fonts for printed
// documents to fonts/. Called by Maven on every build, so it does as little as it can: packages are
// installed again only when the lock file changed, bundles are made again only when an input changed.
import {createHash} from 'node:crypto';
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const NODE_NEEDED = [18, 17];
const NPM_NEEDED = 9;

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor < NODE_NEEDED[1])) {
  fail(
    `Node.js ${NODE_NEEDED.join('.')} or newer is needed to build the browser side, found ${process.versions.node}.` +
      ' Install a newer Node.js, or build the server alone with -Dfrontend.skip=true.'
  );
}
const outDir = process.argv[2] ? resolve(process.argv[2]) : fail('Usage: node build.mjs <outDir>');

install();
const inputs = hashOf([join(here, 'src'), join(here, 'package-lock.json'), join(here, 'build.mjs')]);
// beside the folder, not in it: the folder goes into the jar as it is
const stamp = `${outDir}.stamp`;
if (read(stamp) === inputs && existsSync(join(outDir, 'static/assets/frame.js'))) {
  process.exit(0);
}
await bundle().catch(failure => fail(`The browser side could not be bundled: ${failure.message}`));
fonts();
writeFileSync(stamp, inputs);

/** Installs the packages of the lock file, unless the installed ones already came from it. */
function install() {
  const lock = hashOf([join(here, 'package-lock.json')]);
  const installed = join(here, 'node_modules', '.tri-an-lock');
  if (read(installed) === lock) {
    return;
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = {cwd: here, encoding: 'utf8', shell: process.platform === 'win32'};
  const version = spawnSync(npm, ['--version'], options);
  if (version.error || version.status !== 0) {
    fail('npm is needed to build the browser side and was not found on the path.');
  }
  if (Number(version.stdout.trim().split('.')[0]) < NPM_NEEDED) {
    fail(`npm ${NPM_NEEDED} or newer is needed to build the browser side, found ${version.stdout.trim()}.`);
  }
  console.log('Installing the packages of the browser side ...');
  // scripts of packages are not run: nothing here needs them, and they run with the builder's rights
  const ci = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    ...options,
    stdio: ['ignore', 'inherit', 'inherit']
  });
  if (ci.status !== 0) {
    fail(
      'npm could not install the packages of src/frontend/package-lock.json, see above.' +
        ' Check the network or the registry setting of npm.'
    );
  }
  writeFileSync(installed, lock);
}

async function bundle() {
  const {build} = await import('esbuild');
  const assets = join(outDir, 'static/assets');
  rmSync(assets, {recursive: true, force: true});
  mkdirSync(assets, {recursive: true});
  const src = join(here, 'src');
  const {metafile} = await build({
    metafile: true,
    entryPoints: [
      {in: join(src, 'frame/index.jsx'), out: 'frame'},
      {in: join(src, 'tasklist/tasklist.js'), out: 'tasklist'},
      {in: join(src, 'tasklist/home.js'), out: 'home'},
      {in: join(src, 'tasklist/settings.js'), out: 'settings'},
      {in: join(src, 'pages/case.js'), out: 'case'},
      {in: join(src, 'pages/formview.js'), out: 'formview'},
      {in: join(src, 'pages/app.js'), out: 'app'},
      {in: join(src, 'styles/frame.css'), out: 'frame'},
      {in: join(src, 'styles/app.css'), out: 'app'},
      {in: join(src, 'styles/camunda.css'), out: 'camunda'},
      {in: join(src, 'styles/case.css'), out: 'case'}
    ],
    assetNames: 'files/[name]',
    chunkNames: 'chunks/[name]-[hash]',
    outdir: assets,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    minify: true,
    legalComments: 'linked',
    sourcemap: false,
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: {'.woff2': 'file', '.svg': 'file'},
    logLevel: 'warning'
  });
  writeFileSync(join(assets, 'THIRD-PARTY.txt'), licenses(Object.keys(metafile.inputs)));
}

/** The licences of what was bundled, which ask to travel with it. */
function licenses(bundled) {
  const packages = new Set(bundled.map(path => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean));
  return [...packages]
    .sort()
    .map(name => {
      const folder = join(here, 'node_modules', name);
      const {version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find(entry => /^(licen[cs]e|copying)/i.test(entry));
      const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `${license}`;
      return `${name} ${version}\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** Tinos, the free twin of Times New Roman, for the PDF renderer: read from the class path. */
function fonts() {
  const from = join(here, 'node_modules/@expo-google-fonts/tinos');
  const to = join(outDir, 'fonts');
  mkdirSync(to, {recursive: true});
  for (const [source, target] of [
    ['400Regular/Tinos_400Regular.ttf', 'Tinos-Regular.ttf'],
    ['700Bold/Tinos_700Bold.ttf', 'Tinos-Bold.ttf'],
    ['400Regular_Italic/Tinos_400Regular_Italic.ttf', 'Tinos-Italic.ttf'],
    ['700Bold_Italic/Tinos_700Bold_Italic.ttf', 'Tinos-BoldItalic.ttf'],
    ['LICENSE_FONT', 'Tinos-LICENSE.txt']
  ]) {
    cpSync(join(from, source), join(to, target));
  }
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const add = path => {
    if (statSync(path).isDirectory()) {
      readdirSync(path)
        .sort()
        .forEach(name => add(join(path, name)));
    } else {
      hash.update(path.slice(here.length)).update('\0').update(readFileSync(path)).update('\0');
    }
  };
  paths.forEach(add);
  return hash.digest('hex');
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
