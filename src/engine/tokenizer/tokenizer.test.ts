import { Tokenizer as Library } from '@huggingface/tokenizers';
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTensors, toFloat32 } from '../checkpoint/safetensors';
import { parseTokenizer } from './tokenizer';

const text = readFileSync('public/models/mamba/tokenizer.json', 'utf8');
const tokenizer = parseTokenizer(text);
const library = new Library(JSON.parse(text), {});
const undo = (ids: number[]) => library.decode(ids, { clean_up_tokenization_spaces: false });
const story =
  'Once upon a time, there was a little girl named Lily. She said "Hi!" 😀 你好 to Tom.\r\n';

const difficult: [string, string][] = [
  ['emoji', 'I 😀 you 🎉🎉!'],
  ['Chinese', '从前有一只小猫,它喜欢吃鱼。'],
  ['a family joined by ZWJ', 'A family 👨‍👩‍👧‍👦 and a flag 🏳️‍🌈.'],
  ['combining marks', 'e\u0301 a\u0308\u0323 Z\u0351\u036b\u0343'],
  ['NULs and controls', 'a\0b\0\0\u0001\u007f\u00ad'],
  ['CRLF and lone CR', 'one\r\ntwo\rthree\n\n\nfour\t\t'],
  ['a byte order mark, first and later', '\ufeffa\ufeff'],
  ['the text of the special token', 'The end.<|endoftext|>Once <|endoftext|><|endoftext|>'],
  ['half of the special token', '<|endof <| |> <|endoftext'],
  ['spaces', '  a   b    '],
  ['the letters of the byte alphabet', 'Ġ Ċ Ā ĠtheĊ'],
  ['nothing', ''],
];

/** The best of three, in ms. */
function timeToEncode(letters: number): number {
  const prompt = 'thequickbrownfox'.repeat(letters / 16);
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    tokenizer.encode(prompt);
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('the bundled tokenizer', () => {
  it('encodes the golden prompt as transformers does', () => {
    const golden = readTensors(readFileSync('public/models/mamba/golden.safetensors'));
    const ids = Array.from(toFloat32(golden.get('input_ids')!));
    expect(ids.length).toBeGreaterThan(20);
    expect(tokenizer.encode(tokenizer.decode(ids))).toEqual(ids);
    expect(tokenizer.decode(ids)).toMatch(/^[\x20-\x7e\n]+$/);
  });

  it('knows its size and its end of text', () => {
    expect(tokenizer).toMatchObject({ vocabSize: 4096, endOfText: 0 });
  });

  it.each(difficult)('gives back %s', (_what, string) => {
    const ids = tokenizer.encode(string);
    expect(tokenizer.decode(ids)).toBe(string);
    expect(tokenizer.pieces(ids).join('')).toBe(string);
  });

  it('gives back any well-formed text, and U+FFFD for a lone surrogate', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (string) => {
        expect(tokenizer.decode(tokenizer.encode(string))).toBe(string);
      }),
      { numRuns: 1000 },
    );
    expect(tokenizer.decode(tokenizer.encode('a\ud83d b\ude00 \ude00\ud83d'))).toBe(
      'a\ufffd b\ufffd \ufffd\ufffd',
    );
  });

  it('turns the text of the special token into that one token', () => {
    expect(tokenizer.encode('<|endoftext|>')).toEqual([0]);
    expect(tokenizer.bytesOf(0)).toEqual(new TextEncoder().encode('<|endoftext|>'));
  });

  it('decodes any ids as the library does, sense or nonsense', () => {
    const id = fc.oneof(fc.nat(4095), fc.integer({ min: 95, max: 256 }), fc.constant(0));
    fc.assert(
      fc.property(fc.array(id, { minLength: 1, maxLength: 30 }), (ids) => {
        expect(tokenizer.decode(ids)).toBe(undo(ids));
      }),
      { numRuns: 2000 },
    );
  });

  it('knows the bytes of every token: those of a text are those of its tokens', () => {
    for (const [, string] of difficult) {
      const bytes = tokenizer.encode(string).flatMap((id) => Array.from(tokenizer.bytesOf(id)));
      expect(bytes).toEqual([...new TextEncoder().encode(string)]);
    }
    expect(tokenizer.bytesOf(4096)).toEqual(new Uint8Array(0));
    expect(() => tokenizer.bytesOf(-1)).toThrow(RangeError);
    expect(() => tokenizer.bytesOf(0.5)).toThrow(RangeError);
  });

  it.each([
    ['an ordinary story', story.repeat(300)],
    ['letters without a space', 'abcdefghijklmnopqrstuvwxyz'.repeat(800)],
    ['one letter', 'a'.repeat(20_000)],
    ['one word without a space', 'the'.repeat(7_000)],
    ['spaces', ' '.repeat(20_000)],
    ['the start of the special token', '<|endoftext|'.repeat(1_700)],
    ['Chinese', '你好世界'.repeat(5_000)],
    ['emoji', '😀'.repeat(10_000)],
  ])('encodes and decodes 20,000 characters of %s well within a second', (_what, string) => {
    const prompt = string.slice(0, 20_000);
    const start = performance.now();
    const ids = tokenizer.encode(prompt);
    const back = tokenizer.decode(ids);
    expect(performance.now() - start).toBeLessThan(600);
    expect(back).toBe(prompt);
  });

  it('does not take quadratic time: eight times the text takes far less than 64 times as long', () => {
    expect(timeToEncode(160_000) / timeToEncode(20_000)).toBeLessThan(40);
  });
});
