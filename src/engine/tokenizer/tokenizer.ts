/**
 * Text to tokens and back, for byte-level BPE. Encoding is Hugging Face's library; decoding is done
 * here, byte by byte, so that what a single token stands for is exact.
 */
import { Tokenizer as Encoder } from '@huggingface/tokenizers';
import { CheckpointError } from '../checkpoint/errors';
import { bytesOfEntry } from './byteLevel';
import { createPieces, type Pieces } from './pieces';
import { parseVocabulary } from './tokenizerJson';

export interface Tokenizer {
  /** One more than the largest id. A model may have more rows than that, which stand for no text. */
  readonly vocabSize: number;
  /** The token that ends a text, if the vocabulary has one by a usual name. */
  readonly endOfText: number | null;
  /**
   * The ids of a text, nothing added before or after it. The text of a special token becomes that
   * token; a lone surrogate becomes U+FFFD. About 2 µs a character, also where no space divides it.
   */
  encode(text: string): number[];
  /**
   * The text of some tokens, special ones included. It undoes `encode` exactly unless the tokenizer
   * itself changes text (a normalizer); bytes that are not UTF-8 become U+FFFD.
   */
  decode(ids: readonly number[]): string;
  /** The exact bytes that one token stands for, in an array of the caller's own; none for a spare row. */
  bytesOf(id: number): Uint8Array;
  /**
   * The text of each token, so that together they give `decode(ids)`, save that a character left
   * open at the end shows nothing yet: more tokens never change the pieces before them.
   */
  pieces(ids: readonly number[]): string[];
  /** The same for tokens that come one by one. */
  createPieces(): Pieces;
}

/** How the usual tokenizers spell the end of a text. */
const END_OF_TEXT = ['<|endoftext|>', '<|end_of_text|>', '</s>', '<eos>', '[EOS]'];

/**
 * Makes a tokenizer of the text of a tokenizer.json.
 * @throws CheckpointError `corrupt` if the file is damaged, `foreign` if it is not byte-level BPE or
 * has a part that is not known.
 */
export function parseTokenizer(text: string, file = 'tokenizer.json'): Tokenizer {
  const { entries, added, json } = parseVocabulary(text, file);
  const encoder = createEncoder(json, file);
  let vocabSize = 0;
  for (const id of [...entries.keys(), ...added.keys()]) vocabSize = Math.max(vocabSize, id + 1);
  const specials = new Map(Array.from(added, ([id, content]) => [content, id]));
  const end = END_OF_TEXT.find((content) => specials.has(content));

  const bytesOf = (id: number): Uint8Array => {
    if (!Number.isInteger(id) || id < 0) throw new RangeError(`${id} is not a token's number.`);
    const special = added.get(id);
    if (special !== undefined) return new TextEncoder().encode(special);
    return bytesOfEntry(entries.get(id) ?? '');
  };

  return {
    vocabSize,
    endOfText: end === undefined ? null : specials.get(end)!,
    encode(plain) {
      // The library writes text as UTF-8 bytes, in which a lone surrogate is U+FFFD.
      return encoder.encode(plain, { add_special_tokens: false }).ids;
    },
    decode(ids) {
      const stream = createPieces(bytesOf);
      return ids.map((id) => stream.push(id)).join('') + stream.flush();
    },
    bytesOf,
    pieces(ids) {
      const stream = createPieces(bytesOf);
      return ids.map((id) => stream.push(id));
    },
    createPieces: () => createPieces(bytesOf),
  };
}

/**
 * The library splits with linear regular expressions and merges with a heap, so that a text needs no
 * splitting beforehand: 20,000 characters take some 10 to 50 ms (measured, see the test).
 */
function createEncoder(json: object, file: string): Encoder {
  try {
    return new Encoder(json, {});
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CheckpointError(
      'foreign',
      file,
      `${file} uses something that Inside Mamba does not know (${reason.slice(0, 160)}). Choose a checkpoint with a GPT-NeoX tokenizer, or remove the file to explore the weights without text.`,
      { cause },
    );
  }
}
