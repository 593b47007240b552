/** The commands as people start them, in processes of their own. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { surpriseBits } from '../distribution';
import { Model } from '../models/model';
import { ReferenceOps } from '../reference/ops';
import { maxAbsError, modelFolder, readGolden } from '../testing/devices';

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

const MAIN = fileURLToPath(new URL('run.mjs', import.meta.url));
const folder = modelFolder('mamba');
const golden = readGolden('mamba');
const promptIds = [...golden('input_ids')];
const greedyIds = [...golden('greedy_ids')];
/** A folder that is not this one: nothing may depend on where a command is started. */
let elsewhere = '';

beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'inside-mamba-'));
});
afterAll(() => rmSync(elsewhere, { recursive: true }));

/** Runs a command to its end. */
function run(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: elsewhere, maxBuffer: 1 << 26 };
    execFile(process.execPath, [MAIN, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** What a command that must succeed prints, as JSON. */
async function json(...args: string[]) {
  const { code, stdout, stderr } = await run(...args, '--json');
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

/** Expects an exit code and exactly one line that says why, on stderr alone. */
function expectRefusal({ code, stdout, stderr }: Ended, expected: number, words: RegExp): void {
  expect(stderr).toMatch(/^[\w-]+: .*\n$/);
  expect(stderr).toMatch(words);
  expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
}

/** A folder with some of the model's files, and others instead. */
function copyOf(name: string, files: readonly string[], others: Record<string, string> = {}) {
  const copy = mkdtempSync(join(elsewhere, name));
  for (const file of files) copyFileSync(join(folder, file), join(copy, file));
  for (const [file, text] of Object.entries(others)) writeFileSync(join(copy, file), text);
  return copy;
}

describe('generate', () => {
  it.each([
    ['cpu', 'cpu · WebAssembly SIMD'],
    ['webgpu', 'webgpu · '],
    ['reference', 'cpu · JavaScript'],
  ])('writes the golden greedy text on %s, with logits', async (device, says) => {
    const ids = ['--ids', promptIds.join(), '--tokens', '12'];
    const base = ['generate', '--model', folder, '--device', device];
    const out = await json(...base, ...ids, '--logits', '-1,0,45');
    expect(Object.keys(out).toSorted()).toEqual([
      'decodeTokensPerSecond',
      'device',
      'ids',
      'logits',
      'prefillTokensPerSecond',
      'promptIds',
      'text',
    ]);
    expect(out.promptIds).toEqual(promptIds);
    expect(out.ids).toEqual(greedyIds.slice(46, 58));
    const { tokenizer } = await loadCheckpoint(folderSource(folder));
    expect(out.text).toBe(tokenizer!.decode(out.ids));
    expect(out.device).toContain(says);
    expect(out.decodeTokensPerSecond).toBeGreaterThan(0);
    expect(out.prefillTokensPerSecond).toBeGreaterThan(0);
    // Positions are named as they were written; −1 is the last, here 45.
    expect(Object.keys(out.logits).toSorted()).toEqual(['-1', '0', '45']);
    expect(out.logits['-1']).toEqual(out.logits['45']);
    for (const at of [0, 45]) {
      const expected = golden('logits').subarray(at * 4096, (at + 1) * 4096);
      expect(maxAbsError(out.logits[at], expected)).toBeLessThan(2e-4);
    }
  });

  it('needs no tokenizer for --ids, and says so for --prompt', async () => {
    const bare = copyOf('bare', ['config.json', 'model.safetensors']);
    const base = ['generate', '--model', bare, '--device', 'cpu', '--tokens', '3'];
    const out = await json(...base, '--ids', promptIds.join());
    expect(out.ids).toEqual(greedyIds.slice(46, 49));
    expect(out.text).toBeNull();
    expectRefusal(await run(...base, '--prompt', 'Once'), 2, /tokenizer\.json/);
  });

  it('draws the same with the same seed, and prints plain text without --json', async () => {
    const base = ['generate', '--model', folder, '--device', 'cpu', '--prompt', 'Once upon a time'];
    const sampled = [...base, '--tokens', '9', '--temperature', '1.2', '--top-k', '200'];
    const [first, again, other] = await Promise.all([
      json(...sampled, '--top-p', '0.98', '--seed', '5'),
      run(...sampled, '--top-p', '0.98', '--seed', '5'),
      json(...sampled, '--top-p', '0.98', '--seed', '6'),
    ]);
    expect(first.ids).toHaveLength(9);
    expect(again).toEqual({ code: 0, stdout: `${first.text}\n`, stderr: '' });
    expect(other.ids).not.toEqual(first.ids);
  });
});

describe('score', () => {
  it('gives the bits of every token of every document, over the bytes of the documents', async () => {
    const documents = ['Once upon a time there was a cat.', 'Tom was sad — very sad.'];
    const file = join(elsewhere, 'two.txt');
    writeFileSync(file, `\n${documents.join(' \n<|endoftext|>\n ')}\n<|endoftext|>\n`);
    const out = await json('score', '--model', folder, '--text', file, '--device', 'cpu');

    const checkpoint = await loadCheckpoint(folderSource(folder));
    const { encode, endOfText } = checkpoint.tokenizer!;
    const model = new Model(new ReferenceOps(), checkpoint);
    let bits = 0;
    let tokens = 0;
    for (const document of documents) {
      const session = model.createSession();
      await session.step(endOfText!);
      for (const id of [...encode(document), endOfText!]) {
        bits += surpriseBits(await session.logits(), id);
        tokens++;
        await session.step(id);
      }
    }
    const bytes = Buffer.byteLength(documents.join(''));
    expect(out).toEqual({ bitsPerByte: expect.closeTo(bits / bytes, 5), tokens, bytes });
  });
});

describe('bench', () => {
  const bench = async (...args: string[]) => {
    const file = join(elsewhere, 'bench.json');
    const { code, stdout, stderr } = await run('bench', '--model', folder, ...args, '--json', file);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return { stdout, report: JSON.parse(readFileSync(file, 'utf8')) };
  };

  it('times the CPU path, and leaves out what is larger than wanted', async () => {
    const largest = String(128 * 512);
    const { stdout, report } = await bench('--device', 'cpu', '--largest', largest);
    expect(report.devices).toEqual([{ kind: 'cpu', name: 'WebAssembly SIMD', code: 'wasm' }]);
    const states = report.results.map(({ id, state }: { id: string; state: string }) => [
      id,
      state,
    ]);
    expect(states).toEqual([
      ['cpu.mamba.prefill.128', 'done'],
      ['cpu.mamba.prefill.512', 'left out'],
      ['cpu.mamba.decode.read', 'done'],
    ]);
    for (const { tokensPerSecond, check } of [report.results[0], report.results[2]]) {
      expect(tokensPerSecond).toBeGreaterThan(0);
      expect(check.error).toBeLessThanOrEqual(check.tolerance);
    }
    expect(stdout).toContain('cpu.mamba.prefill.512    left out');
  });

  it('measures the copy on the GPU’s own clock', async () => {
    const { report } = await bench('--only', 'copy');
    const [copy] = report.results;
    expect(report.results).toHaveLength(1);
    expect(copy).toMatchObject({ id: 'copy', state: 'done', timing: { clock: 'timestamp' } });
    expect(report.copyGigabytesPerSecond).toBeCloseTo(
      copy.bytes.least / copy.timing.microseconds / 1000,
      6,
    );
  });
});

describe('wrong arguments', () => {
  const model = ['--model', folder, '--device', 'cpu'];
  const plain = [...model, '--tokens', '1'];
  const wrong: [string, string[], RegExp][] = [
    [
      'an unknown option',
      ['generate', ...plain, '--ids', '1', '--speed', '9'],
      /--speed.*Options:/,
    ],
    ['an option twice', ['generate', ...plain, '--ids', '1', '--tokens', '2'], /--tokens.*twice/],
    ['no model', ['generate', '--device', 'cpu', '--tokens', '1', '--ids', '1'], /--model/],
    [
      'no such folder',
      ['generate', '--model', '/no/such', '--device', 'cpu', '--tokens', '1', '--ids', '1'],
      /no folder/,
    ],
    [
      'a bad device',
      ['generate', '--model', folder, '--device', 'tpu', '--tokens', '1', '--ids', '1'],
      /cpu, webgpu or reference, not "tpu"/,
    ],
    ['both prompt and ids', ['generate', ...plain, '--ids', '1', '--prompt', 'a'], /either/],
    ['neither prompt nor ids', ['generate', ...plain], /either/],
    ['an empty prompt', ['generate', ...plain, '--prompt', ''], /--prompt is empty/],
    [
      'an id beyond the vocabulary',
      ['generate', ...plain, '--ids', '1,4096'],
      /--ids.*4095.*"4096"/,
    ],
    ['an id that is no number', ['generate', ...plain, '--ids', '1,,2'], /--ids/],
    ['no number of tokens', ['generate', ...model, '--ids', '1'], /--tokens/],
    ['half a token', ['generate', ...model, '--ids', '1', '--tokens', '1.5'], /--tokens.*whole/],
    [
      'a negative temperature',
      ['generate', ...plain, '--ids', '1', '--temperature', '-1'],
      /--temperature/,
    ],
    ['a top-p of 0', ['generate', ...plain, '--ids', '1', '--top-p', '0'], /[Tt]op-p/],
    [
      'a position beyond the prompt',
      ['generate', ...plain, '--ids', '1', '--logits', '1'],
      /--logits/,
    ],
    ['no text to score', ['score', ...model], /--text/],
    ['a text that is not there', ['score', ...model, '--text', '/no/such.txt'], /cannot read/],
    [
      'a case that there is not',
      ['bench', '--only', 'scan.slow'],
      /scan\.slow.*scan\.fused\.768x2048/,
    ],
    ['no such command', ['toString'], /generate, score/],
    ['no command', [], /generate, score/],
  ];

  it('end in one line and exit code 2', async () => {
    // Two at a time: the machines that run this have two cores.
    const rest = [...wrong];
    const work = async () => {
      for (let next = rest.shift(); next; next = rest.shift()) {
        const [title, args, words] = next;
        const ended = await run(...args);
        expect({ title, ...ended }).toMatchObject({ title, code: 2, stdout: '' });
        expectRefusal(ended, 2, words);
      }
    };
    await Promise.all([work(), work()]);
  });
});

describe('a broken checkpoint', () => {
  it('ends in one line and exit code 1', async () => {
    const files = ['tokenizer.json', 'model.safetensors'];
    const broken = copyOf('broken', files, { 'config.json': '{"model_type": "mamba"' });
    const missing = copyOf('missing', ['config.json', 'tokenizer.json']);
    const base = ['generate', '--device', 'cpu', '--tokens', '1', '--ids', '1', '--model'];
    const [first, second] = await Promise.all([run(...base, broken), run(...base, missing)]);
    expectRefusal(first, 1, /config\.json/);
    expectRefusal(second, 1, /model\.safetensors/);
    expect(first.stderr).not.toEqual(second.stderr);
  });
});
