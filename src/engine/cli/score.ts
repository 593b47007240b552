import { readFileSync } from 'node:fs';
import { surpriseBits } from '../distribution';
import type { Model } from '../models/model';
import { openModel, parseOptions, UsageError } from './arguments';

const text = { type: 'string' } as const;
const options = { model: text, text, device: text, json: { type: 'boolean' } } as const;

/**
 * `score`: bits per byte of a text. Documents are split at <|endoftext|> and trimmed; each begins from a fresh
 * state that has read one end-of-text token, as in training, so that its first token counts too, and ends with
 * an end-of-text token that counts as well. Bytes are those of the documents alone.
 */
export async function main(args: string[]): Promise<void> {
  const given = parseOptions(args, options);
  if (!given.text) throw new UsageError('--text needs a file.');
  let content: string;
  try {
    content = readFileSync(given.text, 'utf8');
  } catch {
    throw new UsageError(`--text: cannot read ${given.text}.`);
  }
  const { model, checkpoint } = await openModel(given.model, given.device);
  const { tokenizer } = checkpoint;
  if (tokenizer?.endOfText == null) {
    throw new UsageError('Scoring needs a tokenizer.json with an end-of-text token.');
  }
  const documents = content
    .split('<|endoftext|>')
    .map((document) => document.trim())
    .filter((document) => document !== '');
  if (documents.length === 0) throw new UsageError(`--text: ${given.text} is empty.`);
  let bits = 0;
  let tokens = 0;
  let bytes = 0;
  for (const document of documents) {
    const ids = [tokenizer.endOfText, ...tokenizer.encode(document), tokenizer.endOfText];
    bits += await scoreIds(model, ids);
    tokens += ids.length - 1;
    bytes += Buffer.byteLength(document);
  }
  const result = { bitsPerByte: bits / bytes, tokens, bytes };
  if (given.json) console.log(JSON.stringify(result));
  else
    console.log(
      `${result.bitsPerByte.toFixed(4)} bits per byte over ${tokens} tokens, ${bytes} bytes`,
    );
}

/** Bits of every token but the first, given all before it. */
async function scoreIds(model: Model, ids: readonly number[]): Promise<number> {
  const V = model.info.vocabSize;
  const session = model.createSession();
  let bits = 0;
  await session.prefill(ids.slice(0, -1), {
    probes: [{ name: 'logits' }],
    onPiece(trace, from) {
      const logits = trace.get('logits'); // (L, V)
      for (let t = 0; t < trace.length; t++) {
        bits += surpriseBits(logits.subarray(t * V, (t + 1) * V), ids[from + t + 1]!);
      }
    },
  });
  session.dispose();
  return bits;
}
