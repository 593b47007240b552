/**
 * Counts the bytes that a shader really asks for: every index into a storage binding is sent through a function that
 * counts it. Like reflect.ts it understands the plain style of `src/shaders`, not WGSL at large.
 */
import type { ShaderInterface } from '../webgpu/reflect';

const BYTES: Readonly<Record<string, number>> = {
  f32: 4,
  u32: 4,
  i32: 4,
  'atomic<u32>': 4,
  vec2f: 8,
  vec2u: 8,
  vec4f: 16,
  vec4u: 16,
};

const COUNTERS = 'counters';
const UPDATE = /^(?:[-+*/%&|^]|<<|>>)=|^(?:\+\+|--)/;

/** Elements of storage bindings, by name: index of the binding and bytes of one element. */
function elements(code: string): Map<string, { index: number; bytes: number }> {
  const found = code.matchAll(/@binding\((\d+)\) var<storage[^>]*> (\w+): ([^;]+);/g);
  return new Map(
    [...found].map(([, index, name, type]) => {
      const bytes = BYTES[/^array<(.+)>$/.exec(type!)?.[1] ?? ''];
      if (!bytes)
        throw new Error(`${name} is ${type}: only arrays of words and vectors can be counted.`);
      return [name!, { index: Number(index), bytes }];
    }),
  );
}

/** The shader with one more binding, to which it counts reads and writes of each of the others. */
export function instrument(source: string): string {
  const code = source.replaceAll(/\/\/ (?!specialised|unrolled).*$/gm, '');
  const bindings = elements(code);
  const last = Math.max(...[...bindings.values()].map(({ index }) => index));
  return `${rewrite(code, bindings)}
@group(0) @binding(${last + 1}) var<storage, read_write> ${COUNTERS}: array<atomic<u32>>;
fn countedRead(binding: u32, at: u32) -> u32 {
  atomicAdd(&${COUNTERS}[2u * binding], 1u);
  return at;
}
fn countedWrite(binding: u32, at: u32) -> u32 {
  atomicAdd(&${COUNTERS}[2u * binding + 1u], 1u);
  return at;
}
fn countedUpdate(binding: u32, at: u32) -> u32 {
  return countedRead(binding, countedWrite(binding, at));
}
`;
}

function rewrite(code: string, bindings: ReadonlyMap<string, { index: number }>): string {
  const names = [...bindings.keys()].join('|');
  const next = new RegExp(`(?<![\\w.])(${names})\\[`, 'g');
  let out = '';
  let from = 0;
  for (let match = next.exec(code); match; match = next.exec(code)) {
    const name = match[1]!;
    const open = match.index + name.length;
    const close = closing(code, open);
    const addressed = /&\s*$/.test(code.slice(0, match.index));
    const how = addressed ? 'countedUpdate' : access(code.slice(close + 1));
    const at = rewrite(code.slice(open + 1, close), bindings);
    out += `${code.slice(from, match.index)}${name}[${how}(${bindings.get(name)!.index}u, u32(${at}))`;
    from = close;
    next.lastIndex = close;
  }
  return out + code.slice(from);
}

/** The bracket that closes the one at `open`. */
function closing(code: string, open: number): number {
  let depth = 0;
  for (let i = open; i < code.length; i++) {
    if (code[i] === '[') depth++;
    if (code[i] === ']' && --depth === 0) return i;
  }
  throw new Error('A bracket is not closed.');
}

/** What is done to an element, from what stands behind it. */
function access(after: string): string {
  const rest = after.replace(/^\.\w+/, '').trimStart();
  if (UPDATE.test(rest)) return 'countedUpdate';
  return /^=(?!=)/.test(rest) ? 'countedWrite' : 'countedRead';
}

/** Counters that an instrumented shader needs, and how to read them. */
export const counterLength = (shader: ShaderInterface): number => 2 * shader.bindings.length;

/** Bytes by binding, from the counters of a dispatch of the shader that `source` was before. */
export function countedBytes(
  source: string,
  counters: Uint32Array,
): Record<string, { read: number; written: number }> {
  const found = [...elements(source.replaceAll(/\/\/.*$/gm, ''))];
  return Object.fromEntries(
    found.map(([name, { index, bytes }]) => [
      name,
      { read: bytes * counters[2 * index]!, written: bytes * counters[2 * index + 1]! },
    ]),
  );
}
