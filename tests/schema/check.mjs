// What an editor makes of the schema, tried in yaml-language-server: node check.mjs FOLDER_OF_THE_SERVER
// It accepts every file that the reader accepts, refuses the wrong ones at the line that is wrong, completes names and explains them.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Server } from './server.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const modeline = '# yaml-language-server: $schema=../schema/experiment.schema.json\n';
const read = path => readFileSync(join(root, path), 'utf8');
const files = (folder, ending) => readdirSync(join(root, folder)).filter(name => name.endsWith(ending)).map(name => `${folder}/${name}`);
const cases = path => read(path).split('---\n').map(text => ({ name: `${path}: ${text.split('\n')[0]}`, text: modeline + text }));
const examples = path => [...read(path).matchAll(/```yaml\n(.*?)```/gs)]
  .map(([, text], i) => ({ name: `${path}, example ${i + 1}`, text: modeline + text }))
  .filter(({ text }) => text.includes('\nlayers:'));

// A page of a diagnostic has its right example after its wrong one.
const pages = files('docs/diagnostics', '.md').flatMap(path => examples(path).slice(1));
const gallery = files('experiments', '.yaml').map(name => ({ name, text: read(name) }));
const right = [
  ...gallery,
  ...cases('tests/schema/right.yaml'),
  ...examples('README.md'),
  ...examples('docs/language.md'),
  ...pages,
  ...['tests/Dsl.Tests/Data', 'tests/Cli.Tests/experiments', 'tests/Generator.Tests/Golden']
    .flatMap(folder => files(folder, '.yaml'))
    .filter(name => !name.includes('broken'))
    .map(name => ({ name, text: modeline + read(name) })),
];
const wrong = cases('tests/schema/wrong.yaml');

const failures = [];
const expect = (condition, message) => condition || failures.push(message);
const deadline = setTimeout(() => {
  console.error('yaml-language-server did not answer within a minute');
  process.exit(1);
}, 60_000);
const server = await Server.start(resolve(process.argv[2]), root);
let opened = 0;
const open = async text => {
  const uri = pathToFileURL(join(root, `experiments/case-${opened++}.yaml`)).href;
  return { uri, found: await server.diagnose(uri, text) };
};
const show = found => found.map(({ range, message }) => `  line ${range.start.line + 1}: ${message}`).join('\n');
const linesOf = found => [...new Set(found.map(({ range }) => range.start.line))].sort((a, b) => a - b).join();

for (const { name, text } of gallery) expect(text.startsWith(modeline), `${name} does not start with ${modeline}`);
await Promise.all(right.map(async ({ name, text }) => {
  const { found } = await open(text);
  expect(found.length === 0, `${name} is right, but was refused:\n${show(found)}`);
}));
await Promise.all(wrong.map(async ({ name, text }) => {
  const { found } = await open(text);
  const marked = text.split('\n').flatMap((line, i) => (line.endsWith('# <-') ? [i] : [])).join();
  expect(linesOf(found) === marked, `${name} Not refused, or not where it is wrong:\n${show(found)}`);
  expect(!found.some(({ message }) => message.includes('Matches a schema')), `${name} The message helps nobody:\n${show(found)}`);
}));

// Opens a text in which ‸ stands for the cursor.
const at = async text => {
  const lines = (modeline + text).split('‸')[0].split('\n');
  const { uri } = await open(modeline + text.replace('‸', ''));
  return [uri, { line: lines.length - 1, character: lines.at(-1).length }];
};
const layer = 'input: { batch: 10, features: 4 }\nlayers:\n  - dense: 3\n    ';
const completions = async text => {
  const items = await server.complete(...(await at(text)));
  const undocumented = items.filter(({ documentation }) => !(documentation?.value ?? documentation)).map(({ label }) => label);
  expect(undocumented.length === 0, `Completed without documentation: ${undocumented}`);
  return items.map(({ label }) => label).join(' ');
};
const complete = async (text, labels) => {
  const offered = await completions(text);
  expect(offered === labels, `Expected the completions ${labels}\nat ${text}\nfound ${offered}`);
};
const hover = async (text, ...words) => {
  const shown = await server.hover(...(await at(text)));
  for (const word of words) expect(shown.includes(word), `Expected '${word}' when hovering over ${text}\nfound ${shown}`);
};

await complete(`${layer}init: ones\n    activation: ‸\n`,
  'identity linear sigmoid tanh relu relu6 leaky_relu prelu rrelu elu selu celu exponential gelu gelu_tanh silu swish mish hard_swish hardswish hard_silu softplus squareplus sparse_plus log_sigmoid logsigmoid hard_sigmoid hardsigmoid sparse_sigmoid hard_tanh hardtanh lecun_tanh erf softsign soft_sign tanh_shrink tanhshrink soft_shrink softshrink hard_shrink hardshrink sin');
await complete(`${layer}init: ones\n    ‸\n`, 'name repeat bias activation order');
await complete(`${layer}init: ones\nrng: ‸\n`, 'philox numpy-legacy numpy-pcg64 numpy-philox');
await complete(`${layer}init: ones\nkeep: ‸\n`, 'all last');
await complete(`${layer}init:\n      normal:\n        ‸\n`, 'mean std');
await complete(`${layer}init: ones\n    name: ‸\n`, '');
await hover(`${layer}init: he_no‸rmal\n`, 'Keeps the variance through ReLU layers', 'std = gain * sqrt(2 / fan_in)');
await hover(`${layer}init: kaiming_no‸rmal\n`, 'Keeps the variance through ReLU layers', 'Also `he_normal`');
await hover(`${layer}init: ones\n    rep‸eat: 2\n`, 'How many such layers follow each other.', 'Default: 1.');
await hover(`${layer}in‸it: $init\n`, 'Initialiser of the weights.', 'Required.');
await hover(`${layer}init: { normal: { st‸d: 1 } }\n`, 'Its standard deviation.');

clearTimeout(deadline);
server.stop();
if (failures.length > 0) console.log(failures.join('\n\n'));
console.log(`${right.length} right files, ${wrong.length} wrong ones: ${failures.length} failures`);
process.exitCode = failures.length === 0 ? 0 : 1;
