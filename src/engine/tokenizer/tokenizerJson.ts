/**
 * tokenizer.json, checked. The library that runs it trusts its input: a merge without a token would
 * silently swallow text, an absurd id would allocate without end.
 */
import { CheckpointError } from '../checkpoint/errors';
import { isObject, parseJsonObject, type JsonObject } from '../checkpoint/json';
import { quote } from '../checkpoint/words';

/** A byte-level BPE vocabulary. */
export interface Vocabulary {
  /** Ordinary tokens by id, in the byte alphabet. */
  entries: Map<number, string>;
  /** Added tokens by id, in plain text; they win over ordinary ones. */
  added: Map<number, string>;
  /** The whole file, for the library; members that it insists on are there. */
  json: JsonObject;
}

/** Larger ids are no vocabulary: the largest in use are about a quarter of a million. */
const MAX_ID = 4_194_304;

/**
 * @throws CheckpointError `corrupt` if the file contradicts itself, `foreign` if it is sound but is
 * not byte-level BPE.
 */
export function parseVocabulary(text: string, file: string): Vocabulary {
  const json = parseJsonObject(text, file);
  const { model, decoder } = json;
  if (!isObject(model)) {
    throw foreign(
      file,
      'does not describe a tokenizer',
      'Take tokenizer.json from where the model is published',
    );
  }
  const kind = model['type'] ?? (Array.isArray(model['merges']) ? 'BPE' : 'unknown');
  const affix = model['end_of_word_suffix'] || model['continuing_subword_prefix'];
  if (kind !== 'BPE' || !isByteLevel(decoder) || affix) {
    const name = kind === 'BPE' ? 'BPE that is not byte-level' : quote(kind).slice(1, -1);
    throw foreign(
      file,
      `is a tokenizer of another kind (${name}); Inside Mamba reads byte-level BPE`,
      'Choose a checkpoint with such a tokenizer, or remove the file to explore the weights without text',
    );
  }
  const ids = readVocab(model['vocab'], file);
  checkMerges(model['merges'], ids, file);
  const added = readAdded(json['added_tokens'] ?? [], file);
  const entries = new Map(Array.from(ids, ([entry, id]) => [id, entry]));
  if (entries.size < ids.size) throw damaged(file, 'two entries of its vocabulary share a number');
  const absent = { normalizer: null, pre_tokenizer: null, post_processor: null, added_tokens: [] };
  return { entries, added, json: { ...absent, ...json } };
}

function isByteLevel(decoder: unknown): boolean {
  if (!isObject(decoder)) return false;
  const { type, decoders } = decoder;
  if (type === 'Sequence') {
    return Array.isArray(decoders) && decoders.length > 0 && decoders.every(isByteLevel);
  }
  return type === 'ByteLevel';
}

function readVocab(vocab: unknown, file: string): Map<string, number> {
  if (!isObject(vocab)) throw damaged(file, 'it has no vocabulary');
  const ids = new Map<string, number>();
  for (const [entry, id] of Object.entries(vocab)) {
    if (!isId(id)) throw damaged(file, `${quote(entry)} has ${quote(id)} for its number`);
    ids.set(entry, id);
  }
  if (ids.size === 0) throw damaged(file, 'its vocabulary is empty');
  return ids;
}

/** Merges are pairs, or in older files pairs joined by a space. */
function checkMerges(merges: unknown, ids: ReadonlyMap<string, number>, file: string): void {
  if (!Array.isArray(merges)) throw damaged(file, 'it has no list of merges');
  const paired = Array.isArray(merges[0]);
  for (const merge of merges as unknown[]) {
    const pair = paired ? merge : typeof merge === 'string' && merge.split(' ');
    if (!isPair(pair)) throw damaged(file, `${quote(merge)} is not a merge of two tokens`);
    if (!pair.every((part) => ids.has(part)) || !ids.has(pair.join(''))) {
      throw damaged(
        file,
        `the merge ${quote(pair.join(' '))} uses a token that its vocabulary lacks`,
      );
    }
  }
}

function readAdded(list: unknown, file: string): Map<number, string> {
  if (!Array.isArray(list)) throw damaged(file, 'its added_tokens are not a list');
  const added = new Map<number, string>();
  for (const token of list as unknown[]) {
    if (!isObject(token) || !isId(token['id']))
      throw damaged(file, 'an added token has no proper number');
    const { id, content } = token;
    if (typeof content !== 'string' || content === '') {
      throw damaged(file, `the added token ${id} has no text`);
    }
    added.set(id as number, content);
  }
  return added;
}

function isPair(value: unknown): value is [string, string] {
  return (
    Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string')
  );
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < MAX_ID;
}

function damaged(file: string, what: string): CheckpointError {
  return new CheckpointError('corrupt', file, `${file} is damaged: ${what}. Download it again.`);
}

function foreign(file: string, what: string, advice: string): CheckpointError {
  return new CheckpointError('foreign', file, `${file} ${what}. ${advice}.`);
}
