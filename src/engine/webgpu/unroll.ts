/** Loops longer than this stay loops: compilers take their time over long shaders. */
const MOST = 32;

const HEAD = /^( *)for \(var (\w+) = 0u; \2 < (\w+); \2\+\+\) \{ \/\/ unrolled$/;

/**
 * Writes out the loops of a shader that are marked `// unrolled`, up to 32 rounds: arrays that are then indexed by
 * constants alone can live in registers, which not every compiler sees by itself (SwiftShader is ten times slower
 * without). A marked loop counts from 0 in steps of 1 to a literal or a constant with a literal value, and its closing
 * brace stands below the `for`. Throws if a marked loop strays from that.
 */
export function unroll(source: string): string {
  const bounds = new Map(
    [...source.matchAll(/^const (\w+): u32 = (\d+)u?;/gm)].map(([, name, value]) => [name, value]),
  );
  return unrollLines(source.split('\n'), bounds).join('\n');
}

function unrollLines(lines: string[], bounds: ReadonlyMap<string | undefined, string | undefined>) {
  const out: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (!line.endsWith('// unrolled')) {
      out.push(line);
      continue;
    }
    const [, indent, name, bound] = HEAD.exec(line) ?? [];
    const rounds = Number(/^\d+u$/.test(bound ?? '') ? bound!.slice(0, -1) : bounds.get(bound));
    const end = lines.indexOf(`${indent}}`, at);
    if (!Number.isInteger(rounds) || end < 0) throw new Error(`Cannot unroll: ${line.trim()}`);
    const body = unrollLines(lines.slice(at + 1, end), bounds);
    if (rounds > MOST) out.push(line, ...body, `${indent}}`);
    else {
      for (let i = 0; i < rounds; i++) {
        const word = new RegExp(`\\b${name}\\b`, 'g');
        out.push(`${indent}{`, ...body.map((text) => text.replace(word, `${i}u`)), `${indent}}`);
      }
    }
    at = end;
  }
  return out;
}
