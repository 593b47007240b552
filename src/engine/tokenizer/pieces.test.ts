import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTokenizer } from './tokenizer';

const tokenizer = parseTokenizer(readFileSync('public/models/mamba/tokenizer.json', 'utf8'));

describe('pieces', () => {
  const smile = tokenizer.encode('😀');

  it('show a split character at the token that completes it', () => {
    expect(smile.length).toBeGreaterThan(1);
    expect(tokenizer.pieces(smile)).toEqual([...smile.slice(1).map(() => ''), '😀']);
  });

  it('that came one by one never change afterwards', () => {
    const ids = tokenizer.encode('A 😀 and 你好.');
    const all = tokenizer.pieces(ids);
    for (let n = 0; n <= ids.length; n++) {
      expect(tokenizer.pieces(ids.slice(0, n))).toEqual(all.slice(0, n));
    }
    const stream = tokenizer.createPieces();
    expect(ids.map((id) => stream.push(id))).toEqual(all);
    expect(stream.flush()).toBe('');
  });

  it('show U+FFFD only where the next token breaks a character', () => {
    const broken = smile.slice(0, -1);
    expect(tokenizer.pieces(broken)).toEqual(broken.map(() => ''));
    const a = tokenizer.encode('a');
    expect(tokenizer.pieces([...broken, ...a])).toEqual([...broken.map(() => ''), '\ufffda']);
    expect(tokenizer.pieces([...broken, 0]).at(-1)).toBe('\ufffd<|endoftext|>');
  });

  it('flush an open character as U+FFFD, then start afresh', () => {
    const stream = tokenizer.createPieces();
    stream.push(smile[0]!);
    expect(stream.flush()).toBe('\ufffd');
    expect(smile.map((id) => stream.push(id)).join('')).toBe('😀');
  });

  it('together are the text, for any tokens', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4095)), (ids) => {
        const stream = tokenizer.createPieces();
        const joined = ids.map((id) => stream.push(id)).join('') + stream.flush();
        expect(joined).toBe(tokenizer.decode(ids));
        expect(joined.startsWith(tokenizer.pieces(ids).join(''))).toBe(true);
      }),
    );
  });
});
