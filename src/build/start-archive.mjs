// Makes the archive of classes (CDS) that ./mvnw spring-boot:run starts with: the classes of the libraries as a
// start needs them, read and checked once instead of at every start. Called by Maven on every build; does nothing
// while the libraries and the Java are those of last time. Never fails the build: without an archive, or with one
// that does not fit, the JVM starts as usual, only slower.
//
// An archive fits a class path that begins with the same jars, so the libraries go to the front, by way of one jar
// that names them all. Libraries without classes stay behind our own folder: our pages take the place of theirs.
import {spawn, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync} from 'node:fs';
import {rmSync, statSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {delimiter, dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const MAIN = 'vn.trian.TriAn';
const LONGEST_MS = 180_000;
const [outDir, javaHome, jvmArguments, classPath] = process.argv.slice(2);
const jvmOptions = jvmArguments.split(' ');
const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(outDir);
const archive = join(out, 'start.jsa');
// half an archive would crash the JVM, so it gets its name when it is whole
const unfinished = join(out, 'unfinished.jsa');
const ENDED_AS_ASKED = 143;
const stamp = join(out, 'stamp');

const entries = classPath.split(delimiter);
const folders = entries.filter(entry => !entry.endsWith('.jar'));
const jars = entries.filter(entry => entry.endsWith('.jar'));
const inputs = stampOf([join(javaHome, 'lib/modules'), ...jars], [...jvmOptions, ...folders]);
// nobody can be asked to end in order there, and the archive is written at the end
const impossible = process.platform === 'win32';
if (impossible || existsSync(archive) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) {
  process.exit(0);
}
console.log('Making the archive of classes for the start ...');
rmSync(out, {recursive: true, force: true});
mkdirSync(join(out, 'classes'), {recursive: true});
try {
  const inFront = jars.filter(hasClasses);
  writeJar(inFront);
  await train([...folders, ...jars.filter(jar => !inFront.includes(jar))]);
  writeFileSync(stamp, inputs);
} catch (failure) {
  rmSync(unfinished, {force: true});
  console.warn(`No archive of classes, starts take longer: ${failure.message}`);
}

/** Changes when a file or a word does. */
function stampOf(files, words) {
  const hash = createHash('sha256');
  for (const file of files) {
    const {size, mtimeMs} = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  hash.update(words.join('\n'));
  for (const source of ['start-archive.mjs', 'TrainingStart.java']) {
    hash.update(readFileSync(join(here, source)));
  }
  return hash.digest('hex');
}

/** Names of a jar's files are not compressed. */
function hasClasses(jar) {
  return readFileSync(jar).includes('.class');
}

/** start.jar: the class TrainingStart, and the libraries by names relative to it: the JVM archives no others. */
function writeJar(libraries) {
  const manifest = join(out, 'manifest');
  const names = libraries.map(jar => relative(out, jar).replaceAll('\\', '/'));
  const value = `Class-Path: ${names.join(' ')}`;
  // a line of a manifest has at most 72 bytes; the next goes on after a space
  const lines = [value.slice(0, 70), ...(value.slice(70).match(/.{1,69}/g) ?? []).map(rest => ` ${rest}`)];
  writeFileSync(manifest, `${lines.join('\n')}\n`);
  run('javac', '-d', join(out, 'classes'), join(here, 'TrainingStart.java'));
  run('jar', '--create', '--file', join(out, 'start.jar'), '--manifest', manifest, '-C', join(out, 'classes'), '.');
}

function run(tool, ...args) {
  const result = spawnSync(join(javaHome, 'bin', tool), args, {encoding: 'utf8'});
  if (result.error || result.status !== 0) {
    throw new Error(`${tool}: ${result.error?.message ?? result.stderr}`);
  }
}

/** Starts the application up to its first page, with a database in memory; the archive is written as it ends. */
async function train(outside) {
  const port = await freePort();
  const log = openSync(join(out, 'training.log'), 'w');
  const java = spawn(
    join(javaHome, 'bin', 'java'),
    [
      ...jvmOptions,
      `-XX:ArchiveClassesAtExit=${unfinished}`,
      '-Xlog:cds=error',
      '-cp',
      join(out, 'start.jar'),
      'TrainingStart',
      MAIN,
      ...outside,
      '--',
      `--server.port=${port}`,
      '--server.address=127.0.0.1',
      '--spring.profiles.active=demo',
      '--spring.datasource.username=sa',
      '--spring.datasource.password=',
      '--spring.datasource.url=jdbc:h2:mem:training;DB_CLOSE_ON_EXIT=FALSE;DEFAULT_NULL_ORDERING=HIGH',
      '--trian.demo.cases=0'
    ],
    {cwd: out, stdio: ['ignore', log, log]}
  );
  const ended = once(java, 'exit');
  const timer = setTimeout(() => java.kill('SIGKILL'), LONGEST_MS);
  try {
    while (!(await answers(`http://127.0.0.1:${port}/actuator/health/readiness`))) {
      if (java.exitCode !== null || java.signalCode !== null) {
        throw new Error(`the training start ended early, see ${join(out, 'training.log')}`);
      }
    }
    await answers(`http://127.0.0.1:${port}/login`);
    java.kill('SIGTERM');
    const [code] = await ended;
    if (code !== ENDED_AS_ASKED || !existsSync(unfinished)) {
      throw new Error(`the JVM wrote none, see ${join(out, 'training.log')}`);
    }
    renameSync(unfinished, archive);
  } finally {
    clearTimeout(timer);
    closeSync(log);
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  return port;
}

async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    await new Promise(again => setTimeout(again, 100));
    return false;
  }
}
